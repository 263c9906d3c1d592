public import HTTP
public import Outbound
public import Postgres
import SQL

/// The domains of agencies and tenants: had, proven, shown and given up. Works as konak_control.
public struct Domains: Sendable {
    private let database: PostgresDatabase
    private let resolver: DNSResolver
    private let operatorHosts: [HostName]

    /// Domains in a database, proven by what a resolver hears.
    public init(_ database: PostgresDatabase, resolver: DNSResolver, operatorHosts: [HostName]) {
        (self.database, self.resolver, self.operatorHosts) = (database, resolver, operatorHosts)
    }

    /// Which face a domain is for.
    public enum Face: String, Sendable {
        /// The agency's console.
        case agency
        /// Where a tenant's people work.
        case app
        /// Where a tenant's customers look after themselves.
        case portal
    }

    /// Adds a domain. A custom one waits to be proven; one of the house is verified at once, and only the operator may give
    /// it. What its owner has already is left as it is; what another has is taken over unless the other has proven it.
    public func add(
        _ text: String, for owner: DomainOwner, _ face: Face, isPrimary: Bool = false, byOperator: Bool = false
    ) async throws -> Domain {
        let host = try DomainHost(text, operatorHosts: operatorHosts)
        guard host.kind == .custom || byOperator else { throw DomainRefusal.operators }
        guard (face == .agency) == (owner.tenant == nil) else { throw DomainRefusal.nobody }
        guard try await exists(owner) else { throw DomainRefusal.nobody }
        let answers = try await database.perform(all: adding(host, owner, face, isPrimary))
        guard let row = answers.last?.first else { throw DomainRefusal.nobody }
        guard try row.decode(8) else { throw DomainRefusal.taken }
        return try Domain(row)
    }

    private func exists(_ owner: DomainOwner) async throws -> Bool {
        try await !database.perform("SELECT 1 FROM (\(fragment: Self.level(owner))) o").isEmpty
    }

    /// The ids of who may have domains: those that are not gone.
    private static func level(_ owner: DomainOwner) -> Query {
        guard let tenant = owner.tenant else {
            return """
                SELECT id AS agency_id, NULL::uuid AS tenant_id FROM kernel.agency
                WHERE slug = \(owner.agency) AND state <> 'closed'
                """
        }
        return """
            SELECT a.id AS agency_id, t.id AS tenant_id FROM kernel.tenant t JOIN kernel.agency a ON a.id = t.agency_id
            WHERE a.slug = \(owner.agency) AND a.state <> 'closed' AND t.slug = \(tenant) AND t.state <> 'erased'
            """
    }

    /// Four statements of one transaction: the old primary steps down, the row comes or changes hands, becomes primary, and
    /// is shown with whether it is the owner's now.
    private func adding(_ host: DomainHost, _ owner: DomainOwner, _ face: Face, _ isPrimary: Bool) -> [Query] {
        let level = Self.level(owner)
        let isHouse = host.kind == .house
        let stepDown: Query = """
            UPDATE kernel.domain d SET is_primary = false FROM (\(fragment: level)) o
            WHERE \(isPrimary) AND d.is_primary AND d.host <> \(host.text) AND d.surface = \(face.rawValue)
                AND d.agency_id = o.agency_id AND d.tenant_id IS NOT DISTINCT FROM o.tenant_id
                AND NOT EXISTS (SELECT FROM kernel.domain h WHERE h.host = \(host.text) AND h.state = 'verified'
                    AND (h.agency_id, h.tenant_id) IS DISTINCT FROM (o.agency_id, o.tenant_id))
            """
        let add: Query = """
            INSERT INTO kernel.domain AS d
                (host, surface, agency_id, tenant_id, state, challenge, verified_at)
            SELECT \(host.text), \(face.rawValue), o.agency_id, o.tenant_id,
                CASE WHEN \(isHouse) THEN 'verified' ELSE 'pending' END, \(DomainProof.challenge()),
                CASE WHEN \(isHouse) THEN now() END
            FROM (\(fragment: level)) o
            ON CONFLICT (host) DO UPDATE SET
                surface = excluded.surface, agency_id = excluded.agency_id, tenant_id = excluded.tenant_id,
                is_primary = false, state = excluded.state, challenge = excluded.challenge,
                checked_at = NULL, verified_at = excluded.verified_at, created_at = now()
            WHERE d.state <> 'verified'
                AND (d.agency_id, d.tenant_id, d.surface)
                    IS DISTINCT FROM (excluded.agency_id, excluded.tenant_id, excluded.surface)
            """
        let makePrimary: Query = """
            UPDATE kernel.domain d SET is_primary = true FROM (\(fragment: level)) o
            WHERE \(isPrimary) AND NOT d.is_primary AND d.host = \(host.text) AND d.surface = \(face.rawValue)
                AND d.agency_id = o.agency_id AND d.tenant_id IS NOT DISTINCT FROM o.tenant_id
            """
        let show: Query = """
            SELECT \(fragment: Domain.columns),
                d.surface = \(face.rawValue) AND a.slug IS NOT DISTINCT FROM \(owner.agency)
                AND t.slug IS NOT DISTINCT FROM \(owner.tenant)
            FROM kernel.domain d \(fragment: Domain.joins) WHERE d.host = \(host.text)
            """
        return [stepDown, add, makePrimary, show]
    }

    /// Looks for the proof and writes down what was found. Where nothing could be found out, the state stays: a name server
    /// that is away must not close a house. What changed hands meanwhile is not touched. For a host of the house the
    /// operator's word is the proof, and nobody else's.
    public func verify(
        _ text: String, byOperator: Bool = false
    ) async throws -> (domain: Domain, finding: DomainProof.Finding) {
        let domain = try await find(text)
        let finding: DomainProof.Finding
        switch try DomainHost(domain.host, operatorHosts: operatorHosts).kind {
        case .house:
            guard byOperator else { throw DomainRefusal.operators }
            finding = .right
        case .custom: finding = await DomainProof.look(for: domain.challenge, of: domain.host, with: resolver)
        }
        let (isRight, isKnown) = (finding == .right, finding != .unclear)
        _ = try await database.perform(
            """
            UPDATE kernel.domain SET checked_at = now(),
                state = CASE WHEN NOT \(isKnown) THEN state WHEN \(isRight) THEN 'verified' ELSE 'failed' END,
                verified_at = CASE WHEN \(isRight) THEN coalesce(verified_at, now())
                    WHEN \(isKnown) THEN NULL ELSE verified_at END
            WHERE host = \(domain.host) AND challenge = \(domain.challenge)
            """)
        return (try await find(text), finding)
    }

    /// All domains, or those of an agency with its tenants, or those of one tenant; by host.
    public func list(of owner: DomainOwner? = nil) async throws -> [Domain] {
        let rows = try await database.perform(
            """
            SELECT \(fragment: Domain.columns) FROM kernel.domain d \(fragment: Domain.joins)
            WHERE (\(owner?.agency)::text IS NULL OR a.slug = \(owner?.agency))
                AND (\(owner?.tenant)::text IS NULL OR t.slug = \(owner?.tenant))
            ORDER BY d.host
            """)
        return try rows.map(Domain.init)
    }

    /// Gives a domain up: from the commit on no node serves it.
    public func remove(_ text: String) async throws -> Domain {
        let domain = try await find(text)
        _ = try await database.perform("DELETE FROM kernel.domain WHERE host = \(domain.host)")
        return domain
    }

    private func find(_ text: String) async throws -> Domain {
        guard let host = HostName(text) else { throw DomainRefusal.notAHost }
        let rows = try await database.perform(
            """
            SELECT \(fragment: Domain.columns) FROM kernel.domain d \(fragment: Domain.joins)
            WHERE d.host = \(host.text)
            """)
        guard let row = rows.first else { throw DomainRefusal.unknown }
        return try Domain(row)
    }
}
