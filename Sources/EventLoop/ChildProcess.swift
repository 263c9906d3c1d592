import CLinux
import Glibc

/// A program started by this one. Its end is heard through a descriptor on the loop: no SIGCHLD, no thread that waits,
/// no zombie, whether or not anybody asks.
///
/// `@unchecked Sendable`: used on its loop's thread only.
public final class ChildProcess: Selectable, @unchecked Sendable {
    /// The process, until its end has been heard.
    public let identifier: Int32
    /// What the child is told; nil when its input is no pipe.
    public let input: PipeWriter?
    /// What the child says; nil when its output is no pipe.
    public let output: PipeReader?
    /// What the child complains of; nil when that is no pipe.
    public let errors: PipeReader?
    /// How it ended; nil while it runs.
    public private(set) var exit: ChildExit?
    let loop: Loop
    private let isGroup: Bool
    private let descriptor: Int32
    private var registration: Registration?
    private var waiters: [Waiter] = []

    /// Starts a program. On the loop's thread.
    public init(on loop: Loop, _ command: ChildCommand) throws(SystemError) {
        let spawn = try ChildSpawn(command)
        (self.loop, isGroup, identifier) = (loop, command.ownGroup, spawn.process)
        input = spawn.ends.input < 0 ? nil : PipeWriter(loop, spawn.ends.input)
        output = spawn.ends.output < 0 ? nil : PipeReader(loop, spawn.ends.output)
        errors = spawn.ends.errors < 0 ? nil : PipeReader(loop, spawn.ends.errors)
        descriptor = konak_pidfd_open(spawn.process)
        do throws(SystemError) {
            guard descriptor >= 0 else { throw SystemError(call: "pidfd_open", code: errno) }
            registration = try loop.watch(descriptor, .readable, self)
        } catch {
            // A child whose end could not be heard must not run.
            signal(SIGKILL)
            var status: Int32 = 0
            unsafe waitpid(identifier, &status, 0)
            if descriptor >= 0 { close(descriptor) }
            throw error
        }
    }

    /// Sends a signal to the child, and to its whole group if it leads one. Nothing happens after its end.
    public func signal(_ signal: Int32) {
        guard exit == nil else { return }
        _ = Glibc.kill(isGroup ? -identifier : identifier, signal)
    }

    /// Suspends until the child has ended. A cancelled task stops waiting; the child goes on.
    public func wait() async throws(ChildFault) -> ChildExit {
        while true {
            if let exit { return exit }
            let waiter = Waiter(loop)
            waiters.append(waiter)
            guard await waiter.wait() else { throw .cancelled }
        }
    }

    /// The child has ended.
    public func ready(_ readiness: Readiness) {
        var status: Int32 = 0
        guard unsafe waitpid(identifier, &status, WNOHANG) == identifier else { return }
        let code = konak_wait_code(status)
        exit = status & 0x7f == 0 ? .code(code) : .signal(status & 0x7f)
        if let registration { loop.forget(registration, descriptor) }
        registration = nil
        close(descriptor)
        for waiter in waiters { waiter.wake() }
        waiters = []
    }
}
