import Glibc
import Testing

@testable import EventLoop

@Suite struct SignalTests {
    /// `@unchecked Sendable`: used on one loop only.
    private final class Heard: @unchecked Sendable { var signals: [ProcessSignal] = [] }

    /// The signals are sent to the loop's own thread, the only one here that blocks them: sent to the process, they
    /// would end it, as they should.
    @Test func `every signal is heard on the loop, and none after the stop`() async throws {
        try await withLoops { group in
            var set = sigset_t()
            unsafe sigemptyset(&set)
            for signal in ProcessSignal.allCases { unsafe sigaddset(&set, signal.rawValue) }
            unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
            let heard = Heard()
            let listener = try SignalListener(on: group.first) { heard.signals.append($0) }
            for signal in ProcessSignal.allCases {
                pthread_kill(pthread_self(), signal.rawValue)
                try await group.first.sleep(for: .milliseconds(5))
            }
            #expect(heard.signals == ProcessSignal.allCases)
            listener.stop()
            pthread_kill(pthread_self(), SIGHUP)
            try await group.first.sleep(for: .milliseconds(5))
            #expect(heard.signals.count == ProcessSignal.allCases.count)
        }
    }
}
