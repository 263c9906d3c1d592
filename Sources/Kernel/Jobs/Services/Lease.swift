import Core
import Postgres
import SQL

/// A row that one node holds at a time, with a term that grows with every new holder.
struct Lease: Sendable {
    let name: String
    let holder: UUIDv7
    let length: Duration
    let control: PostgresDatabase

    /// Takes it if it is free or its time is over; the term, or nil when another holds it, or still writes under its
    /// fence.
    func take() async throws -> Int64? {
        try await control.perform(
            """
            WITH free AS MATERIALIZED ( \
                SELECT name FROM kernel.lease WHERE name = \(name) AND lease_until < now() FOR UPDATE SKIP LOCKED), \
            taken AS ( \
                UPDATE kernel.lease l SET holder = \(holder), term = l.term + 1, \
                    lease_until = now() + \(length.inMicroseconds) * interval '1 microsecond' \
                FROM free f WHERE l.name = f.name RETURNING l.term), \
            made AS ( \
                INSERT INTO kernel.lease (name, holder, lease_until) \
                SELECT \(name), \(holder), now() + \(length.inMicroseconds) * interval '1 microsecond' \
                WHERE NOT EXISTS (SELECT FROM kernel.lease WHERE name = \(name)) \
                ON CONFLICT (name) DO NOTHING RETURNING term) \
            SELECT term FROM taken UNION ALL SELECT term FROM made
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

    /// In a transaction it holds the lease until the end of it, and ends the transaction when it is over or another's.
    func fence(_ term: Int64) -> Query { "SELECT kernel.hold_lease(\(name), \(holder), \(term))" }

    /// Gives it up, so that the next need not wait.
    func giveUp(_ term: Int64) async throws {
        _ = try await control.perform(
            """
            UPDATE kernel.lease SET lease_until = '-infinity' \
            WHERE name = \(name) AND holder = \(holder) AND term = \(term)
            """, timeout: .seconds(5))
    }
}

extension SQLState {
    /// `kernel.hold_lease`: the lease is over, or another's by now.
    static let leaseNotHeld = SQLState("KJ002")
}
