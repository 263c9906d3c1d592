/// Holds a pack against what the database would refuse anyway, so that a person reads a sentence and not a constraint.
struct PackCheck {
    private let pack: TenantPack
    private let knownFeatures: Set<String>

    init(_ pack: TenantPack, knownFeatures: Set<String>) { (self.pack, self.knownFeatures) = (pack, knownFeatures) }

    func run() throws(PackFault) {
        try check(pack.plans ?? [], "")
        try refuseDoubles(pack.agencies.map(\.slug), "agency")
        for agency in pack.agencies {
            try checkSlug(agency.slug, "agency")
            try check(agency.plans ?? [], "\(agency.slug)/")
            try refuseDoubles(agency.tenants.map(\.slug), "tenant of \(agency.slug)")
            for tenant in agency.tenants { try check(tenant, agency.slug) }
        }
        try refuseDoubles(hosts, "host")
    }

    private var hosts: [String] {
        pack.agencies.flatMap { agency in
            (agency.domains ?? [])
                + agency.tenants.flatMap { ($0.domains?.app ?? []) + ($0.domains?.portal ?? []) }
        }
    }

    private func check(_ plans: [PackPlan], _ prefix: String) throws(PackFault) {
        try refuseDoubles(plans.map(\.key), "plan")
        for plan in plans {
            for module in plan.modules where !knownFeatures.contains(module) {
                throw PackFault("plan \(prefix)\(plan.key) has “\(module)”, which no installed module is")
            }
        }
    }

    private func check(_ tenant: PackTenant, _ agency: String) throws(PackFault) {
        try checkSlug(tenant.slug, "tenant of \(agency)")
        let name = "tenant \(agency)/\(tenant.slug)"
        if let state = tenant.state, TenantState(rawValue: state)?.isOpen != true, state != "suspended" {
            throw PackFault("\(name) cannot begin as “\(state)”: trial, active or suspended")
        }
        if let language = tenant.language, language != "tr", language != "en" {
            throw PackFault("\(name) has the language “\(language)”: tr or en")
        }
    }

    private func checkSlug(_ slug: String, _ what: String) throws(PackFault) {
        let isWord =
            !slug.isEmpty && slug.utf8.count <= 40 && slug.utf8.first != 0x2D && slug.utf8.last != 0x2D
            && slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        if !isWord { throw PackFault("the \(what) “\(slug)” needs a short name of small letters, digits and dashes") }
    }

    private func refuseDoubles(_ names: [String], _ what: String) throws(PackFault) {
        var seen = Set<String>()
        for name in names where !seen.insert(name).inserted { throw PackFault("the \(what) \(name) is there twice") }
    }
}
