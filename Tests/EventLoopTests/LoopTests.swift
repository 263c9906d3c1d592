import Glibc
import Synchronization
import Testing

@testable import EventLoop

/// Lends loops and ends them.
func withLoops<Success: Sendable>(
    _ count: Int = 1, _ body: @escaping @Sendable (LoopGroup) async throws -> Success
) async throws -> Success {
    let group = try LoopGroup(count: count)
    let result = await Task(executorPreference: group.first) { try await body(group) }.result
    group.stop()
    return try result.get()
}

/// Counts on many threads.
final class Counter: Sendable {
    private let count = Atomic(0)
    var value: Int { count.load(ordering: .acquiring) }
    func add() { count.add(1, ordering: .acquiringAndReleasing) }
}

@Suite struct LoopTests {
    @Test func `a task runs on the thread of the loop it prefers`() async throws {
        try await withLoops(3) { group in
            #expect(Loop.current === group.first)
            for loop in group.loops {
                let (current, isCurrent) = await Task(executorPreference: loop) { (Loop.current, loop.isCurrent) }.value
                #expect(current === loop)
                #expect(isCurrent)
                #expect(loop.isCurrent == (loop === group.first))
            }
        }
        #expect(Loop.current == nil)
    }

    @Test func `a job that blocks is seen in the longest turn of its loop, and of no other`() async throws {
        try await withLoops(2) { group in
            let (busy, idle) = (group.loops[1], group.first)
            try await Task.sleep(for: .milliseconds(20))
            await Task(executorPreference: busy) { _ = usleep(200_000) }.value
            // The turn ends after its last job, so a later turn is asked.
            await Task(executorPreference: busy) {}.value
            #expect((200_000_000..<5_000_000_000).contains(busy.longestTurn))
            #expect(idle.longestTurn < 100_000_000)
        }
    }

    @Test func `no job of many threads is lost`() async throws {
        let (threads, jobs) = (4, 25_000)
        let done = Counter()
        try await withLoops { group in
            let pool = BlockingPool(threads: threads, waiting: threads)
            for _ in 0..<threads {
                let accepted = pool.submit {
                    for _ in 0..<jobs { Task(executorPreference: group.first) { done.add() } }
                }
                #expect(accepted)
            }
            pool.stop()
            let deadline = monotonicNanoseconds() + 20_000_000_000
            while done.value < threads * jobs, monotonicNanoseconds() < deadline { await Task.yield() }
        }
        #expect(done.value == threads * jobs)
    }

    @Test func `a loop at rest is woken by every single job`() async throws {
        let group = try LoopGroup(count: 1)
        for number in 0..<2_000 {
            #expect(await Task(executorPreference: group.first) { number + 1 }.value == number + 1)
        }
        group.stop()
    }

    @Test func `jobs handed in before the thread has begun are done`() async throws {
        for _ in 0..<200 {
            let group = try LoopGroup(count: 1)
            #expect(await Task(executorPreference: group.first) { true }.value)
            group.stop()
        }
    }

    @Test func `a thread that only made the loop is not taken for it`() throws {
        let loop = try Loop(index: 0)
        #expect(!loop.isCurrent)
    }

    @Test func `a thread that blocks gets the work's value or its error`() throws {
        struct Refused: Error {}
        let group = try LoopGroup(count: 1)
        #expect(try group.blockUntilDone { 7 }.get() == 7)
        #expect(throws: Refused.self) { try group.blockUntilDone { throw Refused() }.get() }
        group.stop()
    }

    @Test func `what is gathered in a turn is told once at its end`() async throws {
        // `@unchecked Sendable`: touched on its loop's thread only.
        final class Probe: EndOfTurn, @unchecked Sendable {
            var told = 0
            func turnEnded() { told += 1 }
        }
        try await withLoops { group in
            let probe = Probe()
            group.first.atEndOfTurn(probe)
            #expect(probe.told == 0)
            try await group.first.sleep(for: .milliseconds(5))
            #expect(probe.told == 1)
            try await group.first.sleep(for: .milliseconds(5))
            #expect(probe.told == 1)
        }
    }
}
