/// The name of a cookie and how far it reaches: one value for setting, reading and clearing it.
///
/// There is no cookie without prefix: the browser itself then refuses one set over plain HTTP or, for `__Host-`, by a
/// sister domain.
public struct CookieName: Sendable, Hashable {
    /// The whole name, prefix included.
    public let text: String
    /// Where the browser sends it.
    public let reach: Reach

    /// Where the browser sends a cookie.
    public enum Reach: Sendable, Hashable {
        /// To the host that set it and no other, on every path.
        case host
        /// Below a path, and to a domain with all under it when one is given.
        case path(String, domain: HostName?)
    }

    /// A `__Host-` cookie. The literal must be a token.
    public static func host(_ name: StaticString) -> CookieName {
        CookieName(text: "__Host-\(name)", reach: .host)
    }

    /// A `__Secure-` cookie, for the rare case that must cross hosts or keep to a path. Nil when the path does not begin
    /// with a slash or holds a semicolon, a blank or a control byte, or when the domain is an address.
    public static func secure(_ name: StaticString, path: String, domain: HostName? = nil) -> CookieName? {
        guard path.utf8.first == Byte.slash, domain?.address == nil,
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != Byte.semicolon })
        else { return nil }
        return CookieName(text: "__Secure-\(name)", reach: .path(path, domain: domain))
    }
}
