import EventLoop
import HTTP

/// A name's addresses, on their way. A resolver may have no end in time of its own, and be deaf to cancellation: its
/// answer is waited for, not its end.
///
/// `@unchecked Sendable`: used on its loop's thread only.
final class LookUp: @unchecked Sendable {
    enum Outcome: Sendable {
        case found([IPAddress])
        case failed(any Error)
        case timeout
        case cancelled
    }

    private let wait: StreamWait
    private var answer = Outcome.found([])

    private init(_ loop: Loop) { wait = StreamWait(loop) }

    /// On the loop's thread; `deadline` is on its clock.
    static func addresses(
        of host: HostName, _ resolver: any HostResolver, on loop: Loop, by deadline: UInt64
    ) async -> Outcome {
        if let address = host.address { return .found([address]) }
        let lookUp = LookUp(loop)
        let task = Task(executorPreference: loop) { await lookUp.run(host, resolver) }
        switch await lookUp.wait.wait(until: deadline) {
        case .news: return lookUp.answer
        case .timeout:
            task.cancel()
            return .timeout
        case .cancelled:
            task.cancel()
            return .cancelled
        }
    }

    private func run(_ host: HostName, _ resolver: any HostResolver) async {
        do { answer = .found(try await resolver.addresses(of: host)) } catch { answer = .failed(error) }
        wait.wake()
    }
}
