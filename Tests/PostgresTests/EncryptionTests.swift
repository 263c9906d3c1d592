import EventLoop
import Glibc
import SQL
import TestKit
import Testing

@testable import Postgres

@Suite struct EncryptionTests {
    /// A server that speaks TLS with a certificate of its own making, on a port that was free a moment ago.
    private func withEncryptedServer(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
        let port = try FreePort.find()
        try await TestCluster.with(port: port) { cluster in
            try await makeCertificate(for: cluster)
            try await cluster.administer("ALTER SYSTEM SET ssl = on")
            try await cluster.stop()
            try await cluster.launch()
            try await body("host=localhost port=\(port) dbname=postgres user=\(TestCluster.owner)")
        }
    }

    private func makeCertificate(for cluster: TestCluster) async throws {
        let data = cluster.folder + "/data"
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let command = ChildCommand(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-keyout", "\(data)/server.key", "-out", "\(data)/server.crt",
            ])
        let result = try await ChildProcess.run(on: loops.first, command, timeout: .seconds(60))
        #expect(result.exit.isSuccess)
        var owner = stat()
        unsafe stat(data, &owner)
        for file in ["\(data)/server.key", "\(data)/server.crt"] {
            unsafe chown(file, owner.st_uid, owner.st_gid)
            unsafe chmod(file, 0o600)
        }
    }

    @Test func `a name and an encrypted connection: small and large answers arrive whole`() async throws {
        try await withEncryptedServer { connection in
            try await withPostgres(PostgresSettings(connection: connection + " sslmode=require")) { driver, _ in
                let encrypted = try await driver.perform("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                #expect(try encrypted[0].decode(0, as: Bool.self))
                for size in [1, 8_000, 8_192, 16_384, 100_000, 3_000_000] {
                    let rows = try await driver.perform("SELECT repeat('x', \(Int32(size)))")
                    #expect(try rows[0].decode(0, as: String.self).utf8.count == size)
                }
                let text = String(repeating: "ş", count: 1_000_000)
                let back = try await driver.perform("SELECT \(text)")
                #expect(try back[0].decode(0, as: String.self) == text)
                let many = try await withThrowingTaskGroup(of: Int.self) { group in
                    for number in 0..<300 {
                        group.addTask { try await driver.perform("SELECT generate_series(1, \(Int32(number)))").count }
                    }
                    return try await group.reduce(0, +)
                }
                #expect(many == 300 * 299 / 2)
                #expect(await driver.counters().failures == 0)
            }
            let refused = await #expect(throws: PostgresError.self) {
                var settings = PostgresSettings(
                    connection: connection + " sslmode=verify-full sslrootcert=/nonexistent")
                settings.awayTimeout = .milliseconds(200)
                try await withPostgres(settings) { driver, _ in _ = try await driver.perform("SELECT 1") }
            }
            #expect(refused?.code == .unavailable)
        }
    }
}
