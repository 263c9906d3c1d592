public import HTTP

/// The cookies of a door. Both keep to their host, and scripts do not see them.
public enum SessionCookie {
    /// The session's token.
    public static let session = CookieName.host("konak-session")
    /// The browser's own token, which outlives sessions: whoever has logged in with it is not held up by strangers.
    public static let device = CookieName.host("konak-device")

    /// Hands a session to the browser. It has no age: the store decides when it ends.
    public static func set(_ token: SecretToken) -> SetCookie? { SetCookie(session, token.reveal()) }

    /// Hands the browser its own token, for a year.
    public static func set(device token: SecretToken) -> SetCookie? {
        SetCookie(device, token.reveal(), maxAge: 31_536_000)
    }

    /// The token a request carries. Of two cookies with the name none counts: one of them was planted.
    public static func token(_ name: CookieName = session, in request: Request) -> SecretToken? {
        let values = request.head.values(of: .cookie).map { Cookies(parsing: $0) }
        let named = values.flatMap { cookies in cookies.names.filter { $0 == name.text }.map { _ in cookies } }
        guard named.count == 1, let text = named.first?[name] else { return nil }
        return SecretToken(text)
    }
}
