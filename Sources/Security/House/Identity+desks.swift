extension Identity {
    /// Lets people in by address and password.
    public func logInDesk() async throws -> LogInDesk {
        LogInDesk(control, clock: clock, hasher: try await hasher(), sessions: sessions)
    }

    /// Lets people in by a second factor, or by a passkey alone.
    public func secondFactorDesk() throws -> SecondFactorDesk {
        SecondFactorDesk(control, sessions: sessions, keys: try factorKeys())
    }

    /// Sets passwords.
    public func passwords() async throws -> Passwords {
        Passwords(control, clock: clock, hasher: try await hasher())
    }

    /// The keys of second factors.
    public func factorKeys() throws -> FactorKeys { try FactorKeys(root()) }

    /// Counts tries.
    public var throttle: Throttle { Throttle(control, clock: clock) }
    /// Links that work once.
    public var links: OneTimeLinks { OneTimeLinks(control, clock: clock) }
    /// Moves between an agency's tenants.
    public var handovers: Handovers { Handovers(control, sessions: sessions) }
    /// Keys of programs.
    public var keys: APIKeys { APIKeys(control, clock: clock) }
    /// Passkeys and their challenges.
    public var passkeys: Passkeys { Passkeys(control, clock: clock) }
    /// Browsers that are known.
    public var devices: KnownDevices { KnownDevices(control, clock: clock) }
}
