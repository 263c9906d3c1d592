import TestKit

/// Random faults by a seed: the same for the same seed and number.
struct FaultPlan: Sendable {
    /// How many faults must have happened, by what they happen to: a thousand together.
    /// The database has few: its pool takes its time before it connects again.
    static let shares = (web: 500, database: 250, mail: 250)

    let seed: UInt64
    /// No fault comes later than after so many bytes.
    let reach: Int

    /// A new seed, printed: it is what is needed to have a failure again.
    init(reach: Int, of what: String) {
        seed = UInt64.random(in: .min ... .max)
        self.reach = reach
        print("faults: \(what): seed \(seed)")
    }

    /// The fault of a connection.
    func fault(of number: Int) -> PlannedFault {
        var random = SeededRandom(seed: seed &+ UInt64(number) &* 0x1234_5678_9abc_def1)
        let fault = Fault.allCases.randomElement(using: &random) ?? .cut
        // Early places are the more interesting ones.
        let after = Int.random(in: 0...max(1, reach >> Int.random(in: 0...4, using: &random)), using: &random)
        let isUpstream = Bool.random(using: &random)
        return PlannedFault(fault, after: after, isUpstream: isUpstream, seed: random.next())
    }
}
