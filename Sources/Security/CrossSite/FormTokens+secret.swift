public import Kernel

extension FormTokens {
    /// A token for a session.
    public func token(for session: SecretToken) throws -> String { try token(for: try session.hash()) }

    /// What a token turned out to be.
    public func state(of text: String?, for session: SecretToken) -> CrossSiteJudge.FormTokenState {
        guard let hash = try? session.hash() else { return .wrong }
        return state(of: text, for: hash)
    }
}
