/// Who a request of the drill comes from.
enum DrillCaller: Sendable, Hashable {
    /// Nobody says who they are.
    case nobody
    /// A token that was never given out.
    case forged
    /// One of the people of a tenant, by its place.
    case staff(Int, DrillRights)
    /// A customer of a tenant: the one to whom a set of rows belongs.
    case customer(Int, set: Int, DrillRights)
    /// Somebody of an agency.
    case agency(Int)
    /// Somebody of the operator.
    case `operator`
}

/// Which permissions somebody made up holds, of all that the modules declare.
enum DrillRights: Sendable, Hashable {
    case all
    case none
    case allBut(String)
    case only(String)

    func held(of names: Set<String>) -> Set<String> {
        switch self {
        case .all: names
        case .none: []
        case .allBut(let name): names.subtracting([name])
        case .only(let name): [name]
        }
    }

    /// Whether a rule that asks for the permission lets them pass.
    func hold(_ name: String?) -> Bool {
        guard let name else { return true }
        return switch self {
        case .all: true
        case .none: false
        case .allBut(let lacking): lacking != name
        case .only(let held): held == name
        }
    }
}
