public import Core
import ModuleKit
import SQL

/// A row of `kernel.domain`.
public struct Domain: Sendable, Hashable {
    /// Whether it is proven.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Nobody looked yet.
        case pending
        /// It is proven, and served.
        case verified
        /// When last looked for, the proof was not there.
        case failed
    }

    /// The host.
    public let host: String
    /// Which face it shows.
    public let surface: String
    /// The agency's slug; nil for the operator's.
    public let agency: String?
    /// The tenant's slug.
    public let tenant: String?
    /// Whether links lead there.
    public let isPrimary: Bool
    /// Whether it is proven.
    public let state: State
    /// The text to be put in its DNS.
    public let challenge: String
    /// When the DNS was last looked at.
    public let checkedAt: Timestamp?

    /// The name under which the text is looked for.
    public var recordName: String { DomainProof.recordName(for: host) }

    static let columns: Query = """
        d.host, d.surface, a.slug, t.slug, d.is_primary, d.state, d.challenge, d.checked_at
        """
    static let joins: Query = """
        LEFT JOIN kernel.agency a ON a.id = d.agency_id LEFT JOIN kernel.tenant t ON t.id = d.tenant_id
        """

    init(_ row: Row) throws {
        (host, surface) = (try row.decode(0), try row.decode(1))
        (agency, tenant) = (try row.decodeIfPresent(2), try row.decodeIfPresent(3))
        isPrimary = try row.decode(4)
        let word: String = try row.decode(5)
        guard let state = State(rawValue: word) else { throw DomainRefusal.unknown }
        self.state = state
        (challenge, checkedAt) = (try row.decode(6), try row.decodeIfPresent(7))
    }
}

/// Whose a domain is, by the slugs people know.
public struct DomainOwner: Sendable, Hashable, CustomStringConvertible {
    /// The agency.
    public let agency: String
    /// One of its tenants; nil for the agency itself.
    public let tenant: String?

    /// An owner.
    public init(agency: String, tenant: String? = nil) { (self.agency, self.tenant) = (agency, tenant) }

    /// Reads `agency` or `agency/tenant`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(agency: parts[0], tenant: parts.count == 2 ? parts[1] : nil)
    }

    /// As it is read.
    public var description: String { tenant.map { "\(agency)/\($0)" } ?? agency }
}
