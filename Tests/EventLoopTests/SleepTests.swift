import Testing

@testable import EventLoop

@Suite struct SleepTests {
    @Test(arguments: [1, 5, 20, 60])
    func `sleeps no shorter than asked and not absurdly longer`(milliseconds: Int) async throws {
        let slept = try await withLoops { group in
            let before = monotonicNanoseconds()
            try await group.first.sleep(for: .milliseconds(milliseconds))
            return monotonicNanoseconds() - before
        }
        // The loop's clock is read once a turn, so the sleep may have begun a little before.
        #expect(slept >= UInt64(milliseconds) * 1_000_000 - 1_000_000)
        #expect(slept < UInt64(milliseconds) * 1_000_000 + 2_000_000_000)
    }

    @Test func `a cancelled sleep ends at once`() async throws {
        try await withLoops { group in
            let task = Task(executorPreference: group.first) { try await group.first.sleep(for: .seconds(60)) }
            try await group.first.sleep(for: .milliseconds(5))
            #expect(group.first.timers.count == 1)
            let before = monotonicNanoseconds()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(monotonicNanoseconds() - before < 5_000_000_000)
            #expect(group.first.timers.count == 0)
        }
    }

    @Test func `a task cancelled before it sleeps does not sleep`() async throws {
        try await withLoops { group in
            let task = Task(executorPreference: group.first) {
                while !Task.isCancelled { await Task.yield() }
                try await group.first.sleep(for: .seconds(60))
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test func `a task that runs elsewhere may sleep on a loop`() async throws {
        let group = try LoopGroup(count: 1)
        try await group.first.sleep(for: .milliseconds(2))
        let sleeps = (0..<100).map { _ in Task { try await group.first.sleep(for: .milliseconds(.random(in: 0..<20))) }
        }
        for sleep in sleeps.prefix(50) { sleep.cancel() }
        for sleep in sleeps { _ = await sleep.result }
        #expect(await Task(executorPreference: group.first) { group.first.timers.count }.value == 0)
        group.stop()
    }

    @Test func `a timer that is always due does not hold up the loop`() async throws {
        // `@unchecked Sendable`: touched on its loop's thread only.
        final class Restless: TimerTarget, @unchecked Sendable {
            let loop: Loop
            var fired = 0
            var isOver = false
            init(_ loop: Loop) { self.loop = loop }
            func timerFired() {
                fired += 1
                if !isOver { _ = loop.timer(at: 0, self) }
            }
        }
        try await withLoops { group in
            let restless = Restless(group.first)
            restless.timerFired()
            for _ in 0..<20 { await Task.yield() }
            #expect(await Task(executorPreference: group.first) { true }.value)
            restless.isOver = true
            try await group.first.sleep(for: .milliseconds(1))
            #expect(restless.fired > 0)
        }
    }

    @Test(
        arguments: [
            (Duration.seconds(-5), 0), (.zero, 0), (.milliseconds(1), 1_000_000), (.nanoseconds(7), 7),
            (.seconds(Int64.max), 3_155_760_000_000_000_000),
        ] as [(Duration, UInt64)])
    func `durations are clipped, never overflow`(duration: Duration, nanoseconds: UInt64) {
        #expect(duration.clippedNanoseconds == nanoseconds)
    }
}
