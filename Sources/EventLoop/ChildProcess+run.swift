import Glibc

/// What a child that ran to its end has left.
public struct ChildResult: Sendable {
    /// How it ended.
    public let exit: ChildExit
    /// What it said.
    public let output: [UInt8]
    /// What it complained of.
    public let errors: [UInt8]
}

extension ChildProcess {
    /// Runs a program to its end: writes it the input, gathers what it says, at most `limit` bytes of each. One that
    /// says more, takes longer or is no longer wanted is killed with all it started.
    public static func run(
        on loop: Loop, _ command: ChildCommand, input: [UInt8]? = nil, limit: Int = 1 << 20, timeout: Duration
    ) async throws -> ChildResult {
        try await Task(executorPreference: loop) {
            var command = command
            if input != nil { command.input = .pipe }
            let child = try ChildProcess(on: loop, command)
            return try await child.finish(input, limit, timeout)
        }.valueOrCancel
    }

    private func finish(_ input: [UInt8]?, _ limit: Int, _ timeout: Duration) async throws -> ChildResult {
        let alarm = Alarm(self)
        let timer = loop.timer(at: loop.deadline(in: timeout), alarm)
        defer { loop.cancel(timer) }
        do {
            async let told: Void = tell(input ?? [])
            async let output = gather(output, limit)
            async let errors = gather(errors, limit)
            let (said, complained) = try await (output, errors)
            try await told
            let result = ChildResult(exit: try await wait(), output: said, errors: complained)
            if alarm.hasRung { throw ChildFault.timeout }
            return result
        } catch {
            signal(SIGKILL)
            throw alarm.hasRung ? ChildFault.timeout : error
        }
    }

    /// A child that does not read all it is told has not failed for that.
    private func tell(_ bytes: [UInt8]) async throws {
        guard let input else { return }
        defer { input.close() }
        do {
            try await input.write(bytes)
        } catch let error as SystemError where error.code == EPIPE {}
    }

    private func gather(_ reader: PipeReader?, _ limit: Int) async throws -> [UInt8] {
        guard let reader else { return [] }
        var bytes: [UInt8] = []
        while let next = try await reader.next() {
            guard bytes.count + next.count <= limit else {
                signal(SIGKILL)
                throw ChildFault.tooMuchOutput
            }
            bytes += next
        }
        return bytes
    }
}

/// Ends a child whose time is over. The pipes may outlive it in the hands of a grandchild, so they are closed as well.
///
/// `@unchecked Sendable`: used on its loop's thread only.
private final class Alarm: TimerTarget, @unchecked Sendable {
    private let child: ChildProcess
    private(set) var hasRung = false

    init(_ child: ChildProcess) { self.child = child }

    func timerFired() {
        hasRung = true
        child.signal(SIGKILL)
        child.output?.close()
        child.errors?.close()
        child.input?.close()
    }
}

extension Task where Failure == any Error {
    /// The task's value; its end is asked for when the waiting task is cancelled.
    package var valueOrCancel: Success {
        get async throws {
            try await withTaskCancellationHandler {
                try await value
            } onCancel: {
                cancel()
            }
        }
    }
}
