public import HTTP

/// What the `Host` of a request says: the key of a site, or nothing that could be one. A pure function of that one field;
/// `X-Forwarded-Host` and `Forwarded` have no say in whose house is entered.
///
/// The port is left out, letters of ASCII are folded, one dot at the end is dropped: browsers that show `a.example.` mean
/// `a.example`. A name in another alphabet comes as punycode or not at all, so nothing is folded that Unicode would fold
/// otherwise. Addresses are keys in their canonical spelling, IPv6 in brackets.
public enum HostReading: Sendable, Hashable {
    /// A host as the map of sites knows hosts.
    case host(String)
    /// No host, two of them, or none that anybody could have: 400.
    case malformed

    /// Reads the head of a request.
    public init(_ head: RequestHead) {
        var found: Int?
        for index in 0..<head.fieldCount where head.name(index, is: .host) {
            guard found == nil else {
                self = .malformed
                return
            }
            found = index
        }
        let authority = unsafe head.withValue(of: .host) { unsafe Authority(parsing: $0.span) }
        guard let authority = authority ?? nil else {
            self = .malformed
            return
        }
        self = .host(authority.host.text)
    }
}
