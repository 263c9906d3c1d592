import Core

/// A tenant made for the drill, with its hosts and its rows.
struct DrillTenant: Sendable {
    /// Its place among the drill's tenants.
    let place: Int
    let id: TenantID
    /// The place of its agency among the drill's.
    let agency: Int
    /// Where its people work.
    let app: SiteEntry
    /// Where its customers look after themselves.
    let portal: SiteEntry
    /// The secret part of its webhooks' addresses, by module.
    var endpoints: [String: String] = [:]
    /// Its rows: each set has one row of every table, and belongs to one customer.
    var sets: [PlantedSet] = []
}

/// An agency made for the drill.
struct DrillAgency: Sendable {
    let id: AgencyID
    let entry: SiteEntry
}
