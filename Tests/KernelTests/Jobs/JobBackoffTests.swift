import ModuleKit
import TestKit
import Testing

@Suite("The wait before another try")
struct JobBackoffTests {
    @Test("doubles up to a bound, and is another for everybody")
    func jitter() {
        let backoff = JobBackoff(first: .seconds(2), longest: .seconds(60))
        var random = SeededRandom(seed: 7)
        for (attempt, whole) in [(1, 2.0), (2, 4), (3, 8), (5, 32), (6, 60), (1_000_000, 60)] {
            let waits = (0..<200).map { _ in backoff.wait(after: attempt, using: &random) }
            #expect(waits.allSatisfy { $0 >= .seconds(whole / 2) && $0 <= .seconds(whole) })
            #expect(waits.contains { $0 < .seconds(whole * 0.6) } && waits.contains { $0 > .seconds(whole * 0.9) })
            #expect(Set(waits).count > 190)
        }
    }
}
