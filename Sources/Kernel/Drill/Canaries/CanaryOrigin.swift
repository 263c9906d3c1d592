/// Where a planted value stands, and with that who may read it.
enum CanaryOrigin: Sendable, Hashable {
    /// It names an agency.
    case agency(Int)
    /// It names a tenant, on its own sites for everybody.
    case tenant(Int)
    /// It stands in a row of a tenant: of one customer's set, or shared by all customers.
    case row(Int, set: Int, isShared: Bool, column: String)

    /// The column, or what else it is.
    var place: String {
        switch self {
        case .agency: "an agency's name or id"
        case .tenant: "a tenant's name or id"
        case .row(_, _, _, let column): column
        }
    }
}

/// What an answer may show, by whose site was asked and who had earned what there.
struct DrillView: Sendable, Hashable {
    /// Whose rows.
    enum Rows: Sendable, Hashable {
        case none
        case tenant(Int)
        case customer(Int, set: Int)
    }

    /// The agency whose host was asked.
    var agency: Int?
    /// The tenant whose host was asked.
    var tenant: Int?
    /// Whose rows have been earned.
    var rows = Rows.none

    func mayShow(_ origin: CanaryOrigin) -> Bool {
        switch origin {
        case .agency(let place): place == agency
        case .tenant(let place): place == tenant
        case .row(let tenant, let set, let isShared, _):
            switch rows {
            case .none: false
            case .tenant(let own): tenant == own
            case .customer(let own, let ownSet): tenant == own && (set == ownSet || isShared)
            }
        }
    }
}
