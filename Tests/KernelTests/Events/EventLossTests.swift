import Core
import ModuleKit
import Postgres
import SQL
import Synchronization
import TestKit
import Testing

@testable import Kernel

@Suite("Losing no event")
struct EventLossTests {
    /// Keeps what it is told, and fails as often as it is asked to.
    private final class Sink: EventSink {
        let name = "sink"
        let failures: Mutex<Int>
        /// Whose events it fails for; everybody's when there is none.
        let victim: String?
        let taken = Mutex<[EventID]>([])
        let heard = Mutex<[EventID]>([])

        init(failing failures: Int = 0, for victim: String? = nil) {
            self.failures = Mutex(failures)
            self.victim = victim
        }

        private struct Failure: Error {}

        func take(_ events: [OutboxEvent], in transaction: BorrowedConnection) async throws {
            for event in events {
                let id = event.envelope.id
                _ = try await transaction.query(
                    """
                    INSERT INTO kernel.lease (name, holder, lease_until) VALUES (\(id.description), \(id), now())
                    """)
            }
            let isVictims = victim.map { victim in events.contains { $0.tenant.description == victim } } ?? true
            let isFailing = failures.withLock { left in
                if isVictims { left -= 1 }
                return isVictims && left >= 0
            }
            if isFailing { throw Failure() }
            taken.withLock { $0 += events.map(\.envelope.id) }
        }

        func heard(_ events: [OutboxEvent]) async { heard.withLock { $0 += events.map(\.envelope.id) } }
    }

    @Test("leaves what an abandoned dispatcher had in hand to the next, once its transaction is over and not before")
    func abandoned() async throws {
        try await EventHouse.with { house in
            for number in 0..<40 { try await house.here.say(OrderPlaced(number: number, mark: ""), about: .make()) }
            let dispatcher = house.dispatcher(batch: 15)
            for _ in 0..<3 {
                let dying = try ScriptConnection(house.database.connection(as: "konak_control"))
                // All that a batch does, up to the moment before its commit.
                try dying.run(
                    script: """
                        BEGIN; SELECT pg_advisory_xact_lock(\(EventBatch.lock), 1);
                        UPDATE kernel.event SET dispatched_at = now() WHERE dispatched_at IS NULL;
                        INSERT INTO kernel.job (tenant_id, id, kind, module, arguments)
                        SELECT tenant_id, id, 'crm.hear_event', 'crm', '{}' FROM kernel.event
                        """)
                #expect(try await dispatcher.pass() == 0)
                _ = try await house.database.rows(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND state = 'idle in transaction'
                    """)
                while try await dispatcher.pass() == 0 { try await Task.sleep(for: .milliseconds(5)) }
            }
            try await house.handOutAll(dispatcher)
            try await EventDispatchTests.expectOneJobEach(of: 40, in: house)
        }
    }

    @Test("writes no second job for an event that comes again")
    func again() async throws {
        try await EventHouse.with { house in
            for _ in 0..<5 { try await house.here.say(OrderPlaced(number: 1, mark: ""), about: .make()) }
            for _ in 0..<3 {
                try await house.handOutAll(house.dispatcher())
                try await EventDispatchTests.expectOneJobEach(of: 5, in: house)
                try await house.database.run("UPDATE kernel.event SET dispatched_at = NULL")
            }
        }
    }

    @Test("hands a batch to its sinks in its own transaction, and all of it again when one fails")
    func sinks() async throws {
        try await EventHouse.with { house in
            var said: [EventID] = []
            let record = UUIDv7.make()
            for number in 0..<6 {
                said.append(try await house.here.say(OrderPlaced(number: number, mark: ""), about: record))
            }
            let sink = Sink(failing: 2)
            let dispatcher = house.dispatcher([sink])
            for _ in 0..<2 { await #expect(throws: (any Error).self) { try await dispatcher.pass() } }
            #expect(sink.heard.withLock { $0 }.isEmpty)
            #expect(try await house.number("SELECT count(*) FROM kernel.event WHERE dispatched_at IS NOT NULL") == 0)
            #expect(try await house.number("SELECT count(*) FROM kernel.lease") == 0)
            #expect(try await dispatcher.pass() == 6)
            #expect(sink.taken.withLock { $0 } == said && sink.heard.withLock { $0 } == said)
            #expect(try await house.number("SELECT count(*) FROM kernel.lease") == 6)
        }
    }

    @Test("holds up one shard only when a sink fails for a tenant of it")
    func shards() async throws {
        try await EventHouse.with { house in
            let sink = Sink(failing: 3, for: EventHouse.tenant)
            let stuck = try await house.here.say(OrderPlaced(number: 1, mark: ""), about: .make())
            var (dispatcher, others) = (house.dispatcher([sink]), [EventID]())
            for number in 0..<3 {
                others.append(try await house.there.say(OrderPlaced(number: number, mark: ""), about: .make()))
                await #expect(throws: (any Error).self) { try await dispatcher.pass() }
                #expect(sink.heard.withLock { $0 } == others)
            }
            dispatcher = house.dispatcher([sink])
            #expect(try await dispatcher.pass() == 1)
            #expect(sink.heard.withLock { $0 } == others + [stuck])
            try await EventDispatchTests.expectOneJobEach(of: 4, in: house)
        }
    }

    @Test("goes on by itself after a failure, ends when it is told to, and says once that it fails")
    func running() async throws {
        try await EventHouse.with { house in
            let (drain, log) = (Drain(), KeptLines())
            let sink = Sink(failing: 1)
            try await house.here.say(OrderPlaced(number: 1, mark: ""), about: .make())
            async let work: Void = house.dispatcher([sink], log: log).run(until: drain)
            while sink.taken.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
            try await house.here.say(OrderPlaced(number: 2, mark: ""), about: .make())
            while sink.taken.withLock({ $0.count < 2 }) { try await Task.sleep(for: .milliseconds(10)) }
            drain.begin()
            await work
            #expect(log.lines.count { $0.contains("events not handed out") } == 1)
        }
    }

    @Test("clears what was handed out long ago, and never what waits")
    func clearing() async throws {
        try await EventHouse.with { house in
            for number in 0..<4 { try await house.here.say(OrderPlaced(number: number, mark: ""), about: .make()) }
            try await house.database.run(
                """
                UPDATE kernel.event SET dispatched_at = now() - interval '31 days', happened_at = now() - interval '31 days'
                WHERE content->>'number' IN ('0', '1');
                UPDATE kernel.event SET dispatched_at = now() - interval '29 days' WHERE content->>'number' = '2';
                UPDATE kernel.event SET happened_at = now() - interval '90 days' WHERE content->>'number' = '3';
                UPDATE kernel.event_record SET last_at = now() - interval '31 days' WHERE record IN (
                    SELECT record FROM kernel.event WHERE content->>'number' = '0')
                """)
            let clearing = EventClearing(database: house.control, pace: EventPace(), log: Log(into: KeptLines()))
            #expect(try await clearing.clear() == 2)
            #expect(try await clearing.clear() == 0)
            let left = try await house.database.rows("SELECT content->>'number' FROM kernel.event ORDER BY 1")
            #expect(left == [["2"], ["3"]])
            #expect(try await house.number("SELECT count(*) FROM kernel.event_record") == 3)
        }
    }
}
