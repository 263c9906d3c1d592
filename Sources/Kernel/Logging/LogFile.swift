import EventLoop
import Glibc
public import HTTPServer
import Synchronization

/// A descriptor that log lines go to. Writing may block (a pipe whose reader sleeps), so a thread of its own does it; when
/// too much waits, lines are refused and counted instead of holding up a loop.
public final class LogFile: LogSink {
    private let path: String?
    /// Touched by the writing thread only, but for the end.
    private let output: Mutex<LogOutput>
    private let writer = BlockingPool(threads: 1, waiting: 256)
    private let lost = Atomic<UInt64>(0)

    /// Standard output.
    public static func standardOutput() -> LogFile { LogFile(descriptor: 1, path: nil) }

    /// Standard error.
    public static func standardError() -> LogFile { LogFile(descriptor: 2, path: nil) }

    /// A file, appended to; nil when it cannot be opened.
    public convenience init?(path: String) {
        let descriptor = Self.open(path)
        guard descriptor >= 0 else { return nil }
        self.init(descriptor: descriptor, path: path)
    }

    /// A descriptor is closed at the end, and can be had anew, when it came from a path.
    init(descriptor: Int32, path: String?) {
        self.path = path
        output = Mutex(LogOutput(descriptor: descriptor))
    }

    deinit { if path != nil { output.withLock { _ = close($0.descriptor) } } }

    private static func open(_ path: String) -> Int32 {
        unsafe Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
    }

    /// Lines that were accepted and could not be written: a full disk, a reader that is gone.
    public var linesLost: UInt64 { lost.load(ordering: .relaxed) }

    /// Hands a batch to the writing thread.
    public func accept(_ lines: [UInt8]) -> Bool {
        writer.submit { [self] in
            let missing = output.withLock { $0.write(lines) }
            if missing > 0 { lost.add(UInt64(missing), ordering: .relaxed) }
        }
    }

    /// Opens the file by its name again, after the lines that wait: whoever rotates has moved it away. It goes on with the
    /// old one when that fails, and says the number of the error. Standard output has no name; nothing happens then.
    public func reopen(_ done: @escaping @Sendable (Int32?) -> Void) {
        guard let path else { return }
        let accepted = writer.submit { [self] in
            let descriptor = Self.open(path)
            guard descriptor >= 0 else { return done(errno) }
            output.withLock { output in
                close(output.descriptor)
                output = LogOutput(descriptor: descriptor)
            }
            done(nil)
        }
        if !accepted { done(EAGAIN) }
    }

    /// Writes what waits and ends the thread. Not to be called on a loop.
    public func stop() { writer.stop() }
}
