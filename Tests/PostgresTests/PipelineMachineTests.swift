import TestKit
import Testing

@testable import Postgres

@Suite struct PipelineMachineTests {
    typealias Unit = PipelineMachine.Unit
    typealias Event = PipelineMachine.Event
    typealias Action = PipelineMachine.Action

    private func actions(_ units: [Unit], _ events: [Event]) -> [Action] {
        var machine = PipelineMachine()
        for unit in units { machine.expect(unit) }
        return events.map { machine.handle($0) }
    }

    @Test(arguments: [Event.rows, .failure, .skipped, .endOfStatement, .sync])
    func `an answer nobody asked for is a violation`(event: Event) {
        #expect(actions([], [event]) == [.violation])
    }

    @Test(
        arguments: [
            ([Unit.statement(kept: true)], [Event.sync]),
            ([.prepare(statement: 1)], [.sync]),
            ([.sync(last: true)], [.rows]),
            ([.sync(last: true)], [.skipped]),
            ([.sync(last: true)], [.endOfStatement]),
            ([.sync(last: true)], [.failure, .failure]),
            ([.sync(last: true)], [.failure, .endOfStatement, .endOfStatement]),
        ] as [([Unit], [Event])])
    func `what cannot come here is a violation`(units: [Unit], events: [Event]) {
        #expect(actions(units, events).last == .violation)
    }

    @Test func `a prelude's rows are dropped and the query's kept`() {
        let units: [Unit] = [.statement(kept: false), .statement(kept: true), .sync(last: true)]
        let found = actions(units, [.rows, .endOfStatement, .rows, .endOfStatement, .sync])
        #expect(found == [.dropRows, .proceed, .keepRows, .proceed, .finishTicket])
    }

    @Test func `an error skips to the sync and no further`() {
        let ticket: [Unit] = [.statement(kept: false), .statement(kept: true), .sync(last: true)]
        let events: [Event] = [.failure, .endOfStatement, .skipped, .endOfStatement, .sync]
        let good: [Event] = [.rows, .endOfStatement, .rows, .endOfStatement, .sync]
        #expect(
            actions(ticket + ticket, events + good) == [
                .fail, .proceed, .proceed, .proceed, .finishTicket, .dropRows, .proceed, .keepRows, .proceed,
                .finishTicket,
            ])
    }

    @Test func `a statement that cannot be prepared leaves the cache, and its use fails too`() {
        let units: [Unit] = [.prepare(statement: 7), .sync(last: false), .statement(kept: true), .sync(last: true)]
        let found = actions(units, [.failure, .endOfStatement, .sync, .failure, .endOfStatement, .sync])
        #expect(found == [.prepareFailed(statement: 7), .proceed, .proceed, .fail, .proceed, .finishTicket])
    }

    @Test func `a constraint checked at the end fails its own ticket only`() {
        let units: [Unit] = [.statement(kept: true), .sync(last: true), .statement(kept: true), .sync(last: true)]
        let late: [Event] = [.rows, .endOfStatement, .failure, .endOfStatement, .sync]
        let found = actions(units, late + [.rows, .endOfStatement, .sync])
        #expect(found == [.keepRows, .proceed, .fail, .proceed, .finishTicket, .keepRows, .proceed, .finishTicket])
        #expect(actions(units, [.rows, .endOfStatement, .failure, .sync]).last == .finishTicket)
    }

    /// What was sent for one ticket, and how the server is to answer it.
    private struct Script {
        var units: [Unit] = []
        var events: [Event] = []
        var actions: [Action] = []

        init(using random: inout SeededRandom) {
            var isPrepared = true
            if Bool.random(using: &random) { isPrepared = prepare(using: &random) }
            var hasFailed = false
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                execute(canRun: isPrepared, &hasFailed, using: &random)
            }
            units.append(.sync(last: true))
            if !hasFailed, Int.random(in: 0..<10, using: &random) == 0 {
                events += [.failure, .endOfStatement]
                actions += [.fail, .proceed]
            }
            events.append(.sync)
            actions.append(.finishTicket)
        }

        private mutating func prepare(using random: inout SeededRandom) -> Bool {
            let isGood = Bool.random(using: &random)
            let statement = Int.random(in: 0..<1_000, using: &random)
            units += [.prepare(statement: statement), .sync(last: false)]
            events += [isGood ? .rows : .failure, .endOfStatement, .sync]
            actions += [isGood ? .proceed : .prepareFailed(statement: statement), .proceed, .proceed]
            return isGood
        }

        private mutating func execute(
            canRun: Bool, _ hasFailed: inout Bool, using random: inout SeededRandom
        ) {
            let kept = Bool.random(using: &random)
            units.append(.statement(kept: kept))
            if hasFailed {
                events.append(.skipped)
                actions.append(.proceed)
            } else if canRun, Int.random(in: 0..<4, using: &random) > 0 {
                events.append(.rows)
                actions.append(kept ? .keepRows : .dropRows)
            } else {
                hasFailed = true
                events.append(.failure)
                actions.append(.fail)
            }
            events.append(.endOfStatement)
            actions.append(.proceed)
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `whatever is sent and answered in whatever bursts, every ticket gets its own`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var machine = PipelineMachine()
        var owed: [(event: Event, action: Action)] = []
        for _ in 0..<2_000 {
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let script = Script(using: &random)
                for unit in script.units { machine.expect(unit) }
                owed += zip(script.events, script.actions).map { ($0, $1) }
            }
            let count = Int.random(in: 0...min(owed.count, 20), using: &random)
            check(owed.prefix(count), &machine)
            owed.removeFirst(count)
        }
        check(owed[...], &machine)
        #expect(machine.isIdle)
    }

    private func check(_ owed: ArraySlice<(event: Event, action: Action)>, _ machine: inout PipelineMachine) {
        for (event, action) in owed {
            let found = machine.handle(event)
            #expect(found == action)
        }
    }

    /// Every sequence of up to seven events: none traps, and none but the right one ends a ticket well.
    @Test func `no sequence of events does harm`() {
        let units: [Unit] = [.prepare(statement: 0), .sync(last: false), .statement(kept: true), .sync(last: true)]
        let events: [Event] = [.rows, .failure, .skipped, .endOfStatement, .sync]
        var finished = 0
        func explore(_ machine: PipelineMachine, _ depth: Int) {
            guard depth < 7 else { return }
            for event in events {
                var next = machine
                let action = next.handle(event)
                if action == .finishTicket { finished += 1 }
                if action == .finishTicket { #expect(next.isIdle) }
                if action != .violation { explore(next, depth + 1) }
            }
        }
        var machine = PipelineMachine()
        for unit in units { machine.expect(unit) }
        explore(machine, 0)
        #expect(finished > 0)
    }
}
