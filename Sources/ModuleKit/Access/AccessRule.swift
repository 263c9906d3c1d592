/// Who may call a route, as a value to list, compare and test.
public enum AccessRule: Sendable, Hashable {
    /// A tenant's people who hold the permission.
    case staff(Permission)
    /// A tenant's customers whose portal has the permission.
    case portal(Permission)
    /// Whoever is signed in at the site.
    case person
    /// People of the agency.
    case agency
    /// People of the operator.
    case `operator`
    /// A machine whose message the module verifies; the address itself names the tenant.
    case webhook
    /// Whoever holds a link that the house has signed for the purpose.
    case signedLink(LinkPurpose)
    /// Everybody, so many times a minute from one address.
    case open(OpenLimit)

    /// The permission it asks for.
    public var permission: Permission? {
        switch self {
        case .staff(let permission), .portal(let permission): permission
        case .person, .agency, .operator, .webhook, .signedLink, .open: nil
        }
    }

    /// The purpose of the links it takes.
    public var purpose: LinkPurpose? {
        if case .signedLink(let purpose) = self { purpose } else { nil }
    }
}

extension AccessRule: CustomStringConvertible {
    /// As lists of routes show it.
    public var description: String {
        switch self {
        case .staff(let permission): "staff(\(permission))"
        case .portal(let permission): "portal(\(permission))"
        case .person: "person"
        case .agency: "agency"
        case .operator: "operator"
        case .webhook: "webhook"
        case .signedLink(let purpose): "signedLink(\(purpose))"
        case .open(let limit): "open(\(limit.perMinute)/min)"
        }
    }
}

/// How often one address may call an open route.
public struct OpenLimit: Sendable, Hashable {
    /// Calls in a minute.
    public let perMinute: Int
    /// So many calls in a minute.
    public init(perMinute: Int) { self.perMinute = perMinute }
    /// For pages that people read.
    public static let pages = OpenLimit(perMinute: 120)
    /// For forms that strangers send.
    public static let forms = OpenLimit(perMinute: 10)
}
