public import Core
public import ModuleKit
public import Postgres
import SQL

/// What is in the queues, for people: without what the mails say.
public struct MailLedger: Sendable {
    private let control: PostgresDatabase

    /// The queues of a database, as konak_control.
    public init(_ control: PostgresDatabase) { self.control = control }

    /// One mail.
    public struct Entry: Sendable {
        /// Its id.
        public let id: UUIDv7
        /// Whose it is: `platform`, `agency`, `agency/tenant`.
        public let house: String
        /// Which text.
        public let template: String
        /// Where it goes.
        public let address: String
        /// waiting, sending, sent, parked, expired or kept.
        public let state: String
        /// How often it was claimed.
        public let attempts: Int64
        /// Why it was not sent at last.
        public let lastError: String?
        /// What tells it from all others, once it was offered.
        public let messageID: String?
        /// When it was ordered.
        public let createdAt: Timestamp
        /// When it is looked at next; nil when it is at an end.
        public let nextAt: Timestamp?
        /// When it came to an end.
        public let endedAt: Timestamp?
    }

    /// The newest of a state, or of all, of one house or all.
    public func list(state: String? = nil, of house: MailHouse? = nil, most: Int = 100) async throws -> [Entry] {
        try await control.perform(
            """
            SELECT m.id, coalesce(a.slug || coalesce('/' || t.slug, ''), 'platform'), m.template, m.to_address, m.state,
                m.attempts, m.last_error, m.message_id, m.created_at,
                CASE WHEN m.state IN ('waiting', 'sending') THEN m.next_at END, m.ended_at
            FROM (
                SELECT id, NULL::uuid AS agency_id, tenant_id, template, to_address, state, attempts, last_error,
                    message_id, created_at, next_at, ended_at FROM delivery.mail
                UNION ALL
                SELECT id, agency_id, tenant_id, template, to_address, state, attempts, last_error, message_id,
                    created_at, next_at, ended_at FROM delivery.house_mail) m
            LEFT JOIN kernel.tenant t ON t.id = m.tenant_id
            LEFT JOIN kernel.agency a ON a.id = coalesce(m.agency_id, t.agency_id)
            WHERE (\(state) IS NULL OR m.state = \(state)) AND \(fragment: Self.isOf(house))
            ORDER BY m.created_at DESC, m.id DESC LIMIT \(most)
            """
        ).map { try Entry($0) }
    }

    private static func isOf(_ house: MailHouse?) -> Query {
        switch house {
        case nil: "true"
        case .platform: "(m.agency_id IS NULL AND m.tenant_id IS NULL)"
        case .agency(let agency): "a.id = \(agency)"
        case .tenant(let tenant): "m.tenant_id = \(tenant)"
        }
    }

    /// How many there are in each state.
    public func counts() async throws -> [(state: String, count: Int64)] {
        try await control.perform(
            """
            SELECT state, count(*) FROM (
                SELECT state FROM delivery.mail UNION ALL SELECT state FROM delivery.house_mail) m
            GROUP BY state ORDER BY state
            """
        ).map { (try $0.decode(0), try $0.decode(1)) }
    }

    /// Has a parked mail tried again from the beginning, as long as what it says is still there and of use.
    public func retry(_ id: UUIDv7) async throws -> Bool {
        let answers = try await control.perform(
            all: MailQueue.Name.allCases.map { queue in
                """
                UPDATE \(fragment: queue.table)
                SET state = 'waiting', next_at = now(), queued_at = now(), ended_at = NULL
                WHERE id = \(id) AND state = 'parked' AND sealed IS NOT NULL AND (not_after IS NULL OR not_after > now())
                """
            })
        return answers.contains { $0.affected > 0 }
    }

    /// The same for all that are parked; how many.
    public func retryAll() async throws -> Int {
        try await control.perform(
            all: MailQueue.Name.allCases.map { queue in
                """
                UPDATE \(fragment: queue.table)
                SET state = 'waiting', next_at = now(), queued_at = now(), ended_at = NULL
                WHERE state = 'parked' AND sealed IS NOT NULL AND (not_after IS NULL OR not_after > now())
                """
            }
        ).reduce(0) { $0 + $1.affected }
    }
}

extension MailLedger.Entry {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.decode(0), house: try row.decode(1), template: try row.decode(2), address: try row.decode(3),
            state: try row.decode(4), attempts: try row.decode(5), lastError: try row.decodeIfPresent(6),
            messageID: try row.decodeIfPresent(7), createdAt: try row.decode(8), nextAt: try row.decodeIfPresent(9),
            endedAt: try row.decodeIfPresent(10))
    }
}
