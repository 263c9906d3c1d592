public import Core
import Postgres
import SQL

extension Passkeys {
    /// A passkey as lists show it.
    public struct Entry: Sendable, Hashable {
        /// Its number.
        public let id: UUIDv7
        /// What it is called.
        public let label: String
        /// The host it was made for: on any other it opens nothing.
        public let relyingParty: String
        /// Whether it can be in several devices.
        public let isSynced: Bool
        /// When it was made.
        public let created: Timestamp
        /// When it was used last; nil if never.
        public let lastUsed: Timestamp?
    }

    /// A person's passkeys, the oldest first.
    public func entries(of person: UserID) async throws -> [Entry] {
        try await control.perform(
            """
            SELECT id, label, relying_party, is_backup_eligible, created_at, last_used_at FROM security.passkey \
            WHERE person_id = \(person) ORDER BY created_at, id LIMIT 64
            """
        ).map { row in
            Entry(
                id: try row.decode(0), label: try row.decode(1), relyingParty: try row.decode(2),
                isSynced: try row.decode(3), created: try row.decode(4), lastUsed: try row.decodeIfPresent(5))
        }
    }

    /// Gives one of a person's passkeys another name; false when there is none of that number.
    public func rename(_ passkey: UUIDv7, of person: UserID, to label: String) async throws -> Bool {
        let rows = try await control.perform(
            """
            UPDATE security.passkey SET label = \(label) WHERE id = \(passkey) AND person_id = \(person) RETURNING 1
            """)
        return !rows.isEmpty
    }
}
