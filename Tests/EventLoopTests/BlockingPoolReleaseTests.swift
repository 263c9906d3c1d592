import EventLoop
import Synchronization
import Testing

@Suite struct BlockingPoolReleaseTests {
    /// The queue must not keep what finished work held: a body, a file, a connection.
    @Test func `finished work is let go of`() async throws {
        let pool = BlockingPool(threads: 1, waiting: 10)
        let tally = Tally()
        for _ in 0..<10 {
            let witness = Witness(tally)
            try await pool.run { withExtendedLifetime(witness) {} }
        }
        for _ in 0..<1000 where tally.gone.load(ordering: .relaxed) < 10 {
            try await Task.sleep(for: .milliseconds(2))
        }
        #expect(tally.gone.load(ordering: .relaxed) == 10)
        pool.stop()
    }
}

private final class Tally: Sendable {
    let gone = Atomic<Int>(0)
}

private final class Witness: Sendable {
    let tally: Tally
    init(_ tally: Tally) { self.tally = tally }
    deinit { tally.gone.add(1, ordering: .relaxed) }
}
