import Core
import ModuleKit
import Postgres
import SQL
import Synchronization
import TestKit
import Testing

@testable import Kernel

@Suite("Saying an event")
struct EventSayingTests {
    private struct Huge: Event {
        static let name = EventName("orders.huge.said")
        let text: String
    }

    private struct Failure: Error {}

    @Test("belongs to the transaction: with it the event is there, without it it never was")
    func transaction() async throws {
        try await EventHouse.with { house in
            let record = UUIDv7.make()
            await #expect(throws: (any Error).self) {
                try await house.here.transaction { database in
                    try await database.say(OrderPlaced(number: 1, mark: "a"), about: record)
                    throw Failure()
                }
            }
            #expect(try await house.number("SELECT count(*) FROM kernel.event") == 0)
            let id = try await house.here.transaction { database in
                try await database.say(OrderPlaced(number: 2, mark: "b"), about: record)
            }
            let rows = try await house.database.rows(
                """
                SELECT id::text, tenant_id::text, name, version::text, module, record::text, content->>'mark',
                    (dispatched_at IS NULL)::text FROM kernel.event
                """)
            #expect(
                rows == [
                    [
                        id.description, EventHouse.tenant, "orders.order.placed", "2", "orders", record.description,
                        "b", "true",
                    ]
                ])
        }
    }

    @Test("is refused where the content is not ids but books")
    func size() async throws {
        #expect(throws: EventFault.size(70_011, of: Huge.name)) {
            try Huge(text: String(repeating: "x", count: 70_000)).saying(about: .make())
        }
    }

    @Test("stays behind the wall: neither reading, nor claiming another tenant, nor another time, nor taking it back")
    func walls() async throws {
        try await EventHouse.with { house in
            try await house.here.say(OrderPlaced(number: 1, mark: "ours"), about: .make())
            #expect(try await house.there.query("SELECT id FROM kernel.event").isEmpty)
            #expect(try await house.here.query("SELECT id FROM kernel.event").count == 1)
            #expect(try await house.there.query("SELECT record FROM kernel.event_record").isEmpty)
            let (tenant, record) = (try #require(UUIDv7(EventHouse.tenant)), UUIDv7.make())
            let refused: [Query] = [
                """
                INSERT INTO kernel.event (tenant_id, id, name, version, record, content)
                VALUES (\(tenant), \(UUIDv7.make()), 'orders.order.placed', 1, \(record), '{}')
                """,
                """
                INSERT INTO kernel.event (tenant_id, id, name, version, record, content, happened_at)
                VALUES (kernel.tenant(), \(UUIDv7.make()), 'orders.order.placed', 1, \(record), '{}', now())
                """,
                "UPDATE kernel.event SET dispatched_at = now()",
                "DELETE FROM kernel.event",
                "DELETE FROM kernel.event_record",
            ]
            for query in refused {
                await #expect(throws: PostgresError.self, "\(query)") { _ = try await house.there.query(query) }
            }
        }
    }

    @Test("is not for customers: what they did becomes an event on the staff's side")
    func customers() async throws {
        try await EventHouse.with { house in
            let portal = try ScriptConnection(house.database.connection(as: "konak_portal"))
            let refused = refusal(
                of: """
                    BEGIN; SELECT kernel.enter('\(EventHouse.tenant)', gen_random_uuid());
                    INSERT INTO kernel.event (tenant_id, id, name, version, record, content)
                    VALUES (kernel.tenant(), gen_random_uuid(), 'orders.order.placed', 1, gen_random_uuid(), '{}')
                    """, on: portal)
            #expect(refused?.sqlState?.text == "42501")
        }
    }

    @Test("waits for whoever speaks of the same record, and gets the later time though the clock was set back")
    func order() async throws {
        try await EventHouse.with { house in
            let record = UUIDv7.make()
            let isCommitted = Mutex(false)
            let (began, begin) = AsyncStream.makeStream(of: Void.self)
            async let first: Void = house.here.transaction { database in
                try await database.say(OrderPlaced(number: 1, mark: ""), about: record)
                begin.finish()
                try await Task.sleep(for: .milliseconds(200))
                isCommitted.withLock { $0 = true }
            }
            for await _ in began {}
            // Another record's has no reason to wait.
            try await house.here.say(OrderPlaced(number: 1, mark: ""), about: .make())
            let isFree = !isCommitted.withLock { $0 }
            #expect(isFree)
            try await house.here.say(OrderPlaced(number: 2, mark: ""), about: record)
            #expect(isCommitted.withLock { $0 })
            try await first
            try await house.database.run("UPDATE kernel.event_record SET last_at = last_at + interval '1 hour'")
            try await house.here.say(OrderPlaced(number: 3, mark: ""), about: record)
            try await house.here.say(OrderPlaced(number: 4, mark: ""), about: record)
            let numbers = try await house.database.rows(
                "SELECT content->>'number' FROM kernel.event WHERE record = $1::uuid ORDER BY happened_at",
                [record.description])
            #expect(numbers == [["1"], ["2"], ["3"], ["4"]])
        }
    }

    @Test(
        "takes no moment without end for the last one of a record: none could be said about it any more",
        arguments: ["infinity", "-infinity", "2200-01-01"])
    func moments(_ moment: String) async throws {
        try await EventHouse.with { house in
            try await house.here.say(OrderPlaced(number: 1, mark: ""), about: .make())
            for role in ["konak_app", "konak_control", "konak_owner"] {
                let connection = try ScriptConnection(house.database.connection(as: role))
                let enter = role == "konak_control" ? "" : "SELECT kernel.enter('\(EventHouse.tenant)');"
                let refused = refusal(
                    of: "BEGIN; \(enter) UPDATE kernel.event_record SET last_at = '\(moment)'", on: connection)
                #expect(refused?.sqlState?.text == "23514", "\(role)")
            }
        }
    }

    @Test("keeps the time that an event brings along when its tenant moves in")
    func moving() async throws {
        try await EventHouse.with { house in
            let owner = try ScriptConnection(house.database.connection(as: "konak_owner"))
            try owner.run(
                script: """
                    BEGIN; SELECT kernel.enter('\(EventHouse.tenant)');
                    INSERT INTO kernel.event (tenant_id, id, name, version, record, content, happened_at)
                    VALUES (kernel.tenant(), gen_random_uuid(), 'orders.order.placed', 1, gen_random_uuid(), '{}',
                        '2020-01-01'); COMMIT
                    """)
            #expect(
                try await house.number("SELECT count(*) FROM kernel.event WHERE happened_at = '2020-01-01'") == 1)
            #expect(try await house.number("SELECT count(*) FROM kernel.event_record") == 0)
        }
    }
}
