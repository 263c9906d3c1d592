import Crypto

/// A token in a page's forms that proves the page was made for this session. It is another one in every page, so that
/// compression tells nothing of it, and nothing is stored.
public struct FormTokens: Sendable {
    private let key: HeldSecret

    /// Tokens under the house's own key.
    public init(_ root: RootKey) throws { key = try root.derive("form-token") }

    /// A token for the session of a token's hash.
    public func token(for session: [UInt8]) throws -> String {
        let salt = SecureRandom.bytes(16)
        return Base64.url.encode((salt + (try code(salt, session))).span)
    }

    /// What a token turned out to be.
    public func state(of text: String?, for session: [UInt8]) -> CrossSiteJudge.FormTokenState {
        guard let text else { return .absent }
        guard text.utf8.count == 64, let bytes = try? Base64.url.decode(text), bytes.count == 48,
            let right = try? code(Array(bytes.prefix(16)), session)
        else { return .wrong }
        let given = Array(bytes.dropFirst(16))
        return ConstantTime.equal(right.span, given.span) ? .valid : .wrong
    }

    private func code(_ salt: [UInt8], _ session: [UInt8]) throws -> [UInt8] {
        let message = Array("form.v1".utf8) + salt + session
        return try key.withSecret { key throws(CryptoFault) in try HMAC.code(of: message.span, key: key) }
    }
}
