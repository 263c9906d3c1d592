import EventLoop
import SQL
import TestKit
import Testing

@testable import Postgres

@Suite struct ListenTests {
    /// `@unchecked Sendable`: used on one loop only.
    private final class Heard: @unchecked Sendable {
        var events: [ListenEvent] = []
        var connections: Int { events.count { $0 == .connected } }

        func wait(on loop: Loop, until isThere: (Heard) -> Bool) async throws {
            for _ in 0..<500 where !isThere(self) { try await loop.sleep(for: .milliseconds(10)) }
        }
    }

    @Test func `notices arrive in order, with their channel, and again after a broken connection`() async throws {
        try await TestDatabase.with { database in
            try await database.withDriver { driver, loops in
                let (loop, heard) = (loops.first, Heard())
                let listener = driver.listen(on: loop, to: [Identifier("news"), Identifier("Mixed Case")]) {
                    heard.events.append($0)
                }
                try await heard.wait(on: loop) { $0.connections == 1 }
                #expect(heard.events == [.connected])
                for number in 0..<50 { _ = try await driver.perform("SELECT pg_notify('news', \("ğ\(number)"))") }
                _ = try await driver.perform("SELECT pg_notify('Mixed Case', '')")
                try await heard.wait(on: loop) { $0.events.count == 52 }
                #expect(
                    heard.events.dropFirst().prefix(50)
                        == (0..<50).map { .notification(channel: "news", payload: "ğ\($0)") }[...])
                #expect(heard.events.last == .notification(channel: "Mixed Case", payload: ""))

                _ = try await database.rows(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND query LIKE 'LISTEN%'
                    """)
                try await heard.wait(on: loop) { $0.connections == 2 }
                #expect(heard.events.last == .connected)
                _ = try await driver.perform("SELECT pg_notify('news', 'again')")
                try await heard.wait(on: loop) { $0.events.count == 54 }
                #expect(heard.events.last == .notification(channel: "news", payload: "again"))

                listener.stop()
                _ = try await driver.perform("SELECT pg_notify('news', 'too late')")
                try await loop.sleep(for: .milliseconds(50))
                #expect(heard.events.count == 54)
            }
        }
    }

    @Test func `a listener waits for a server that is away`() async throws {
        try await TestCluster.with { cluster in
            try await TestDatabase.with(on: cluster) { database in
                try await database.withDriver { driver, loops in
                    try await cluster.kill()
                    let (loop, heard) = (loops.first, Heard())
                    let listener = driver.listen(on: loop, to: [Identifier("news")]) { heard.events.append($0) }
                    try await loop.sleep(for: .milliseconds(300))
                    #expect(heard.events.isEmpty)
                    try await cluster.launch()
                    try await heard.wait(on: loop) { $0.connections == 1 }
                    #expect(heard.events == [.connected])
                    listener.stop()
                }
            }
        }
    }
}
