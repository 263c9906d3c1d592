import Core

extension Sessions {
    /// Notes that the holder has just proved who they are, and hands out another token: whoever has copied the old one
    /// gains nothing by the proof. Nil when the session is over by then.
    public func prove(_ token: SecretToken, host: String, showedSecondFactor: Bool) async throws -> SecretToken? {
        try await rotate(token, host: host, showedSecondFactor: showedSecondFactor, proves: true)
    }
}
