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
        let now = clock.now()
        let rows = try await control.perform(
            """
            SELECT \(fragment: Sessions.columns), \(fragment: Rights.role), coalesce(y.allowed_addresses, '{}') \
            FROM security.session s \
            JOIN security.person p ON p.id = s.person_id AND p.state = 'active' \
            JOIN security.membership m ON m.tenant_id = s.tenant_id AND m.person_id = p.id AND m.state = 'active' \
            LEFT JOIN security.tenant_policy y ON y.tenant_id = s.tenant_id \
            WHERE s.token_hash = \(try token.hash()) AND s.host = \(entry.site.host) AND s.tenant_id = \(tenant) \
            AND s.kind = 'staff' AND s.stage = 'open' AND \(fragment: Sessions.lives(now))
            """)
        guard let row = rows.first, let role = try RoleName(row, from: Sessions.columnCount) else { return nil }
        let session = try Session(row)
        guard let person = session.holder.person else { return nil }
        try check(try row.decode(Sessions.columnCount + 3), request)
        try await sessions.touch(session, now)
        let grants = catalogue.grants(of: role, rows: try row.decode(Sessions.columnCount + 2))
        return StaffPrincipal(user: person, tenant: tenant, permissions: Set(grants.keys))
    }

    private func staff(
        byKey authorization: String, of request: Request, _ tenant: TenantID
    ) async throws -> StaffPrincipal? {
        guard authorization.hasPrefix("Bearer "), let text = APIKeyText(authorization.dropFirst(7)),
            let key = try await keys.key(of: text, in: tenant, from: address(of: request))
        else { return nil }
        let rows = try await control.perform(
            """
            SELECT \(fragment: Rights.role), coalesce(y.allowed_addresses, '{}') FROM security.membership m \
            LEFT JOIN security.tenant_policy y ON y.tenant_id = m.tenant_id \
            WHERE m.tenant_id = \(tenant) AND m.person_id = \(key.person) AND m.state = 'active'
            """)
        guard let row = rows.first, let role = try RoleName(row, from: 0) else { return nil }
        try check(try row.decode(3), request)
        let grants = catalogue.grants(of: role, rows: try row.decode(2))
        // Never more than the person may by now, never more than the key was made for.
        return StaffPrincipal(
            user: key.person, tenant: tenant, permissions: Set(grants.keys).intersection(key.permissions), key: key.id)
    }

    /// One of a tenant's customers.
    public func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal? {
        guard let tenant = entry.site.tenant, entry.site.surface == .portal,
            let session = try await session(of: request, at: entry),
            case .customer(let customer, tenant) = session.holder
        else { return nil }
        return CustomerPrincipal(customer: customer, tenant: tenant, permissions: portal)
    }

    /// Somebody of the agency or the operator.
    public func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal? {
        guard entry.site.tenant == nil, let session = try await session(of: request, at: entry),
            case .house(let person, let agency) = session.holder, agency == entry.site.agency
        else { return nil }
        let rows = try await control.perform(
            """
            SELECT 1 FROM security.person WHERE id = \(person) AND house_role IS NOT NULL \
            AND agency_id IS NOT DISTINCT FROM \(agency)
            """)
        return rows.isEmpty ? nil : HousePrincipal(user: person, agency: agency)
    }

    private func session(of request: Request, at entry: SiteEntry) async throws -> Session? {
        guard let token = SessionCookie.token(in: request),
            let session = try await sessions.session(of: token, host: entry.site.host), session.stage == .open
        else { return nil }
        return session
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
