import Core
import Postgres
import SQL

/// A row that one node holds at a time, with a term that grows with every new holder.
struct Lease: Sendable {
    let name: String
    let holder: UUIDv7
    let length: Duration
    let control: PostgresDatabase

    /// Takes it if it is free or its time is over; the term, or nil when another holds it.
    func take() async throws -> Int64? {
        try await control.perform(
            """
            INSERT INTO kernel.lease AS l (name, holder, lease_until) \
            VALUES (\(name), \(holder), now() + \(length.inMicroseconds) * interval '1 microsecond') \
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, term = l.term + 1, \
            lease_until = excluded.lease_until WHERE l.lease_until < now() RETURNING term
            """
        ).first.map { try $0.decode(0) }
    }

    /// Keeps it for another length. False when it is another's by now.
    func keep(_ term: Int64) async throws -> Bool {
        try await control.perform(
            """
            UPDATE kernel.lease SET lease_until = now() + \(length.inMicroseconds) * interval '1 microsecond' \
            WHERE name = \(name) AND holder = \(holder) AND term = \(term)
            """, timeout: length / 4
        ).affected == 1
    }

    /// Gives it up, so that the next need not wait.
    func giveUp(_ term: Int64) async throws {
        _ = try await control.perform(
            """
            UPDATE kernel.lease SET lease_until = '-infinity' \
            WHERE name = \(name) AND holder = \(holder) AND term = \(term)
            """, timeout: .seconds(5))
    }
}
