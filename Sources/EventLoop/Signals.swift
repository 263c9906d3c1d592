import CLinux
import Glibc

/// The signals a process answers in its own time.
public enum ProcessSignal: Int32, Sendable, CaseIterable {
    /// Drain and stop.
    case terminate = 15
    /// The same, from a keyboard.
    case interrupt = 2
    /// Open log files anew.
    case hangUp = 1

    /// Keeps these signals (and SIGPIPE) from interrupting any thread; call once, before the first thread starts.
    public static func block() {
        signal(SIGPIPE, SIG_IGN)
        var set = makeSet()
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    fileprivate static func makeSet() -> sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in allCases { unsafe sigaddset(&set, signal.rawValue) }
        return set
    }
}

/// Hears signals on a loop and hands each to one closure.
///
/// `@unchecked Sendable`: used on its loop's thread only.
public final class SignalListener: Selectable, @unchecked Sendable {
    private let loop: Loop
    private let descriptor: Int32
    private let heard: @Sendable (ProcessSignal) -> Void
    private var registration: Registration?

    /// Begins to listen. On the loop's thread; the signals must have been blocked before.
    public init(on loop: Loop, _ heard: @escaping @Sendable (ProcessSignal) -> Void) throws(SystemError) {
        (self.loop, self.heard) = (loop, heard)
        descriptor = try systemCall("signalfd") {
            var set = ProcessSignal.makeSet()
            return unsafe signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
        }
        registration = try loop.watch(descriptor, .readable, self)
    }

    /// Ends listening.
    public func stop() {
        guard let registration else { return }
        loop.forget(registration, descriptor)
        self.registration = nil
        close(descriptor)
    }

    /// Reads every signal that waits.
    public func ready(_ readiness: Readiness) {
        var info = signalfd_siginfo()
        while unsafe read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) > 0 {
            if let signal = ProcessSignal(rawValue: Int32(bitPattern: info.ssi_signo)) { heard(signal) }
        }
    }
}
