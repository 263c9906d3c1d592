import Glibc
import Synchronization
import Testing

@testable import EventLoop

@Suite struct BlockingPoolTests {
    /// Holds threads of a pool until it is opened.
    private final class Gate: Sendable {
        private let isOpen = Atomic(false)
        let inside = Atomic(0)
        let most = Atomic(0)

        func pass() {
            let count = inside.add(1, ordering: .sequentiallyConsistent).newValue
            _ = most.max(count, ordering: .sequentiallyConsistent)
            while !isOpen.load(ordering: .acquiring) { usleep(500) }
            inside.subtract(1, ordering: .sequentiallyConsistent)
        }

        func open() { isOpen.store(true, ordering: .releasing) }
    }

    @Test func `past its bounds work is refused, and there are never more threads than said`() async throws {
        let pool = BlockingPool(threads: 2, waiting: 3)
        let gate = Gate()
        var accepted = 0
        for _ in 0..<2 where pool.submit({ gate.pass() }) { accepted += 1 }
        while gate.inside.load(ordering: .acquiring) < 2 { usleep(500) }
        for _ in 0..<10 where pool.submit({ gate.pass() }) { accepted += 1 }
        #expect(accepted == 5)
        await #expect(throws: BlockingPool.Saturated.self) { try await pool.run { 1 } }
        gate.open()
        pool.stop()
        #expect(gate.most.load(ordering: .acquiring) == 2)
    }

    @Test func `threads of a nice pool let others go first, and theirs alone`() async throws {
        let (pool, usual) = (BlockingPool(threads: 1, waiting: 3, niceness: 4), BlockingPool(threads: 1, waiting: 3))
        let own = Self.niceness()
        #expect(try await pool.run { Self.niceness() } == min(own + 4, 19))
        #expect(try await usual.run { Self.niceness() } == own)
        pool.stop()
        usual.stop()
    }

    private static func niceness() -> Int32 { getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0) }

    @Test func `a stopped pool finishes what waits and refuses the rest`() async {
        let pool = BlockingPool(threads: 1, waiting: 100)
        let done = Counter()
        for _ in 0..<50 { #expect(pool.submit { done.add() }) }
        pool.stop()
        pool.stop()
        #expect(done.value == 50)
        #expect(!pool.submit {})
        await #expect(throws: BlockingPool.Saturated.self) { try await pool.run { 1 } }
    }

    @Test func `values and errors come back to the caller's own loop`() async throws {
        struct Refused: Error {}
        let pool = BlockingPool(threads: 2, waiting: 100)
        try await withLoops { group in
            let isElsewhere = try await pool.run { Loop.current == nil }
            #expect(isElsewhere)
            #expect(Loop.current === group.first)
            await #expect(throws: Refused.self) { try await pool.run { throw Refused() } }
            #expect(Loop.current === group.first)
        }
        pool.stop()
    }

    @Test func `much work from many tasks is done once each`() async throws {
        let pool = BlockingPool(threads: 4, waiting: 10_000)
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<5_000 { group.addTask { try await pool.run { number } } }
            return try await group.reduce(0, +)
        }
        #expect(sum == 5_000 * 4_999 / 2)
        pool.stop()
    }
}
