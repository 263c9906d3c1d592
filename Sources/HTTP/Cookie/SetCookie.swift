/// A cookie to be set (RFC 6265, 4.1): always `Secure`, and hidden from scripts unless said otherwise.
public struct SetCookie: Sendable, Hashable {
    /// Whether other sites' requests carry the cookie.
    public enum SameSite: String, Sendable {
        /// Only when someone follows a link to us.
        case lax = "Lax"
        /// Never.
        case strict = "Strict"
        /// Always: only for pages shown inside another site.
        case none = "None"
    }

    /// Name and reach.
    public let name: CookieName
    /// The value.
    public let value: String
    /// For how many seconds it is kept; nil until the browser closes.
    public var maxAge: Int?
    /// Whether other sites' requests carry it.
    public var sameSite: SameSite
    /// Whether scripts of the page may read it.
    public var isReadableByScripts: Bool

    /// A cookie; nil when the value holds anything but visible ASCII without quotes, commas, semicolons and backslashes,
    /// or is longer than 4,000 bytes, which browsers would drop.
    public init?(
        _ name: CookieName, _ value: String, maxAge: Int? = nil, sameSite: SameSite = .lax,
        isReadableByScripts: Bool = false
    ) {
        guard value.utf8.count <= 4_000, value.utf8.allSatisfy(\.mayStandInCookie) else { return nil }
        (self.name, self.value, self.maxAge) = (name, value, maxAge)
        (self.sameSite, self.isReadableByScripts) = (sameSite, isReadableByScripts)
    }

    private init(clearing name: CookieName) {
        (self.name, value, maxAge, sameSite, isReadableByScripts) = (name, "", 0, .lax, false)
    }

    /// Makes the browser forget the cookie.
    public static func clear(_ name: CookieName) -> SetCookie { SetCookie(clearing: name) }

    /// The value of the `Set-Cookie` field.
    public var fieldValue: String {
        var text = "\(name.text)=\(value)"
        switch name.reach {
        case .host: text += "; Path=/"
        case .path(let path, let domain):
            text += "; Path=\(path)"
            if let domain { text += "; Domain=\(domain)" }
        }
        if let maxAge { text += "; Max-Age=\(max(maxAge, 0))" }
        text += "; Secure"
        if !isReadableByScripts { text += "; HttpOnly" }
        return text + "; SameSite=\(sameSite.rawValue)"
    }
}
