import Core
import ModuleKit
import Postgres
import SQL

/// The two queues of mail, as the sender sees them. Time is the database's: no node's clock decides over a lease.
struct MailQueue: Sendable {
    enum Name: String, Sendable, CaseIterable {
        /// Ordered in transactions of tenants.
        case tenants
        /// Ordered by parts of the house.
        case house

        var table: Query { self == .tenants ? "delivery.mail" : "delivery.house_mail" }
    }

    let database: PostgresDatabase
    /// Who claims: one sender in one process.
    let holder: UUIDv7
    /// How long a claim lasts unless it is renewed.
    var lease = Duration.seconds(60)

    private var leaseSeconds: Double { Double(lease.components.seconds) + Double(lease.components.attoseconds) / 1e18 }
    private var leaseEnd: Query { "now() + make_interval(secs => \(leaseSeconds))" }

    // MARK: Claiming

    /// Takes mail that is due, at most so many of each queue. The most urgent of every tenant come first, then the next
    /// of every tenant: who has a hundred thousand waiting does not hold up who has one.
    func claim(_ most: Int) async throws -> [MailClaim] {
        let answers = try await database.perform(all: [claimOfTenants(most), claimOfHouse(most)])
        let queues: [Name] = [.tenants, .house]
        return try zip(answers, queues).flatMap { rows, queue in try rows.map { try MailClaim($0, queue) } }
    }

    private func claimOfTenants(_ most: Int) -> Query {
        """
        WITH RECURSIVE house AS (
            (SELECT m.tenant_id FROM delivery.mail m WHERE m.state IN ('waiting', 'sending')
             ORDER BY m.tenant_id LIMIT 1)
            UNION ALL
            SELECT (SELECT m.tenant_id FROM delivery.mail m
                    WHERE m.state IN ('waiting', 'sending') AND m.tenant_id > h.tenant_id
                    ORDER BY m.tenant_id LIMIT 1)
            FROM house h WHERE h.tenant_id IS NOT NULL
        ), due AS (
            SELECT d.tenant_id, d.id, row_number() OVER (PARTITION BY d.tenant_id ORDER BY d.is_digest, d.next_at) AS turn
            FROM house h CROSS JOIN LATERAL (
                SELECT m.tenant_id, m.id, m.is_digest, m.next_at FROM delivery.mail m
                WHERE m.tenant_id = h.tenant_id AND m.state IN ('waiting', 'sending') AND m.next_at <= now()
                ORDER BY m.is_digest, m.next_at LIMIT \(2 * most)) d
        ), taken AS (
            SELECT m.tenant_id, m.id FROM due JOIN delivery.mail m ON m.tenant_id = due.tenant_id AND m.id = due.id
            WHERE m.state IN ('waiting', 'sending') AND m.next_at <= now()
            ORDER BY due.turn, m.is_digest, m.next_at LIMIT \(most) FOR UPDATE OF m SKIP LOCKED
        )
        UPDATE delivery.mail m
        SET state = 'sending', holder = \(holder), attempts = m.attempts + 1, next_at = \(fragment: leaseEnd)
        FROM taken WHERE m.tenant_id = taken.tenant_id AND m.id = taken.id
        RETURNING \(fragment: MailClaim.columns)
        """
    }

    private func claimOfHouse(_ most: Int) -> Query {
        """
        WITH taken AS (
            SELECT m.id FROM delivery.house_mail m WHERE m.state IN ('waiting', 'sending') AND m.next_at <= now()
            ORDER BY m.is_digest, m.next_at LIMIT \(most) FOR UPDATE SKIP LOCKED
        )
        UPDATE delivery.house_mail m
        SET state = 'sending', holder = \(holder), attempts = m.attempts + 1, next_at = \(fragment: leaseEnd)
        FROM taken WHERE m.id = taken.id
        RETURNING \(fragment: MailClaim.columns), m.agency_id
        """
    }

    /// Renews all claims of this holder that still hold. What was lost stays lost.
    func renew() async throws {
        _ = try await database.perform(
            all: Name.allCases.map { queue in
                """
                UPDATE \(fragment: queue.table) SET next_at = \(fragment: leaseEnd)
                WHERE holder = \(holder) AND state = 'sending' AND next_at > now()
                """
            })
    }

    // MARK: What becomes of a claim

    /// The last word before a mail is offered: false when the claim is somebody else's by now. The identifier it was
    /// given first stays, so that a repeat can be known as one.
    func begin(_ claim: MailClaim, messageID: String) async throws -> String? {
        let rows = try await database.perform(
            """
            UPDATE \(fragment: claim.queue.table)
            SET message_id = coalesce(message_id, \(messageID)), next_at = \(fragment: leaseEnd)
            WHERE \(fragment: mine(claim)) RETURNING message_id
            """)
        return try rows.first?.decode(0)
    }

    /// It is at an end: the sealed part is wiped, unless somebody may tell it to try again.
    @discardableResult
    func end(_ claim: MailClaim, _ state: MailEnd) async throws -> Bool {
        let keeps = if case .parked = state { true } else { false }
        return try await database.perform(
            """
            UPDATE \(fragment: claim.queue.table)
            SET state = \(state.word), last_error = \(state.error), ended_at = now(), holder = NULL,
                sealed = CASE WHEN \(keeps) THEN sealed END
            WHERE \(fragment: mine(claim))
            """
        ).affected == 1
    }

    /// Not now; later. What is of no use after a time is looked at then, so that its secrets do not lie about.
    @discardableResult
    func wait(_ claim: MailClaim, until instant: Timestamp, error: String?) async throws -> Bool {
        let next = claim.notAfter.map { min($0, instant) } ?? instant
        return try await database.perform(
            """
            UPDATE \(fragment: claim.queue.table)
            SET state = 'waiting', next_at = \(next), holder = NULL, last_error = coalesce(\(error), last_error)
            WHERE \(fragment: mine(claim))
            """
        ).affected == 1
    }

    private func mine(_ claim: MailClaim) -> Query {
        let place: Query
        if claim.queue == .tenants, let tenant = claim.house.tenant {
            place = "tenant_id = \(tenant) AND id = \(claim.id)"
        } else {
            place = "id = \(claim.id)"
        }
        return "\(fragment: place) AND state = 'sending' AND holder = \(holder) AND attempts = \(claim.attempt)"
    }

    // MARK: Tidying up

    /// Wipes what parked mail still holds after a week, and forgets mail that ended three months ago.
    func tidy() async throws {
        _ = try await database.perform(
            all: Name.allCases.flatMap { queue -> [Query] in
                [
                    """
                    UPDATE \(fragment: queue.table) SET sealed = NULL
                    WHERE state = 'parked' AND sealed IS NOT NULL AND ended_at < now() - interval '7 days'
                    """,
                    """
                    DELETE FROM \(fragment: queue.table) WHERE ctid = ANY (ARRAY(
                        SELECT ctid FROM \(fragment: queue.table)
                        WHERE ended_at < now() - interval '90 days' ORDER BY ended_at LIMIT 1000))
                    """,
                ]
            } + ["DELETE FROM delivery.kept_mail WHERE kept_at < now() - interval '7 days'"])
    }
}

/// How a mail ends.
enum MailEnd: Sendable, Hashable {
    /// A server took it.
    case sent
    /// It will not be tried again by itself.
    case parked(String)
    /// It would be of no use any more.
    case expired
    /// It lies in the outbox of a house that has no mail server.
    case kept

    var word: String {
        switch self {
        case .sent: "sent"
        case .parked: "parked"
        case .expired: "expired"
        case .kept: "kept"
        }
    }

    var error: String? { if case .parked(let code) = self { code } else { nil } }
}
