import Security

/// The pages that links of letters lead to.
enum LinkPath {
    /// The parameter that carries a link's token.
    static let parameter = "k"

    static let invitation = "/invitation"
    static let forgotten = "/password/forgotten"
    static let reset = "/password/reset"
    static let verification = "/verify"
    static let address = "/address"

    /// A page with a token.
    static func with(_ token: SecretToken, _ page: String) -> String { "\(page)?\(parameter)=\(token.reveal())" }
}
