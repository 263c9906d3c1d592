public import HTTP

/// The hosts a caller said it would talk to, in its manifest. A host that is not on the list is not even looked up.
public struct Destinations: Sendable {
    private enum Entry: Sendable {
        case any
        case exactly(String)
        case below(String)
    }

    private let entries: [Entry]

    /// Any host; the address must still be an allowed one. For addresses that tenants choose, such as webhooks.
    public static let any = Destinations(entries: [.any])

    private init(entries: [Entry]) { self.entries = entries }

    /// These hosts: `graph.example.com` exactly, `*.example.com` for all below.
    public init(hosts: [String]) {
        entries = hosts.map { host in
            let host = host.lowercased()
            return host.hasPrefix("*.") ? .below(String(host.dropFirst(1))) : .exactly(host)
        }
    }

    /// True when the host is on the list.
    public func contain(_ host: HostName) -> Bool {
        entries.contains { entry in
            switch entry {
            case .any: true
            case .exactly(let name): host.text == name
            case .below(let suffix): host.address == nil && host.text.hasSuffix(suffix)
            }
        }
    }
}
