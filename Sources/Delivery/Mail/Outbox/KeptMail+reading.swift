import Core
import Postgres
import SQL

extension KeptMail {
    /// A kept mail as a list shows it.
    struct Entry: Sendable {
        let id: UUIDv7
        let house: String
        let recipient: String
        let subject: String
        let keptAt: Timestamp
    }

    /// A kept mail, whole.
    struct Shown: Sendable {
        let entry: Entry
        let html: String
        let text: String
        let head: String
    }

    /// The newest first.
    static func list(in database: PostgresDatabase) async throws -> [Entry] {
        try await database.perform(
            """
            SELECT id, house, recipient, subject, kept_at FROM delivery.kept_mail
            ORDER BY kept_at DESC, id DESC LIMIT 200
            """
        ).map { try Entry($0) }
    }

    static func find(_ id: UUIDv7, in database: PostgresDatabase) async throws -> Shown? {
        let rows = try await database.perform(
            """
            SELECT id, house, recipient, subject, kept_at, html, plain, head FROM delivery.kept_mail WHERE id = \(id)
            """)
        guard let row = rows.first else { return nil }
        return Shown(
            entry: try Entry(row), html: try row.decode(5), text: try row.decode(6), head: try row.decode(7))
    }
}

extension KeptMail.Entry {
    fileprivate init(_ row: Row) throws {
        id = try row.decode(0)
        house = try row.decode(1)
        recipient = try row.decode(2)
        subject = try row.decode(3)
        keptAt = try row.decode(4)
    }
}
