/// How dear one guess at a password is: Argon2id's memory, passes and lanes.
public struct PasswordParameters: Hashable, Sendable {
    /// Memory in KiB.
    public let memory: UInt32
    /// Passes over the memory.
    public let passes: UInt32
    /// Lanes; they are computed one after the other, so that one hash takes one core.
    public let lanes: UInt32

    /// The least that is used for new hashes: 19 MiB and two passes (OWASP).
    public static let least = PasswordParameters(unchecked: 19456, 2, 1)
    /// What is aimed at: 46 MiB in one pass (OWASP's first choice).
    public static let usual = PasswordParameters(unchecked: 47104, 1, 1)

    /// Parameters for new hashes; weaker than 19 MiB × 2 or 46 MiB × 1, or dearer than `isBearable`, are refused.
    public init(memory: UInt32, passes: UInt32, lanes: UInt32 = 1) throws(CryptoFault) {
        self.init(unchecked: memory, passes, lanes)
        guard isStrongEnough, isBearable else { throw CryptoFault(.outOfRange, "password parameters") }
    }

    init(unchecked memory: UInt32, _ passes: UInt32, _ lanes: UInt32) {
        (self.memory, self.passes, self.lanes) = (memory, passes, lanes)
    }

    /// At least what OWASP asks for.
    public var isStrongEnough: Bool {
        memory >= Self.least.memory && passes >= Self.least.passes
            || memory >= Self.usual.memory && passes >= Self.usual.passes
    }

    /// A stored hash names its own price; nobody gets to make us pay gigabytes or minutes.
    var isBearable: Bool {
        (1...4).contains(lanes) && (8 * lanes...1 << 18).contains(memory) && (1...16).contains(passes)
            && work <= 1 << 20
    }

    /// Blocks filled: what a guess costs.
    var work: UInt64 { UInt64(memory) * UInt64(passes) }
}
