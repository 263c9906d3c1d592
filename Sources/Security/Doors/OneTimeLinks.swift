public import Core
public import Postgres
import SQL

/// Links that work once, soon, and on one host: the one they were made for, which is never taken from a request.
public struct OneTimeLinks: Sendable {
    /// What a link is for.
    public enum Purpose: String, Sendable, CaseIterable {
        /// Coming into a tenant for the first time.
        case invitation
        /// Proving that mail to an address arrives.
        case verification
        /// Setting a new password.
        case reset
        /// Proving a new address.
        case addressChange = "address_change"
        /// Coming into the portal as a customer.
        case portal
    }

    /// A link as it was made.
    public struct Link: Sendable, Hashable {
        /// For which person, or which customer in a portal.
        public let subject: UUIDv7
        /// Of which agency.
        public let agency: AgencyID?
        /// Of which tenant.
        public let tenant: TenantID?
        /// The new address, for a change of it.
        public let address: String?

        /// A link about a subject.
        public init(about subject: UUIDv7, agency: AgencyID?, tenant: TenantID?, address: String? = nil) {
            (self.subject, self.agency, self.tenant, self.address) = (subject, agency, tenant, address)
        }
    }

    /// Fifteen minutes.
    public static let lifetime = Duration.seconds(900)

    let control: PostgresDatabase
    let clock: any WallClock

    /// Links.
    public init(_ control: PostgresDatabase, clock: any WallClock) { (self.control, self.clock) = (control, clock) }

    /// A new link. Earlier ones for the same purpose and subject end with it.
    public func make(_ purpose: Purpose, _ link: Link, host: String) async throws -> SecretToken {
        let (token, now) = (SecretToken.random(), clock.now())
        _ = try await control.perform(all: [
            "DELETE FROM security.link WHERE subject_id = \(link.subject) AND purpose = \(purpose.rawValue)",
            """
            INSERT INTO security.link (token_hash, purpose, agency_id, tenant_id, subject_id, host, address, \
            created_at, expires_at) VALUES (\(try token.hash()), \(purpose.rawValue), \(link.agency), \(link.tenant), \
            \(link.subject), \(host), \(link.address), \(now), \(now + Self.lifetime))
            """,
        ])
        return token
    }

    /// Uses a link up: of many at once, one gets it. Nil for one that is used, late, for something else or from another
    /// host; the last two leave it usable where it belongs.
    public func take(_ token: SecretToken, for purpose: Purpose, host: String) async throws -> Link? {
        let rows = try await control.perform(
            """
            DELETE FROM security.link WHERE token_hash = \(try token.hash()) AND purpose = \(purpose.rawValue) \
            AND host = \(host) AND expires_at > \(clock.now()) RETURNING subject_id, agency_id, tenant_id, address
            """)
        return try rows.first.map {
            Link(
                about: try $0.decode(0), agency: try $0.decodeIfPresent(1), tenant: try $0.decodeIfPresent(2),
                address: try $0.decodeIfPresent(3))
        }
    }

    /// Forgets what is too late.
    public func sweep() async throws {
        _ = try await control.perform("DELETE FROM security.link WHERE expires_at <= \(clock.now())")
    }
}
