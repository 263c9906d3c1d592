import Core
public import Postgres

/// The tenants as the operator sees them: who is there, and the turns of their lives.
public struct TenantRoll: ~Copyable {
    private let control: ScriptConnection

    /// Works on a connection of konak_control.
    public init(control: consuming ScriptConnection) { self.control = control }

    /// One tenant on the roll.
    public struct Entry: Sendable, Hashable {
        /// The id.
        public let id: String
        /// Agency and tenant, `kuzey/lodos`.
        public let name: String
        /// The name people read.
        public let title: String
        /// The state.
        public let state: String
        /// The plan's key.
        public let plan: String
        /// The first host of the app.
        public let host: String?
    }

    /// All of them, or those of one agency, at most so many after a name.
    public func list(agency: String? = nil, after: String = "", most: Int = 1_000) throws -> [Entry] {
        try control.rows(
            """
            SELECT t.id::text, a.slug || '/' || t.slug, t.name, t.state, p.key,
                (SELECT d.host FROM kernel.domain d WHERE d.tenant_id = t.id AND d.surface = 'app' AND d.is_primary)
            FROM kernel.tenant t JOIN kernel.agency a ON a.id = t.agency_id JOIN kernel.plan p ON p.id = t.plan_id
            WHERE ($1 = '' OR a.slug = $1) AND a.slug || '/' || t.slug > $2 ORDER BY 2 LIMIT $3::integer
            """, [agency.orEmpty, after, String(most)]
        ).compactMap(Self.entry)
    }

    /// A tenant by `agency/tenant` or by its id.
    public func find(_ name: String) throws -> Entry {
        let rows = try control.rows(
            """
            SELECT t.id::text, a.slug || '/' || t.slug, t.name, t.state, p.key,
                (SELECT d.host FROM kernel.domain d WHERE d.tenant_id = t.id AND d.surface = 'app' AND d.is_primary)
            FROM kernel.tenant t JOIN kernel.agency a ON a.id = t.agency_id JOIN kernel.plan p ON p.id = t.plan_id
            WHERE a.slug || '/' || t.slug = $1 OR t.id::text = $1
            """, [name])
        guard let entry = rows.first.flatMap(Self.entry) else { throw TenantRollFault.unknown(name) }
        return entry
    }

    /// Leads a tenant into a state, if a way leads there from where it is. What is being erased cannot be opened again.
    /// Every node knows with the commit.
    @discardableResult
    public func turn(_ name: String, to state: TenantState) throws -> Entry {
        let entry = try find(name)
        try control.run(script: "BEGIN")
        do {
            try move(entry, to: state)
            try control.run(script: "COMMIT")
        } catch {
            try? control.run(script: "ROLLBACK")
            throw error
        }
        return try find(entry.id)
    }

    /// The row is locked before anything else is asked, so no other turn and no erasure comes in between.
    private func move(_ entry: Entry, to state: TenantState) throws {
        let locked = try control.rows("SELECT state FROM kernel.tenant WHERE id = $1::uuid FOR UPDATE", [entry.id])
        guard let now = locked.first?[0] else { throw TenantRollFault.unknown(entry.name) }
        if now == state.rawValue { return }
        guard let before = TenantState(rawValue: now), before.next.contains(state) else {
            throw TenantRollFault.noWay(name: entry.name, from: now, to: state.rawValue)
        }
        if before == .closing, try isBeingErased(entry.id) { throw TenantRollFault.beingErased(entry.name) }
        _ = try control.rows(
            "UPDATE kernel.tenant SET state = $2, state_changed_at = now() WHERE id = $1::uuid",
            [entry.id, state.rawValue])
    }

    private func isBeingErased(_ id: String) throws -> Bool {
        let begun = try control.rows(
            "SELECT 1 FROM kernel.erasure WHERE tenant_id = $1::uuid AND subject = 'tenant' AND proof = $2 LIMIT 1",
            [id, ErasureProof.pending])
        return !begun.isEmpty
    }

    /// Enters a tenant of an agency with a plan; its app stands at the host, if one is given.
    public func create(_ slug: String, of agency: String, title: String, plan: String, host: String?) throws -> Entry {
        let tenant = PackTenant(
            slug: slug, name: title, plan: plan, state: nil, language: nil, timeZone: nil, brand: nil,
            domains: host.map { PackDomains(app: [$0], portal: nil) }, teams: nil, modulesOff: nil, content: nil)
        guard let title = try control.rows("SELECT name FROM kernel.agency WHERE slug = $1", [agency]).first?[0] else {
            throw TenantRollFault.noAgency(agency)
        }
        let known = try control.rows(
            """
            SELECT t.id FROM kernel.tenant t JOIN kernel.agency a ON a.id = t.agency_id WHERE a.slug = $1 AND t.slug = $2
            """, [agency, slug])
        guard known.isEmpty else { throw TenantRollFault.exists("\(agency)/\(slug)") }
        let pack = TenantPack(
            format: 1, brand: nil, plans: nil,
            agencies: [
                PackAgency(slug: agency, name: title, brand: nil, domains: nil, plans: nil, tenants: [tenant])
            ])
        _ = try PackApplication.apply(pack, on: control, knownFeatures: [])
        return try find("\(agency)/\(slug)")
    }

    private static func entry(_ row: [String?]) -> Entry? {
        guard row.count == 6, let id = row[0], let name = row[1], let title = row[2], let state = row[3],
            let plan = row[4]
        else { return nil }
        return Entry(id: id, name: name, title: title, state: state, plan: plan, host: row[5])
    }
}

extension TenantState {
    /// The states that an operator's word may lead to. Only an erasure makes a tenant erased, and then it stays so.
    public var next: Set<TenantState> {
        switch self {
        case .trial: [.active, .suspended, .closing]
        case .active: [.suspended, .closing]
        case .suspended: [.trial, .active, .closing]
        case .closing: [.active, .suspended]
        case .erased: []
        }
    }
}

/// Why the roll cannot do what was asked.
public enum TenantRollFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// No tenant of that name.
    case unknown(String)
    /// No agency of that name.
    case noAgency(String)
    /// There is one already.
    case exists(String)
    /// No way leads from the one state to the other.
    case noWay(name: String, from: String, to: String)
    /// Its erasure has begun; some of it may be gone.
    case beingErased(String)

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .unknown(let name): "there is no tenant \(name): `konak tenant list` shows them"
        case .noAgency(let name): "there is no agency \(name): `konak tenant apply` makes one"
        case .exists(let name): "there is a tenant \(name) already"
        case .noWay(let name, let from, let to): "tenant \(name) is \(from), from where no way leads to \(to)"
        case .beingErased(let name):
            "tenant \(name) is being erased and cannot be opened again: `konak tenant erase` goes on with it"
        }
    }
}
