extension PasswordParameters {
    /// The dearest parameters that one hash on this machine computes within a time, measured now; never weaker than
    /// `least`. Past 64 MiB (RFC 9106's choice where memory is dear) more passes are made instead: a log-in must not cost
    /// more memory than the rest of the house.
    public static func calibrate(target: Duration) throws(CryptoFault) -> PasswordParameters {
        let spent = try cost(of: .usual)
        guard spent <= target, spent > .zero else { return .least }
        let blocks = UInt32(min(Double(usual.work) * (target / spent), Double(mostMemory * mostPasses)))
        let passes = max(blocks / mostMemory, 1)
        return PasswordParameters(
            unchecked: min(blocks / passes, mostMemory) / 1024 * 1024, passes, usual.lanes)
    }

    private static let mostMemory: UInt32 = 1 << 16
    private static let mostPasses: UInt32 = 8

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
