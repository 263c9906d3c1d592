import Core
import ModuleKit
import Synchronization
import TestKit
import Testing

@testable import Kernel

/// Listeners that lead back to themselves.
@Suite("A storm of events")
struct EventStormTests {
    /// How a listener says its own event again.
    enum Way: CaseIterable { case itself, job, tenantsTransaction }

    private final class Door: Sendable {
        let house = Mutex<EventHouse?>(nil)
    }

    private static func again(_ way: Way, _ event: OrderPlaced, _ record: UUIDv7, in house: EventHouse) async throws {
        let next = event.number + 1
        switch way {
        case .itself: try await house.here.say(OrderPlaced(number: next, mark: ""), about: record)
        case .job: try await house.here.enqueue(PlaceAgain(number: next, record: record))
        case .tenantsTransaction:
            _ = try await house.here.transaction { database in
                try await database.say(OrderPlaced(number: next, mark: ""), about: record)
            }
        }
    }

    @Test(
        "ends at its bound, among the dead, with a word in the log, and nobody else waits for it",
        arguments: Way.allCases)
    func storm(_ way: Way) async throws {
        let (door, lines) = (Door(), KeptLines())
        let handler: EventHouse.Handler = { label, event, envelope in
            guard label == "crm", event.mark != "calm", let house = door.house.withLock(\.self) else { return }
            try await Self.again(way, event, envelope.record, in: house)
        }
        try await EventHouse.with(hearing: handler) { house in
            door.house.withLock { $0 = house }
            let first = try await house.here.say(OrderPlaced(number: 0, mark: ""), about: .make())
            try await house.atWork(log: lines) {
                let isDead = try await EventHouse.wait {
                    try await house.number("SELECT count(*) FROM kernel.job WHERE state = 'dead'") == 1
                }
                #expect(isDead)
                try await house.there.say(OrderPlaced(number: 100, mark: "calm"), about: .make())
                let isHeard = try await EventHouse.wait { house.heard.list.contains { $0.event.mark == "calm" } }
                let isOver = try await EventHouse.wait {
                    house.heard.list.count { $0.listener == "crm second" && $0.event.mark == "" }
                        == EventEnvelope.mostDepth + 1
                }
                #expect(isHeard && isOver)
            }
            let dead = try await house.database.rows(
                "SELECT reason, attempt::text FROM kernel.job WHERE state = 'dead'")
            #expect(dead == [["event_storm", "1"]])
            let depths = try await house.database.rows(
                "SELECT depth::text FROM kernel.event WHERE content->>'mark' = '' ORDER BY happened_at")
            #expect(depths == (0...EventEnvelope.mostDepth).map { ["\($0)"] })
            let second = house.heard.list.filter { $0.listener == "crm second" && $0.event.mark == "" }
            #expect(second.map(\.envelope.depth) == Array(0...EventEnvelope.mostDepth))
            #expect(second.first?.envelope.id == first)
            #expect(lines.lines.count { $0.contains("job dead") } == 1)
            door.house.withLock { $0 = nil }
        }
    }

    @Test("is none where the next round is put off, and where nothing was heard before")
    func calm() async throws {
        try await EventHouse.with { house in
            let (later, soon) = (PlaceAgain(number: 1, record: .make()), PlaceAgain(number: 2, record: .make()))
            try await house.here.enqueue(soon)
            try await EventChain.follow(to: 3) {
                try await house.here.enqueue(soon)
                try await house.here.enqueue(later, .after(.seconds(3600)))
                try await house.here.say(OrderPlaced(number: 1, mark: ""), about: .make())
            }
            let rows = try await house.database.rows(
                "SELECT arguments->>'number', arguments->>'konak.depth' FROM kernel.job ORDER BY id")
            #expect(rows == [["2", nil], ["2", "3"], ["1", nil]])
            #expect(try await house.number("SELECT depth FROM kernel.event") == 3)
            try await house.database.run("DELETE FROM kernel.job WHERE stage = 'later'")
            try await house.hearAll()
            let depths = try await house.database.rows("SELECT depth::text FROM kernel.event ORDER BY 1")
            #expect(depths == [["0"], ["3"], ["3"]])
        }
    }
}
