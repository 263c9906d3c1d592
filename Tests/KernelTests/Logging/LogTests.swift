import Core
import TestKit
import Testing

@testable import Kernel
@testable import Postgres

@Suite("The log")
struct LogTests {
    private static let mail = "ayse.yilmaz@example.com.tr"

    private struct Wrapped: Error { let inner: any Error }

    /// As a server's refusal looks, with a personal datum wherever one can be.
    private static var refused: PostgresError {
        var error = PostgresError(
            .server, "duplicate key for \(mail)", sqlState: .uniqueViolation)
        error.detail = "Key (mail)=(\(mail)) already exists."
        error.constraint = "customer_mail_key"
        error.statement = "INSERT INTO customer (mail) VALUES ('\(mail)')"
        return error
    }

    private static func logged(_ cause: any Error, at level: LogLevel = .info) throws -> String {
        let path = LocalPath("/tmp/konak-log-\(UInt64.random(in: 0 ... .max))")
        defer { try? path.remove() }
        let file = try #require(LogFile(path: path.text))
        Log(into: file, minimum: level).error("request failed", cause: cause)
        file.stop()
        return try path.readText()
    }

    @Test("never holds what the database said, whoever carries the error")
    func noData() throws {
        let carriers: [any Error] = [
            Self.refused, TransactionError(body: Self.refused, rollback: Self.refused), Wrapped(inner: Self.refused),
            Wrapped(inner: TransactionError(commit: Self.refused)),
            Problem(wrapping: Self.refused),
        ]
        for cause in carriers {
            for level in [LogLevel.info, .warning, .error] {
                let line = try Self.logged(cause, at: level)
                #expect(!line.contains("example") && !line.contains("VALUES"), "\(line)")
                #expect(line.contains("23505") && line.contains("customer_mail_key") && line.contains("INSERT "))
            }
        }
    }

    @Test("holds it at level debug")
    func debug() throws {
        #expect(try Self.logged(Self.refused, at: .debug).contains("Key (mail)=(\(Self.mail))"))
        #expect(try Self.logged(TransactionError(body: Self.refused), at: .debug).contains(Self.mail))
    }

    @Test("holds no data of a row that a real server refused")
    func realRefusal() async throws {
        try await TestDatabase.with { database in
            try await database.run(
                """
                CREATE TABLE customer (mail text CONSTRAINT customer_mail_key UNIQUE);
                INSERT INTO customer VALUES ('\(Self.mail)')
                """)
            let connection = try ScriptConnection(database.connection())
            let error = refusal(of: "INSERT INTO customer VALUES ('\(Self.mail)')", on: connection)
            // The server does say it, or this test would prove nothing.
            #expect(error?.unredacted.contains(Self.mail) == true)
            let line = try error.map { try Self.logged($0) } ?? Self.mail
            #expect(!line.contains(Self.mail) && line.contains("23505") && line.contains("customer_mail_key"))
        }
    }
}
