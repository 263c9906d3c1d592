import Core
import Kernel
import Postgres
import SQL
import TestKit
import Testing

@Suite("A run of statements in a tenant's transaction")
struct SequenceTests {
    /// Each ends or leaves the transaction by another word, and then enters the neighbour.
    private static let ends: [[Query]] = [
        ["COMMIT", "BEGIN"], ["ROLLBACK", "BEGIN"], ["END", "START TRANSACTION"], ["ABORT", "BEGIN"],
        ["COMMIT AND CHAIN"], ["ROLLBACK AND CHAIN"], ["SAVEPOINT s", "ROLLBACK TO s"], ["SAVEPOINT s", "RELEASE s"],
        ["/* x */ commit", "begin"], ["COMMIT WORK"], ["ROLLBACK"], ["COMMIT"], ["BEGIN"], [],
    ]

    @Test("never enters another tenant, whatever it tries to end first")
    func stays() async throws {
        try await SampleSchema.with { walled in
            let theirs = try #require(UUIDv7(WalledDatabase.theirs))
            let ours = try #require(UUIDv7(WalledDatabase.ours))
            let own = try await walled.database.withDriver(as: "konak_app") { driver, _ in
                for end in Self.ends {
                    let rows = try? await driver.withTransaction(after: "SELECT kernel.enter(\(ours))") { connection in
                        // What is refused may be caught and gone over; the next statement decides.
                        for query in end { _ = try? await connection.query(query) }
                        _ = try? await connection.query("SELECT kernel.enter(\(theirs))")
                        return try await connection.query("SELECT name FROM crm.customer")
                            .map { try $0.decode(0, as: String.self) }
                    }
                    #expect(!(rows ?? []).contains("canary theirs"), "\(end.map(\.sql))")
                }
                // A run that tries nothing sees its own.
                return try await driver.withTransaction(after: "SELECT kernel.enter(\(ours))") { connection in
                    try await connection.query("SELECT name FROM crm.customer")
                        .map { try $0.decode(0, as: String.self) }
                }
            }
            #expect(own == ["canary ours"])
        }
    }
}
