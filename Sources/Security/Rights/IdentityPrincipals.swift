import Core
public import HTTP
public import Kernel
import ModuleKit
public import Postgres
import SQL

/// Finds out who asks, by session cookie or API key, with one statement for each request: whoever was logged out,
/// disabled or given another role is so at the next request, on every node.
public struct IdentityPrincipals: Principals {
    private let control: PostgresDatabase
    private let clock: any WallClock
    private let catalogue: PermissionCatalogue
    private let sessions: Sessions
    private let keys: APIKeys
    private let proxies: TrustedProxies
    private let portal: Set<String>

    /// Principals out of these sessions. `portal` is what customers may, by name.
    public init(
        _ control: PostgresDatabase, sessions: Sessions, catalogue: PermissionCatalogue, portal: Set<String>,
        trusting proxies: TrustedProxies = TrustedProxies([])
    ) {
        (self.control, self.sessions, self.catalogue) = (control, sessions, catalogue)
        (self.portal, self.proxies, clock) = (portal, proxies, sessions.clock)
        keys = APIKeys(control, clock: sessions.clock)
    }

    /// One of a tenant's people. A key counts before a cookie, and a wrong key is nobody, whatever cookie comes along.
    public func staff(of request: Request, at entry: SiteEntry) async throws -> StaffPrincipal? {
        guard let tenant = entry.site.tenant, entry.site.surface == .app else { return nil }
        if let authorization = request.head[.authorization] {
            return try await staff(byKey: authorization, of: request, tenant)
        }
        guard let token = SessionCookie.token(in: request) else { return nil }
        let (now, hash) = (clock.now(), try token.hash())
        let rows = try await control.perform(
            """
            SELECT \(fragment: Sessions.columns), \(fragment: PersonProfile.columns), \(fragment: Rights.role), \
            \(fragment: Rights.reach), coalesce(y.allowed_addresses, '{}') \
            FROM security.session s \
            JOIN security.person p ON p.id = s.person_id AND p.state = 'active' \
            JOIN security.membership m ON m.tenant_id = s.tenant_id AND m.person_id = p.id AND m.state = 'active' \
            LEFT JOIN security.tenant_policy y ON y.tenant_id = s.tenant_id \
            WHERE s.token_hash = \(hash) AND s.host = \(entry.site.host) AND s.tenant_id = \(tenant) \
            AND s.kind = 'staff' AND s.stage = 'open' AND \(fragment: Sessions.lives(now)) \
            AND \(fragment: Self.showedEnough(now))
            """)
        let column = Sessions.columnCount + PersonProfile.columnCount
        guard let row = rows.first, let standing = try StandingRow(row, from: column) else { return nil }
        let session = try Session(row)
        guard let person = session.holder.person else { return nil }
        try check(try row.decode(column + StandingRow.columnCount), request)
        try await sessions.touch(session, now)
        return StaffPrincipal(
            user: person, tenant: tenant,
            grants: Impersonations.reached(standing.grants(in: catalogue), in: session), teams: standing.teams,
            fields: standing.fields, session: HeldSession(session, hash),
            person: try PersonProfile(row, from: Sessions.columnCount))
    }

    /// Once the grace is over, whoever came in without what the tenant asks for has to come in anew, and with it.
    private static func showedEnough(_ now: Timestamp) -> Query {
        """
        (s.second_factor_at IS NOT NULL OR y.grace_ends_at > \(now) OR coalesce(y.second_factor, 'optional') = 'optional' \
        OR (y.second_factor = 'admins' AND coalesce(m.built_in, '') NOT IN ('owner', 'admin')))
        """
    }

    private func staff(
        byKey authorization: String, of request: Request, _ tenant: TenantID
    ) async throws -> StaffPrincipal? {
        guard authorization.hasPrefix("Bearer "), let text = APIKeyText(authorization.dropFirst(7)),
            let key = try await keys.key(of: text, in: tenant, from: address(of: request))
        else { return nil }
        let rows = try await control.perform(
            """
            SELECT \(fragment: Rights.role), \(fragment: Rights.reach), coalesce(y.allowed_addresses, '{}') \
            FROM security.membership m LEFT JOIN security.tenant_policy y ON y.tenant_id = m.tenant_id \
            WHERE m.tenant_id = \(tenant) AND m.person_id = \(key.person) AND m.state = 'active'
            """)
        guard let row = rows.first, let standing = try StandingRow(row, from: 0) else { return nil }
        try check(try row.decode(StandingRow.columnCount), request)
        // Never more than the person may by now, never more than the key was made for.
        let grants = standing.grants(in: catalogue).filter { key.permissions.contains($0.key) }
        return StaffPrincipal(
            user: key.person, tenant: tenant, grants: grants, teams: standing.teams, fields: standing.fields,
            key: key.id)
    }

    /// One of a tenant's customers.
    public func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal? {
        guard let tenant = entry.site.tenant, entry.site.surface == .portal, let token = Self.cookie(of: request),
            let session = try await sessions.session(of: token, host: entry.site.host), session.stage == .open,
            case .customer(let customer, tenant) = session.holder
        else { return nil }
        return CustomerPrincipal(
            customer: customer, tenant: tenant, permissions: portal, session: HeldSession(session, try token.hash()))
    }

    /// Somebody of the agency or the operator.
    public func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal? {
        guard entry.site.tenant == nil, let token = Self.cookie(of: request) else { return nil }
        let (now, hash) = (clock.now(), try token.hash())
        let rows = try await control.perform(
            """
            SELECT \(fragment: Sessions.columns), \(fragment: PersonProfile.columns) FROM security.session s \
            JOIN security.person p ON p.id = s.person_id AND p.state = 'active' AND p.house_role IS NOT NULL \
            AND p.agency_id IS NOT DISTINCT FROM s.agency_id \
            WHERE s.token_hash = \(hash) AND s.host = \(entry.site.host) AND s.kind = 'house' AND s.stage = 'open' \
            AND s.agency_id IS NOT DISTINCT FROM \(entry.site.agency) AND \(fragment: Sessions.lives(now))
            """)
        guard let row = rows.first else { return nil }
        let session = try Session(row)
        guard case .house(let person, let agency) = session.holder else { return nil }
        try await sessions.touch(session, now)
        return HousePrincipal(
            user: person, agency: agency, session: HeldSession(session, hash),
            person: try PersonProfile(row, from: Sessions.columnCount))
    }

    /// Whose session it was, for as long as it is remembered: it is over, was logged out or was replaced. One of somebody who
    /// worked in another's place is nobody's.
    public func departed(of request: Request, at entry: SiteEntry) async throws -> DepartedPrincipal? {
        guard let token = Self.cookie(of: request) else { return nil }
        let hash = try token.hash()
        let rows = try await control.perform(
            """
            SELECT \(fragment: Sessions.columns) FROM security.session s \
            JOIN security.person p ON p.id = s.person_id AND p.state = 'active' \
            WHERE s.token_hash = \(hash) AND s.host = \(entry.site.host) AND s.stage = 'open' \
            AND s.impersonation_id IS NULL AND s.tenant_id IS NOT DISTINCT FROM \(entry.site.tenant) \
            AND s.kind = \(entry.site.tenant == nil ? "house" : "staff")
            """)
        guard let session = try rows.first.map({ try Session($0) }), let person = session.holder.person else {
            return nil
        }
        return DepartedPrincipal(user: person, session: HeldSession(session, hash))
    }

    /// Whoever shows a key is not looked for by a cookie: a request is by the one or by the other.
    private static func cookie(of request: Request) -> SecretToken? {
        request.head[.authorization] == nil ? SessionCookie.token(in: request) : nil
    }

    /// The tenant's list of addresses.
    private func check(_ texts: [String], _ request: Request) throws {
        guard !texts.isEmpty else { return }
        let list = AddressAllowList(try texts.map { try AddressBlock($0) })
        guard list.allows(address(of: request)) else { throw Problem(.addressNotAllowed) }
    }

    /// Who truly asks. What a proxy says and cannot be read counts as the proxy's own call.
    private func address(of request: Request) -> IPAddress? {
        guard let peer = request.peer.address else { return nil }
        let origin = try? proxies.origin(peer: peer) { field in
            let values = request.head.values(of: field)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        return origin?.address ?? peer
    }
}
