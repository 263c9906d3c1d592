import TestKit
import Testing

@testable import Postgres

@Suite struct PoolMachineTests {
    private let second: UInt64 = 1_000_000_000

    @Test func `an empty pool lends nothing and opens no more than it may`() {
        var machine = PoolMachine(connections: 3, depth: 2)
        #expect(machine.acquireShared() == nil)
        #expect(machine.acquireExclusive() == nil)
        let slots = (0..<5).map { _ in machine.slotToOpen(now: 0) }
        #expect(slots == [0, 1, 2, nil, nil])
        #expect(machine.acquireShared() == nil)
    }

    @Test func `a failed opening waits longer each time, at most two seconds, and one at a time`() {
        var machine = PoolMachine(connections: 2, depth: 1)
        var now: UInt64 = 0
        for pause in [50, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000] as [UInt64] {
            #expect(machine.slotToOpen(now: now) == 0)
            machine.openingFailed(0, now: now)
            #expect(machine.isAway(now: now))
            #expect(machine.slotToOpen(now: now + pause * 1_000_000 - 1) == nil)
            now += pause * 1_000_000
        }
        #expect(machine.slotToOpen(now: now) == 0)
        #expect(machine.slotToOpen(now: now) == nil)
        machine.opened(0)
        #expect(!machine.isAway(now: now))
        #expect(machine.slotToOpen(now: now) == 1)
    }

    @Test func `single-shot work takes a connection at rest first, then the least busy one`() {
        var machine = PoolMachine(connections: 2, depth: 2)
        for slot in 0..<2 {
            #expect(machine.slotToOpen(now: 0) == slot)
            machine.opened(slot)
        }
        let slots = (0..<5).map { _ in machine.acquireShared() }
        #expect(Set(slots.prefix(2)) == [0, 1])
        #expect(Set(slots[2..<4]) == [0, 1])
        #expect(slots[4] == nil)
        #expect(machine.acquireExclusive() == nil)
        #expect(machine.finishedShared(0) == false)
        #expect(machine.acquireShared() == 0)
        #expect(machine.finishedShared(0) == false)
        #expect(machine.finishedShared(0) == true)
        #expect(machine.acquireExclusive() == 0)
        #expect(machine.slots == [.exclusive, .shared(2)])
    }

    @Test func `quick work joins the fullest connection that flows, and wakes none`() {
        var machine = PoolMachine(connections: 3, depth: 2)
        #expect(machine.joinShared(upTo: 4) { _ in true } == nil)
        for slot in 0..<3 {
            #expect(machine.slotToOpen(now: 0) == slot)
            machine.opened(slot)
        }
        #expect(machine.joinShared(upTo: 4) { _ in true } == nil)
        #expect(machine.acquireShared() == 2)
        #expect(machine.acquireExclusive() == 1)
        #expect(machine.joinShared(upTo: 4) { $0 != 2 } == nil)
        let joined = (0..<4).map { _ in machine.joinShared(upTo: 4) { _ in true } }
        #expect(joined == [2, 2, 2, nil])
        #expect(machine.acquireShared() == 0)
        #expect(machine.joinShared(upTo: 8) { _ in true } == 2)
        #expect(machine.joinShared(upTo: 8) { $0 == 0 } == 0)
        machine.retire(2)
        #expect(machine.joinShared(upTo: 8) { $0 != 0 } == nil)
        #expect(machine.slots == [.shared(2), .exclusive, .retiring])
    }

    @Test func `a retired connection takes no more work and its slot can be opened again`() {
        var machine = PoolMachine(connections: 1, depth: 3)
        _ = machine.slotToOpen(now: 0)
        machine.opened(0)
        _ = machine.acquireShared()
        machine.retire(0)
        #expect(machine.acquireShared() == nil)
        #expect(machine.finishedShared(0) == false)
        #expect(machine.slots == [.retiring])
        machine.closed(0)
        #expect(machine.slotToOpen(now: 0) == 0)
    }

    @Test func `a stopped pool opens nothing`() {
        var machine = PoolMachine(connections: 1, depth: 1)
        machine.stop()
        #expect(machine.slotToOpen(now: .max) == nil)
    }

    /// The pool as it is told in one sentence each: slots, each with what it does.
    private struct Model {
        enum Slot: Equatable { case empty, opening, idle, shared(Int), exclusive, retiring }
        var slots: [Slot]
        let depth: Int

        func check(_ machine: PoolMachine) {
            let translated = machine.slots.map { slot -> Slot in
                switch slot {
                case .empty: .empty
                case .opening: .opening
                case .idle: .idle
                case .shared(let count): .shared(count)
                case .exclusive: .exclusive
                case .retiring: .retiring
                }
            }
            #expect(translated == slots)
            #expect(machine.idleCount == slots.count { $0 == .idle })
            #expect(machine.openCount == slots.count { $0 != .empty && $0 != .opening })
        }

        mutating func acquiredShared(_ slot: Int?) {
            guard let slot else {
                #expect(!slots.contains(.idle))
                return #expect(!slots.contains { if case .shared(let count) = $0 { count < depth } else { false } })
            }
            switch slots[slot] {
            case .idle: slots[slot] = .shared(1)
            case .shared(let count):
                #expect(count < depth)
                #expect(!slots.contains(.idle))
                let least = slots.compactMap { if case .shared(let other) = $0 { other } else { nil } }.min()
                #expect(count == least)
                slots[slot] = .shared(count + 1)
            default: Issue.record("slot \(slot) was \(slots[slot])")
            }
        }

        mutating func acquiredExclusive(_ slot: Int?) {
            guard let slot else { return #expect(!slots.contains(.idle)) }
            #expect(slots[slot] == .idle)
            slots[slot] = .exclusive
        }

        mutating func finishedShared(_ slot: Int) -> Bool {
            guard case .shared(let count) = slots[slot] else { return false }
            slots[slot] = count == 1 ? .idle : .shared(count - 1)
            return count == 1
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `behaves like its description, whatever happens in whatever order`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 1...5, using: &random)
        let depth = Int.random(in: 1...4, using: &random)
        var machine = PoolMachine(connections: count, depth: depth)
        var model = Model(slots: Array(repeating: .empty, count: count), depth: depth)
        var now: UInt64 = 0
        for _ in 0..<10_000 {
            now += .random(in: 0..<second, using: &random)
            let slot = Int.random(in: 0..<count, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1:
                if let opened = machine.slotToOpen(now: now) {
                    #expect(model.slots[opened] == .empty)
                    model.slots[opened] = .opening
                }
            case 2 where model.slots[slot] == .opening:
                machine.opened(slot)
                model.slots[slot] = .idle
            case 3 where model.slots[slot] == .opening:
                machine.openingFailed(slot, now: now)
                model.slots[slot] = .empty
            case 4, 5: model.acquiredShared(machine.acquireShared())
            case 6: model.acquiredExclusive(machine.acquireExclusive())
            case 7: #expect(machine.finishedShared(slot) == model.finishedShared(slot))
            case 8:
                machine.finishedExclusive(slot)
                if model.slots[slot] == .exclusive { model.slots[slot] = .idle }
            case 9 where Int.random(in: 0..<8, using: &random) == 0:
                machine.retire(slot)
                if model.slots[slot] != .empty { model.slots[slot] = .retiring }
            case 9 where model.slots[slot] == .retiring || Int.random(in: 0..<30, using: &random) == 0:
                machine.closed(slot)
                model.slots[slot] = .empty
            default: break
            }
            model.check(machine)
        }
    }
}
