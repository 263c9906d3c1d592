import Core
import EventLoop
import ModuleKit
import Postgres
import SQL
import Synchronization
import TestKit
import Testing

@testable import Kernel

/// Listeners with the dispatcher and the runner of jobs at work, as in a node.
@Suite("Hearing events")
struct EventHearingTests {
    private struct Failure: Error {}

    /// Fails so many times.
    private final class Trouble: Sendable {
        private let left: Mutex<Int>
        init(_ times: Int) { left = Mutex(times) }

        func strike() throws {
            let isDue = left.withLock { left in
                left -= 1
                return left >= 0
            }
            if isDue { throw Failure() }
        }
    }

    @Test("a failing listener is tried again, and holds up neither other records nor other listeners nor its order")
    func failing() async throws {
        let (broken, sound, trouble) = (UUIDv7.make(), UUIDv7.make(), Trouble(2))
        let handler: EventHouse.Handler = { label, event, envelope in
            if label == "crm", envelope.record == broken, event.number == 1 { try trouble.strike() }
        }
        try await EventHouse.with(hearing: handler) { house in
            for number in 1...3 {
                for record in [broken, sound] {
                    try await house.here.say(OrderPlaced(number: number, mark: ""), about: record)
                }
            }
            try await house.atWork {
                // Two listeners are on; the third's module is switched off for this tenant.
                let isAllHeard = try await EventHouse.wait { house.heard.list.count == 12 }
                #expect(isAllHeard)
            }
            let heard = house.heard.list
            for label in ["crm", "crm second"] {
                for record in [broken, sound] {
                    let numbers = heard.filter { $0.listener == label && $0.envelope.record == record }
                        .map(\.event.number)
                    #expect(numbers == [1, 2, 3], "\(label)")
                }
            }
            // What failed came last; what it had nothing to do with did not wait for it.
            #expect(heard.suffix(3).allSatisfy { $0.listener == "crm" && $0.envelope.record == broken })
        }
    }

    @Test("a listener that never succeeds ends among the dead, where it can be seen and given back to the queue")
    func dead() async throws {
        let trouble = Trouble(1)
        let handler: EventHouse.Handler = { label, _, _ in if label == "crm" { try trouble.strike() } }
        try await EventHouse.with(hearing: handler) { house in
            let id = try await house.here.say(OrderPlaced(number: 1, mark: "kept"), about: .make())
            try await house.handOutAll(house.dispatcher())
            try await house.database.run("UPDATE kernel.job SET most_attempts = 1")
            try await house.atWork {
                let isDead = try await EventHouse.wait {
                    try await house.number("SELECT count(*) FROM kernel.job WHERE state = 'dead'") == 1
                }
                #expect(isDead)
                let dead = try await house.control.perform(
                    "SELECT kind, arguments->>'id', arguments->'content'->>'mark' FROM kernel.job WHERE state = 'dead'")
                #expect(try dead[0].decode(0, as: String.self) == "crm.hear_event")
                #expect(try dead[0].decode(1, as: String.self) == id.description)
                #expect(try dead[0].decode(2, as: String.self) == "kept")
                // As the console gives it back.
                _ = try await house.control.perform(
                    """
                    UPDATE kernel.job SET state = 'waiting', stage = 'ready', attempt = 0, finished_at = NULL
                    WHERE state = 'dead'
                    """)
                let isHeard = try await EventHouse.wait {
                    house.heard.list.contains { $0.listener == "crm" && $0.envelope.id == id }
                }
                #expect(isHeard)
            }
        }
    }

    @Test("a module that is off hears nothing, and everything in its order once it is on again")
    func switchedOff() async throws {
        try await EventHouse.with { house in
            let record = UUIDv7.make()
            for number in 1...5 { try await house.here.say(OrderPlaced(number: number, mark: ""), about: record) }
            try await house.atWork {
                let othersHeard = try await EventHouse.wait { house.heard.list.count == 10 }
                #expect(othersHeard && !house.heard.list.contains { $0.listener == "desk" })
                let waiting = try await house.number(
                    "SELECT count(*) FROM kernel.job WHERE module = 'desk' AND state = 'waiting'")
                #expect(waiting == 5)
                try await house.database.run("UPDATE kernel.module_switch SET is_on = true WHERE module = 'desk'")
                let isHeard = try await EventHouse.wait { house.heard.list.count == 15 }
                #expect(isHeard)
            }
            let numbers = house.heard.list.filter { $0.listener == "desk" }.map(\.event.number)
            #expect(numbers == [1, 2, 3, 4, 5])
        }
    }
}
