import Glibc
public import ModuleKit
public import Postgres

/// The modules of a tenant as the operator sees and switches them. A switch is thrown when every node knows: from then on
/// each request, each job and each event meets the module as it stands.
public struct ModuleSwitches: ~Copyable {
    private let control: ScriptConnection
    private let registry: Registry

    /// Works on a connection of konak_control, with the modules that are installed.
    public init(control: consuming ScriptConnection, registry: Registry) {
        self.control = control
        self.registry = registry
    }

    /// One module of a tenant.
    public struct Entry: Sendable, Hashable {
        /// What it is.
        public let module: ModuleManifest
        /// Whether it is on, and why.
        public let standing: ModuleStanding

        /// By the module's id and its standing.
        public static func == (left: Entry, right: Entry) -> Bool {
            left.module.id == right.module.id && left.standing == right.standing
        }

        /// By the module's id and its standing.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(module.id)
            hasher.combine(standing)
        }
    }

    /// What came of a switch.
    public struct Turn: Sendable {
        /// The tenant's modules as they stand now.
        public let entries: [Entry]
        /// How many nodes have confirmed it.
        public let nodes: Int
        /// Nodes that were alive a moment ago and did not confirm in time: they may still act on what was before.
        public let silent: [String]
    }

    /// All modules, in the order in which they are installed.
    public func list(_ tenant: String) throws -> [Entry] { try entries(holdings(id(of: tenant))) }

    /// Switches a module, then waits until every node has confirmed it, at most so long.
    public func turn(_ name: String, on isOn: Bool, for tenant: String, patience: Duration = .seconds(5)) throws -> Turn
    {
        let id = try id(of: tenant)
        try check(name, on: isOn, holdings(id), tenant)
        // The number is that of the statement's own transaction.
        let rows = try control.rows(
            """
            INSERT INTO kernel.module_switch (tenant_id, module, is_on) VALUES ($1::uuid, $2, $3::boolean)
            ON CONFLICT (tenant_id, module) DO UPDATE SET is_on = excluded.is_on, changed_at = now()
            RETURNING pg_current_xact_id()::text
            """, [id, name, isOn ? "true" : "false"])
        let answers = try confirmations(rows.first?[0] ?? "0", patience)
        return Turn(
            entries: try entries(holdings(id)), nodes: answers.count { $0.hasSeen },
            silent: answers.filter { !$0.hasSeen }.map(\.name))
    }

    // MARK: What stands in the way

    private func check(_ name: String, on isOn: Bool, _ held: Holdings, _ tenant: String) throws {
        guard let module = registry.modules.first(where: { $0.manifest.id.text == name }) else {
            throw ModuleSwitchFault.unknown(name, known: registry.modules.map(\.manifest.id.text))
        }
        if module.isPart { throw ModuleSwitchFault.part(name) }
        guard isOn else { return }
        if let feature = module.manifest.planFeature, !held.features.contains(feature.text) {
            throw ModuleSwitchFault.notInPlan(name, feature: feature.text, plan: held.plan)
        }
        for required in module.manifest.requires
        where registry.standing(of: required, features: held.features, switches: held.switches)?.isOn != true {
            throw ModuleSwitchFault.requires(name, required.text)
        }
    }

    // MARK: What the database knows

    private struct Holdings {
        var plan = ""
        var features: Set<String> = []
        var switches: [String: Bool] = [:]
    }

    private func id(of tenant: String) throws -> String {
        let rows = try control.rows(
            """
            SELECT t.id::text FROM kernel.tenant t JOIN kernel.agency a ON a.id = t.agency_id
            WHERE a.slug || '/' || t.slug = $1 OR t.id::text = $1
            """, [tenant])
        guard let id = rows.first?[0] else { throw TenantRollFault.unknown(tenant) }
        return id
    }

    private func holdings(_ id: String) throws -> Holdings {
        var held = Holdings()
        for row in try control.rows(
            """
            SELECT p.key, f.feature FROM kernel.tenant t JOIN kernel.plan p ON p.id = t.plan_id
            LEFT JOIN LATERAL unnest(p.modules) AS f (feature) ON true WHERE t.id = $1::uuid
            """, [id])
        {
            held.plan = row[0] ?? ""
            if let feature = row[1] { held.features.insert(feature) }
        }
        for row in try control.rows(
            "SELECT module, is_on::text FROM kernel.module_switch WHERE tenant_id = $1::uuid", [id])
        {
            if let module = row[0] { held.switches[module] = row[1] == "true" }
        }
        return held
    }

    private func entries(_ held: Holdings) -> [Entry] {
        registry.modules.compactMap { module in
            registry.standing(of: module.manifest.id, features: held.features, switches: held.switches).map {
                Entry(module: module.manifest, standing: $0)
            }
        }
    }

    // MARK: Until all know

    private struct Answer {
        let name: String
        let hasSeen: Bool
    }

    /// Asks until no node is left that may be alive and has not seen the transaction. Blocking, as all commands are.
    private func confirmations(_ transaction: String, _ patience: Duration) throws -> [Answer] {
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        while true {
            let answers = try control.rows(
                """
                SELECT name, coalesce(pg_visible_in_snapshot($1::xid8, sites), false)::text FROM kernel.node
                WHERE seen_at > now() - $2::integer * interval '1 second' ORDER BY name
                """, [transaction, String(NodeSign.silence)]
            ).map { Answer(name: $0[0] ?? "", hasSeen: $0[1] == "true") }
            if answers.allSatisfy(\.hasSeen) || clock.now > deadline { return answers }
            usleep(10_000)
        }
    }
}

/// Why a module cannot be switched.
public enum ModuleSwitchFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// None of that name is installed.
    case unknown(String, known: [String])
    /// It is a part of the house.
    case part(String)
    /// The tenant's plan lacks it.
    case notInPlan(String, feature: String, plan: String)
    /// It requires one that is off.
    case requires(String, String)

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .unknown(let name, let known):
            "there is no module \(name): installed \(known.isEmpty ? "is none" : "are " + known.joined(separator: ", "))"
        case .part(let name): "\(name) is a part of the house and always on"
        case .notInPlan(let name, let feature, let plan):
            "\(name) needs the feature \(feature), which the plan \(plan) lacks: give the tenant another plan first"
        case .requires(let name, let other): "\(name) requires \(other), which is off: switch that on first"
        }
    }
}
