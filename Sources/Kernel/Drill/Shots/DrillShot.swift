import Core
import HTTP

/// One request of the drill before it is put into words: each thing in it that could be another's has a place here.
struct DrillShot: Sendable {
    /// Which host is asked.
    enum Door: Sendable, Hashable {
        case app(Int)
        case portal(Int)
        case agency(Int)
        case `operator`
        case unknown
    }

    /// A signed link, rightful or not.
    struct Link: Sendable, Hashable {
        var tenant: Int
        var subject: String
        var isExpired = false
        var isTampered = false
        var isForOtherPurpose = false
    }

    /// The secret part of a webhook's address.
    enum Endpoint: Sendable, Hashable {
        case of(Int)
        case unknown
    }

    var door: Door
    var caller: DrillCaller
    var link: Link?
    var endpoint: Endpoint?
    /// By the parameter's name.
    var path: [String: String] = [:]
    var query: [(name: String, value: String)] = []
    var body: [(name: String, value: JSONValue)]?
    var isForm = false
    var fields: [(name: String, value: String)] = []
    /// Another method than the route's.
    var method: HTTP.Method?
    /// How the host is spelled.
    var spelling = HostSpelling.plain
    /// Which of the made-up addresses it comes from.
    var peer = 0
}

/// Spellings of a host that mean the same, or nothing.
enum HostSpelling: Sendable, Hashable, CaseIterable {
    case plain
    case upperCase
    case dotted
    case withPort

    func spell(_ host: String) -> String {
        switch self {
        case .plain: host
        case .upperCase: host.uppercased()
        case .dotted: host + "."
        case .withPort: host + ":8443"
        }
    }
}
