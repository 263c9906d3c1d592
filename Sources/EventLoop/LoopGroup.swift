import Glibc

/// The loops of a process, one thread each.
public struct LoopGroup: Sendable {
    /// In order of their index; never empty.
    public let loops: [Loop]
    private let threads: [Thread]

    /// A `pthread_t` that may cross threads: it is only joined, once, by `stop`.
    private struct Thread: @unchecked Sendable { let handle: pthread_t }

    /// Starts `count` loops, at least one.
    public init(count: Int) throws(SystemError) {
        var loops: [Loop] = []
        var threads: [Thread] = []
        for index in 0..<max(count, 1) {
            let loop = try Loop(index: index)
            threads.append(Thread(handle: try loop.start()))
            loops.append(loop)
        }
        (self.loops, self.threads) = (loops, threads)
    }

    /// The first loop: it accepts connections and hears signals.
    public var first: Loop { loops[0] }

    /// Ends all threads and waits for them. Not to be called on a loop.
    public func stop() {
        for loop in loops { loop.requestStop() }
        for thread in threads { pthread_join(thread.handle, nil) }
    }

    /// Runs `work` on the first loop and blocks the calling thread, which must not be a loop's, until it is done.
    public func blockUntilDone<Success: Sendable>(
        _ work: @escaping @Sendable () async throws -> Success
    ) -> Result<Success, any Error> {
        let answer = Answer<Success>()
        Task(executorPreference: first) {
            do { answer.put(.success(try await work())) } catch { answer.put(.failure(error)) }
        }
        return answer.take()
    }
}
