extension PasswordParameters {
    /// The dearest parameters that one hash on this machine computes within a time, measured now; never weaker than
    /// `least`, never above 256 MiB, and in steps of a MiB.
    public static func calibrate(target: Duration) throws(CryptoFault) -> PasswordParameters {
        let spent = try cost(of: .usual)
        guard spent <= target, spent > .zero else { return .least }
        let memory = Double(usual.memory) * (target / spent)
        return PasswordParameters(
            unchecked: UInt32(min(memory, Double(1 << 18))) / 1024 * 1024, usual.passes, usual.lanes)
    }

    /// The shortest of three, since only the machine's other work can make one longer.
    private static func cost(of parameters: PasswordParameters) throws(CryptoFault) -> Duration {
        let (password, salt) = ([UInt8](repeating: 1, count: 16), [UInt8](repeating: 2, count: PasswordHash.saltLength))
        var shortest = Duration.seconds(60)
        for _ in 0..<3 {
            let start = ContinuousClock.now
            var hash = [UInt8](repeating: 0, count: PasswordHash.hashLength)
            var span = hash.mutableSpan
            try Argon2.hash(password.span, salt: salt.span, parameters, into: &span)
            shortest = min(shortest, ContinuousClock.now - start)
        }
        return shortest
    }
}
