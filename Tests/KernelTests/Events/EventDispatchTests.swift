import Core
import EventLoop
import ModuleKit
import Postgres
import SQL
import Synchronization
import TestKit
import Testing

@testable import Kernel

@Suite("Handing out events")
struct EventDispatchTests {
    @Test("writes one job for each listener the plan allows, on or off, and each hears its own tenant's events only")
    func listeners() async throws {
        try await EventHouse.with { house in
            let record = UUIDv7.make()
            let id = try await house.here.say(OrderPlaced(number: 1, mark: "ours"), about: record)
            try await house.there.say(OrderPlaced(number: 1, mark: "theirs"), about: record)
            let dispatcher = house.dispatcher()
            try await house.handOutAll(dispatcher)
            let kinds = try await house.database.rows(
                """
                SELECT kind, queue, arguments->>'listener', lane FROM kernel.job WHERE tenant_id = $1::uuid ORDER BY 1, 3
                """, [EventHouse.tenant])
            let name = "orders.order.placed"
            #expect(
                kinds == [
                    ["crm.hear_event", "events", name, "\(record):crm:\(name)"],
                    ["crm.hear_event", "events", "\(name)/second", "\(record):crm:\(name)/second"],
                    ["desk.hear_event", "events", name, "\(record):desk:\(name)"],
                ])
            try await house.hearAll()
            let heard = house.heard.list
            #expect(heard.count == 2 * EventHouse.listeners)
            for one in heard {
                #expect(one.tenant.description == (one.event.mark == "ours" ? EventHouse.tenant : EventHouse.other))
                #expect(one.envelope.record == record && one.envelope.version == 2 && one.envelope.name == name)
            }
            #expect(Set(heard.filter { $0.event.mark == "ours" }.map(\.envelope.id)) == [id])
            let time = try await house.number(
                "SELECT (extract(epoch FROM happened_at) * 1000000)::bigint FROM kernel.event WHERE id = $1::uuid",
                [id.description])
            #expect(heard.contains { $0.envelope.id == id && $0.envelope.happenedAt.microseconds == Int64(time) })
        }
    }

    @Test("lets what nobody knows any more pass by, and reads what was said in an older form")
    func unknown() async throws {
        try await EventHouse.with { house in
            try await house.database.run(
                """
                INSERT INTO kernel.event (tenant_id, id, name, version, record, content) VALUES
                ('\(EventHouse.tenant)', gen_random_uuid(), 'gone.thing.happened', 1, gen_random_uuid(), '{"x": 1}'),
                ('\(EventHouse.tenant)', gen_random_uuid(), 'orders.order.placed', 1, gen_random_uuid(), '{"number": 7}')
                """)
            try await house.here.say(OrderPlaced(number: 8, mark: "new"), about: .make())
            try await house.handOutAll(house.dispatcher())
            #expect(try await house.number("SELECT count(*) FROM kernel.event WHERE dispatched_at IS NULL") == 0)
            try await house.hearAll()
            #expect(Set(house.heard.list.map(\.event.mark)) == ["of version 1", "new"])
        }
    }

    @Test("lets a listener that cannot read a version say so")
    func newer() async throws {
        try await EventHouse.with { house in
            try await house.database.run(
                """
                INSERT INTO kernel.event (tenant_id, id, name, version, record, content) VALUES
                ('\(EventHouse.tenant)', gen_random_uuid(), 'orders.order.placed', 3, gen_random_uuid(), '{}')
                """)
            try await house.handOutAll(house.dispatcher())
            await #expect(throws: EventFault.version(3, of: OrderPlaced.name)) { try await house.hearAll() }
            try await house.database.run("UPDATE kernel.job SET arguments = arguments || '{\"listener\": \"gone\"}'")
            await #expect(throws: EventFault.nobodyListens("gone")) { try await house.hearAll() }
        }
    }

    @Test("keeps the order of each record over a thousand events of fifty, with writers and dispatchers side by side")
    func order() async throws {
        try await EventHouse.with(loops: 2) { house in
            let records = (0..<50).map { _ in UUIDv7.make() }
            try ScriptConnection(house.database.connection(as: "konak_owner")).run(script: Self.counters)
            let course = Course()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask(executorPreference: house.loops.loops[writer % 2]) {
                        for turn in 0..<125 {
                            // Eight writers meet at the same record all the time.
                            try await Self.place(records[(turn * 7 + writer / 4) % 50], by: writer, in: house)
                        }
                    }
                }
                for index in 0..<3 {
                    group.addTask(executorPreference: house.loops.loops[index % 2]) {
                        let dispatcher = house.dispatcher(batch: 7)
                        while course.isWriting.withLock({ $0 }) {
                            if try await dispatcher.pass() == 0 { try await Task.sleep(for: .milliseconds(1)) }
                        }
                        try await house.handOutAll(dispatcher)
                    }
                }
                group.addTask(executorPreference: house.loops.first) {
                    while course.isWriting.withLock({ $0 }) {
                        // One statement is one moment.
                        let found = try await house.control.perform(
                            """
                            SELECT count(*) FROM kernel.event a JOIN kernel.event b USING (tenant_id, record)
                            WHERE a.dispatched_at IS NULL AND b.dispatched_at IS NOT NULL
                                AND a.happened_at < b.happened_at
                            """)
                        let count = try found[0].decode(0, as: Int64.self)
                        course.disorder.withLock { $0 += Int(count) }
                        try await Task.sleep(for: .milliseconds(3))
                    }
                }
                for _ in 0..<8 { try await group.next() }
                course.isWriting.withLock { $0 = false }
                try await group.waitForAll()
            }
            #expect(course.disorder.withLock { $0 } == 0)
            try await Self.expectOneJobEach(of: 1_000, in: house)
            // The order of a lane is that of its ids; the numbers were drawn under the lock of the record.
            let broken = try await house.number(
                """
                SELECT count(*) FROM (
                    SELECT (arguments->'content'->>'number')::integer AS number,
                        row_number() OVER (PARTITION BY tenant_id, lane ORDER BY id) AS place FROM kernel.job) AS queue
                WHERE number <> place
                """)
            #expect(broken == 0)
            let firsts = try await house.number(
                """
                SELECT count(*) FROM (
                    SELECT stage, row_number() OVER (PARTITION BY tenant_id, lane ORDER BY id) AS place FROM kernel.job
                ) AS queue WHERE (stage = 'ready') <> (place = 1)
                """)
            #expect(firsts == 0)
        }
    }

    private static let counters = """
        CREATE SCHEMA orders; GRANT USAGE ON SCHEMA orders TO konak_app;
        CREATE TABLE orders.counter (
            tenant_id uuid NOT NULL, id uuid NOT NULL, last integer NOT NULL, PRIMARY KEY (tenant_id, id));
        GRANT SELECT, INSERT, UPDATE ON orders.counter TO konak_app
        """

    private final class Course: Sendable {
        let isWriting = Mutex(true)
        let disorder = Mutex(0)
    }

    /// Draws the record's next number and says it, in one transaction. Half of them take their time in between.
    private static func place(_ record: UUIDv7, by writer: Int, in house: EventHouse) async throws {
        let door = writer % 2 == 0 ? house.here : house.there
        try await door.transaction { database in
            let rows = try await database.query(
                """
                INSERT INTO orders.counter (tenant_id, id, last) VALUES (kernel.tenant(), \(record), 1)
                ON CONFLICT (tenant_id, id) DO UPDATE SET last = counter.last + 1 RETURNING last
                """)
            if writer % 4 < 2 { await Task.yield() }
            let number = Int(try rows[0].decode(0, as: Int32.self))
            try await database.say(OrderPlaced(number: number, mark: "\(door.tenant)"), about: record)
        }
    }

    /// Every event is handed out, and every listener has exactly one job for each.
    static func expectOneJobEach(of events: Int, in house: EventHouse) async throws {
        #expect(try await house.number("SELECT count(*) FROM kernel.event WHERE dispatched_at IS NOT NULL") == events)
        #expect(try await house.number("SELECT count(*) FROM kernel.job") == events * EventHouse.listeners)
        let pairs = try await house.number(
            "SELECT count(DISTINCT (tenant_id, arguments->>'id', module, arguments->>'listener')) FROM kernel.job")
        #expect(pairs == events * EventHouse.listeners)
        let strays = try await house.number(
            """
            SELECT count(*) FROM kernel.job j WHERE NOT EXISTS (
                SELECT FROM kernel.event e WHERE e.tenant_id = j.tenant_id AND e.id::text = j.arguments->>'id')
            """)
        #expect(strays == 0)
    }
}
