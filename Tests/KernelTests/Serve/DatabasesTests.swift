import EventLoop
import Postgres
import TestKit
import Testing

@testable import Kernel

@Suite("The pools of the house")
struct DatabasesTests {
    private static func answering(_ addresses: DatabaseAddresses) async throws -> [String: Bool]? {
        let loops = try LoopGroup(count: 1)
        let blocking = BlockingPool(threads: 1, waiting: 10)
        defer {
            blocking.stop()
            loops.stop()
        }
        let configuration = try Configuration(environment: [:])
        guard let databases = Databases(addresses, configuration, loops: loops, blocking: blocking) else { return nil }
        let answers = await Task(executorPreference: loops.first) {
            let answers = await databases.answering()
            await databases.stop()
            return answers
        }.value
        return Dictionary(uniqueKeysWithValues: answers.map { ($0.role, $0.answers) })
    }

    @Test("are none without an address for app or control")
    func missing() async throws {
        var addresses = DatabaseAddresses()
        addresses.app = DatabaseURL(trusted: "postgresql:///konak?host=/nowhere")
        addresses.portal = addresses.app
        let found1 = try await Self.answering(addresses)
        #expect(found1 == nil)
    }

    @Test("have one for the portal when, and only when, its address is given")
    func portal() async throws {
        try await WalledDatabase.with { walled in
            func url(_ role: DatabaseRole) -> DatabaseURL {
                DatabaseURL(trusted: walled.database.connection(as: role.rawValue))
            }
            var addresses = DatabaseAddresses()
            (addresses.app, addresses.control) = (url(.app), url(.control))
            let found2 = try await Self.answering(addresses)
            #expect(found2 == ["app": true, "control": true])
            addresses.portal = url(.portal)
            let found3 = try await Self.answering(addresses)
            #expect(found3 == ["app": true, "control": true, "portal": true])
            addresses.portal = DatabaseURL(trusted: "postgresql:///konak?host=/nowhere&user=konak_portal")
            let found4 = try await Self.answering(addresses)
            #expect(found4 == ["app": true, "control": true, "portal": false])
        }
    }
}
