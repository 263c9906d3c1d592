import Core
import Localization
public import Postgres

/// Brings the control tables to what a pack says, in one transaction, and the tenants' rows after it. A second time it
/// finds nothing to do. It never takes a tenant away. A state in the pack is the one a new tenant begins with; one that
/// is there already stays as it is, and so does a primary host that the pack does not know.
public struct PackApplication: ~Copyable {
    private let control: ScriptConnection
    private let knownFeatures: Set<String>

    /// Works on a connection of konak_control. Plans may name these features only.
    public init(control: consuming ScriptConnection, knownFeatures: Set<String>) {
        self.control = control
        self.knownFeatures = knownFeatures
    }

    /// Applies all of the pack, or nothing, and says what changed.
    public func apply(_ pack: TenantPack) throws -> [PackChange] {
        try Self.apply(pack, on: control, knownFeatures: knownFeatures)
    }

    static func apply(
        _ pack: TenantPack, on control: borrowing ScriptConnection, knownFeatures: Set<String>
    ) throws -> [PackChange] {
        try PackCheck(pack, knownFeatures: knownFeatures).run()
        var changes: [PackChange] = []
        try control.run(script: "BEGIN")
        do {
            if let brand = pack.brand {
                try apply(brand, "brand of the platform", agency: nil, tenant: nil, on: control, &changes)
            }
            for plan in pack.plans ?? [] { try apply(plan, agency: nil, "", on: control, &changes) }
            for agency in pack.agencies { try apply(agency, on: control, &changes) }
            try control.run(script: "COMMIT")
        } catch {
            try? control.run(script: "ROLLBACK")
            throw error
        }
        return changes
    }

    private static func reconcile(
        _ subject: String, _ values: [(name: String, value: String?)], with current: [String?]?,
        _ changes: inout [PackChange], _ write: () throws -> Void
    ) throws {
        guard let change = ControlRow(subject: subject, values: values).change(from: current) else { return }
        try write()
        changes.append(change)
    }

    // MARK: Agencies

    private static func apply(
        _ agency: PackAgency, on control: borrowing ScriptConnection, _ changes: inout [PackChange]
    ) throws {
        let row = try control.rows("SELECT id, name FROM kernel.agency WHERE slug = $1", [agency.slug]).first
        let id = row?[0] ?? AgencyID.make().description
        try reconcile("agency \(agency.slug)", [("name", agency.name)], with: row.map { [$0[1]] }, &changes) {
            _ = try control.rows(
                """
                INSERT INTO kernel.agency (id, slug, name) VALUES ($1::uuid, $2, $3)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name
                """, [id, agency.slug, agency.name])
        }
        if let brand = agency.brand {
            try apply(brand, "brand of \(agency.slug)", agency: id, tenant: nil, on: control, &changes)
        }
        for plan in agency.plans ?? [] { try apply(plan, agency: id, "\(agency.slug)/", on: control, &changes) }
        let hosts = agency.domains ?? []
        try apply(
            domains: hosts, .init(surface: "agency", agency: id, tenant: nil, hosts: hosts), on: control, &changes)
        for tenant in agency.tenants { try apply(tenant, of: agency, id, on: control, &changes) }
    }

    private static func apply(
        _ plan: PackPlan, agency: String?, _ prefix: String, on control: borrowing ScriptConnection,
        _ changes: inout [PackChange]
    ) throws {
        let modules = "{\(plan.modules.sorted().joined(separator: ","))}"
        let limits = Self.json(plan.limits ?? [:])
        let row = try control.rows(
            """
            SELECT name_tr, name_en, modules::text, limits::text, id FROM kernel.plan
            WHERE agency_id IS NOT DISTINCT FROM nullif($1, '')::uuid AND key = $2
            """, [agency.orEmpty, plan.key]
        ).first
        // The database's own spelling of the same object, so that a space is no difference.
        let spelled = try control.rows("SELECT $1::jsonb::text", [limits]).first?[0]
        let values: [(String, String?)] = [
            ("Turkish name", plan.name.tr), ("English name", plan.name.en), ("modules", modules), ("limits", spelled),
        ]
        let id = row?[4] ?? UUIDv7.make().description
        try reconcile("plan \(prefix)\(plan.key)", values, with: row.map { Array($0.prefix(4)) }, &changes) {
            _ = try control.rows(
                """
                INSERT INTO kernel.plan (id, agency_id, key, name_tr, name_en, modules, limits)
                VALUES ($1::uuid, nullif($2, '')::uuid, $3, $4, $5, $6::text[], $7::jsonb)
                ON CONFLICT (id) DO UPDATE SET name_tr = excluded.name_tr, name_en = excluded.name_en,
                    modules = excluded.modules, limits = excluded.limits
                """, [id, agency.orEmpty, plan.key, plan.name.tr, plan.name.en, modules, limits])
        }
    }

    private static func json(_ limits: [String: Int]) -> String {
        var json = JSONWriter()
        json.beginObject()
        for (name, limit) in limits.sorted(by: { $0.key < $1.key }) {
            json.key(escaping: name)
            json.int(limit)
        }
        json.endObject()
        return String(decoding: json.finish(), as: UTF8.self)
    }

    private static func apply(
        _ brand: PackBrand, _ subject: String, agency: String?, tenant: String?,
        on control: borrowing ScriptConnection, _ changes: inout [PackChange]
    ) throws {
        let row = try control.rows(
            """
            SELECT name, hue::text, chroma::text, logo_file, sender_name, sender_address, support_address, id
            FROM kernel.brand
            WHERE agency_id IS NOT DISTINCT FROM nullif($1, '')::uuid
              AND tenant_id IS NOT DISTINCT FROM nullif($2, '')::uuid
            """, [agency.orEmpty, tenant.orEmpty]
        ).first
        let values: [(name: String, value: String?)] = [
            ("name", brand.name), ("hue", brand.hue.map(String.init)), ("chroma", brand.chroma.map(String.init)),
            ("logo", brand.logo), ("sender's name", brand.senderName), ("sender's address", brand.senderAddress),
            ("support address", brand.supportAddress),
        ]
        let id = row?[7] ?? UUIDv7.make().description
        try reconcile(subject, values, with: row.map { Array($0.prefix(7)) }, &changes) {
            _ = try control.rows(
                """
                INSERT INTO kernel.brand (id, agency_id, tenant_id, name, hue, chroma, logo_file, sender_name,
                    sender_address, support_address)
                VALUES ($1::uuid, nullif($2, '')::uuid, nullif($3, '')::uuid, nullif($4, ''), nullif($5, '')::smallint,
                    nullif($6, '')::smallint, nullif($7, ''), nullif($8, ''), nullif($9, ''), nullif($10, ''))
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, hue = excluded.hue, chroma = excluded.chroma,
                    logo_file = excluded.logo_file, sender_name = excluded.sender_name,
                    sender_address = excluded.sender_address, support_address = excluded.support_address,
                    changed_at = now()
                """, [id, agency.orEmpty, tenant.orEmpty] + values.map { $0.value.orEmpty })
        }
    }

    // MARK: Tenants

    private static func apply(
        _ tenant: PackTenant, of agency: PackAgency, _ agencyID: String,
        on control: borrowing ScriptConnection, _ changes: inout [PackChange]
    ) throws {
        let name = "\(agency.slug)/\(tenant.slug)"
        let plan = try control.rows(
            """
            SELECT id FROM kernel.plan WHERE key = $2 AND (agency_id = $1::uuid OR agency_id IS NULL)
            ORDER BY agency_id NULLS LAST LIMIT 1
            """, [agencyID, tenant.plan]
        ).first?[0]
        guard let plan else { throw PackFault("tenant \(name) has a plan “\(tenant.plan)” that nobody sells") }
        let row = try control.rows(
            """
            SELECT name, plan_id::text, language, time_zone, id FROM kernel.tenant
            WHERE agency_id = $1::uuid AND slug = $2
            """, [agencyID, tenant.slug]
        ).first
        if let zone = tenant.timeZone, Zone(zone) == nil {
            throw PackFault("tenant \(name) has an unknown time zone “\(zone)”: write one such as Europe/Istanbul")
        }
        let id = row?[4] ?? TenantID.make().description
        let values: [(name: String, value: String?)] = [
            ("name", tenant.name), ("plan", plan), ("language", tenant.language ?? row?[2] ?? "tr"),
            ("time zone", tenant.timeZone ?? row?[3] ?? "Europe/Istanbul"),
        ]
        try reconcile("tenant \(name)", values, with: row.map { Array($0.prefix(4)) }, &changes) {
            // The pack says how a tenant begins; what it became since, `konak tenant suspend` and the like decided.
            _ = try control.rows(
                """
                INSERT INTO kernel.tenant (id, agency_id, slug, name, plan_id, language, time_zone, state)
                VALUES ($1::uuid, $2::uuid, $3, $4, $5::uuid, $6, $7, $8)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, plan_id = excluded.plan_id,
                    language = excluded.language, time_zone = excluded.time_zone
                """, [id, agencyID, tenant.slug] + values.map { $0.value.orEmpty } + [tenant.state ?? "trial"])
        }
        if let brand = tenant.brand {
            try apply(brand, "brand of \(name)", agency: agencyID, tenant: id, on: control, &changes)
        }
        try apply(teams: tenant.teams ?? [], of: id, name, on: control, &changes)
        try apply(switches: tenant.modulesOff ?? [], of: id, name, on: control, &changes)
        let (app, portal) = (tenant.domains?.app ?? [], tenant.domains?.portal ?? [])
        for (surface, domains) in [("app", app), ("portal", portal)] {
            let owner = Owner(surface: surface, agency: agencyID, tenant: id, hosts: app + portal)
            try apply(domains: domains, owner, on: control, &changes)
        }
    }

    private static func apply(
        teams: [String], of tenant: String, _ name: String, on control: borrowing ScriptConnection,
        _ changes: inout [PackChange]
    ) throws {
        for team in teams {
            let added = try control.rows(
                """
                INSERT INTO kernel.team (tenant_id, id, name) VALUES ($1::uuid, $2::uuid, $3)
                ON CONFLICT (tenant_id, name) DO NOTHING RETURNING id
                """, [tenant, TeamID.make().description, team])
            if !added.isEmpty {
                changes.append(PackChange(kind: .added, subject: "team \(team) of \(name)", details: []))
            }
        }
    }

    private static func apply(
        switches off: [String], of tenant: String, _ name: String, on control: borrowing ScriptConnection,
        _ changes: inout [PackChange]
    ) throws {
        for module in off {
            let changed = try control.rows(
                """
                INSERT INTO kernel.module_switch AS s (tenant_id, module, is_on) VALUES ($1::uuid, $2, false)
                ON CONFLICT (tenant_id, module) DO UPDATE SET is_on = false, changed_at = now() WHERE s.is_on
                RETURNING module
                """, [tenant, module])
            if !changed.isEmpty {
                changes.append(PackChange(kind: .changed, subject: "module \(module) of \(name)", details: ["off"]))
            }
        }
    }

    // MARK: Hosts

    private struct Owner {
        let surface: String
        let agency: String
        let tenant: String?
        /// All that the pack gives it, whatever they are for.
        let hosts: [String]
    }

    private static func primary(of owner: Owner, on control: borrowing ScriptConnection) throws -> String? {
        try control.rows(
            """
            SELECT host FROM kernel.domain WHERE agency_id = $1::uuid
                AND tenant_id IS NOT DISTINCT FROM nullif($2, '')::uuid AND surface = $3 AND is_primary
            """, [owner.agency, owner.tenant.orEmpty, owner.surface]
        ).first?[0]
    }

    /// There is one primary host at most, so the old one steps down before another can step up.
    private static func stepDown(
        _ host: String, on control: borrowing ScriptConnection, _ changes: inout [PackChange]
    ) throws {
        _ = try control.rows("UPDATE kernel.domain SET is_primary = false WHERE host = $1", [host])
        changes.append(PackChange(kind: .changed, subject: "host \(host)", details: ["primary true → false"]))
    }

    private static func apply(
        domains: [String], _ owner: Owner, on control: borrowing ScriptConnection, _ changes: inout [PackChange]
    ) throws {
        guard let first = domains.first else { return }
        let primary = try primary(of: owner, on: control)
        // A primary host that the pack does not know was chosen by somebody since, who shall keep it.
        let isChosen = primary.map { !owner.hosts.contains($0) } ?? false
        if let primary, !isChosen, primary != first { try stepDown(primary, on: control, &changes) }
        for host in domains {
            let row = try control.rows(
                "SELECT surface, agency_id::text, tenant_id::text, is_primary::text FROM kernel.domain WHERE host = $1",
                [host]
            ).first
            if let row, row[1] != owner.agency || row[2] != owner.tenant {
                throw PackFault("the host \(host) belongs to somebody else")
            }
            let isPrimary = host == first && !isChosen ? "true" : "false"
            let values: [(String, String?)] = [
                ("surface", owner.surface), ("agency", owner.agency), ("tenant", owner.tenant), ("primary", isPrimary),
            ]
            // Nobody can own a name below .localhost, so there is nothing to prove; any other waits for its proof.
            let state = host.hasSuffix(".localhost") ? "verified" : "pending"
            try reconcile("host \(host)", values, with: row, &changes) {
                _ = try control.rows(
                    """
                    INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, is_primary, state, challenge, verified_at)
                    VALUES ($1, $2, $3::uuid, nullif($4, '')::uuid, $5::boolean, $6,
                        replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
                        CASE WHEN $6 = 'verified' THEN now() END)
                    ON CONFLICT (host) DO UPDATE SET surface = excluded.surface, is_primary = excluded.is_primary
                    """, [host, owner.surface, owner.agency, owner.tenant.orEmpty, isPrimary, state])
            }
        }
    }
}
