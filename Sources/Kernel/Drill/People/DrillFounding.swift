import Core
import Crypto
import ModuleKit
import Postgres
import SQL

/// Founds the drill's house in the real database, and leaves nothing of it behind.
struct DrillFounding: Sendable {
    let registry: Registry
    let databases: Databases
    let owner: PostgresDatabase?

    /// Tenants 0 and 1 belong to agency 0, tenant 2 to agency 1.
    static let tenantsOfAgencies = [2, 1]
    /// Sets of rows, and with them customers, of each tenant.
    static let sets = 2

    private var features: Set<String> { Set(registry.modules.compactMap { $0.manifest.planFeature?.text }) }
    private var permissions: Set<String> { Set(registry.modules.flatMap { $0.manifest.permissions.map(\.text) }) }

    func found() async throws -> DrillHouse {
        let planter = Planter(tables: try await .load(from: owner ?? databases.app), app: databases.app, owner: owner)
        var book = CanaryBook()
        let name = "drill-" + Hex.encode(SecureRandom.bytes(4).span)
        let plan = UUIDv7.make()
        try await addPlan(plan, name)
        var (agencies, tenants): ([DrillAgency], [DrillTenant]) = ([], [])
        do {
            for (place, count) in Self.tenantsOfAgencies.enumerated() {
                let agency = try agency(place, name, &book)
                try await add(agency)
                agencies.append(agency)
                for _ in 0..<count {
                    let tenant = try tenant(tenants.count, of: agency, place, name, &book)
                    try await add(tenant, plan, of: agency)
                    tenants.append(tenant)
                }
            }
            let without = try await furnish(&tenants, planter, &book)
            return DrillHouse(
                agencies: agencies, tenants: tenants, operatorEntry: operatorEntry(name), book: book, planter: planter,
                links: LinkSeal(key: HeldSecret(.random(count: 32))), permissions: permissions, without: without,
                plan: plan)
        } catch {
            try? await remove(agencies, tenants, planter, plan)
            throw error
        }
    }

    func remove(_ house: DrillHouse) async throws {
        try await remove(house.agencies, house.tenants, house.planter, house.plan)
    }

    private func remove(
        _ agencies: [DrillAgency], _ tenants: [DrillTenant], _ planter: Planter, _ plan: UUIDv7
    ) async throws {
        for tenant in tenants {
            try await planter.clear(tenant)
            _ = try await databases.control.perform("DELETE FROM kernel.tenant WHERE id = \(tenant.id)")
        }
        _ = try await databases.control.perform("DELETE FROM kernel.plan WHERE id = \(plan)")
        for agency in agencies {
            _ = try await databases.control.perform("DELETE FROM kernel.agency WHERE id = \(agency.id)")
        }
    }

    // MARK: The levels

    private func operatorEntry(_ name: String) -> SiteEntry {
        SiteEntry(site: site("operator.\(name).invalid", .operator, nil, nil, brand: "Konak"))
    }

    private func agency(_ place: Int, _ name: String, _ book: inout CanaryBook) throws -> DrillAgency {
        let id = AgencyID(book.newID(.agency(place)))
        let brand = book.newText(atMost: nil, .agency(place)) ?? ""
        let site = site("agency\(place).\(name).invalid", .agency, id, nil, brand: brand)
        return DrillAgency(id: id, entry: SiteEntry(site: site, agencyState: .active))
    }

    private func tenant(
        _ place: Int, of agency: DrillAgency, _ agencyPlace: Int, _ name: String, _ book: inout CanaryBook
    ) throws -> DrillTenant {
        let id = TenantID(book.newID(.tenant(place)))
        let brand = book.newText(atMost: nil, .tenant(place)) ?? ""
        func entry(_ surface: Site.Surface) -> SiteEntry {
            SiteEntry(
                site: site("\(surface.rawValue)\(place).\(name).invalid", surface, agency.id, id, brand: brand),
                agencyState: .active, tenantState: .active, planFeatures: features)
        }
        return DrillTenant(place: place, id: id, agency: agencyPlace, app: entry(.app), portal: entry(.portal))
    }

    private func site(
        _ host: String, _ surface: Site.Surface, _ agency: AgencyID?, _ tenant: TenantID?, brand: String
    ) -> Site {
        Site(
            host: host, surface: surface, agency: agency, tenant: tenant,
            brand: Brand(name: brand, hue: 210, chroma: 100), language: .tr)
    }

    // MARK: Rows of the house

    private func addPlan(_ id: UUIDv7, _ name: String) async throws {
        let key = String(name.map { $0 == "-" ? "_" : $0 })
        _ = try await databases.control.perform(
            """
            INSERT INTO kernel.plan (id, key, name_tr, name_en, modules) \
            VALUES (\(id), \(key), 'Tatbikat', 'Drill', \(features.sorted()))
            """)
    }

    private func add(_ agency: DrillAgency) async throws {
        let site = agency.entry.site
        _ = try await databases.control.perform(
            "INSERT INTO kernel.agency (id, slug, name) VALUES (\(agency.id), \(slug(site.host)), \(site.brand.name))")
        try await add(site)
    }

    private func add(_ tenant: DrillTenant, _ plan: UUIDv7, of agency: DrillAgency) async throws {
        _ = try await databases.control.perform(
            """
            INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id) \
            VALUES (\(tenant.id), \(agency.id), \(slug(tenant.app.site.host)), \(tenant.app.site.brand.name), 'active', \(plan))
            """)
        for entry in [tenant.app, tenant.portal] { try await add(entry.site) }
    }

    /// Not verified: a host of the drill is served by the drill alone and gets no certificate.
    private func add(_ site: Site) async throws {
        _ = try await databases.control.perform(
            """
            INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, challenge) \
            VALUES (\(site.host), \(site.surface.rawValue), \(site.agency), \(site.tenant), \(SecureRandom.token()))
            """)
    }

    private func slug(_ host: String) -> String {
        String(host.dropLast(".invalid".count).map { $0 == "." ? "-" : $0 })
    }

    /// Endpoints for every module that has webhooks, and rows in every table.
    private func furnish(
        _ tenants: inout [DrillTenant], _ planter: Planter, _ book: inout CanaryBook
    ) async throws -> [String] {
        var values = CanaryValues(planter.tables)
        for place in tenants.indices {
            for module in registry.modules where module.registrar.routes.contains(where: { $0.access == .webhook }) {
                tenants[place].endpoints[module.manifest.id.text] =
                    try await Endpoints(databases.control).create(for: tenants[place].id, module: module.manifest.id)
            }
            for number in 0..<Self.sets {
                tenants[place].sets.append(try await planter.plant(number, for: tenants[place], &values, &book))
            }
        }
        return values.without.sorted()
    }
}
