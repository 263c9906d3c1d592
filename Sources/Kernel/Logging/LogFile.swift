import EventLoop
import Glibc
public import HTTPServer
import Synchronization

/// A descriptor that log lines go to. Writing may block (a pipe whose reader sleeps), so a thread of its own does it; when
/// too much waits, lines are refused and counted instead of holding up a loop.
public final class LogFile: LogSink {
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private let writer = BlockingPool(threads: 1, waiting: 256)

    /// Standard output.
    public static func standardOutput() -> LogFile { LogFile(descriptor: 1, owned: false) }

    /// Standard error.
    public static func standardError() -> LogFile { LogFile(descriptor: 2, owned: false) }

    /// A file, appended to; nil when it cannot be opened.
    public convenience init?(path: String) {
        let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { return nil }
        self.init(descriptor: descriptor, owned: true)
    }

    private init(descriptor: Int32, owned: Bool) { (self.descriptor, ownsDescriptor) = (descriptor, owned) }

    deinit { if ownsDescriptor { close(descriptor) } }

    /// Hands a batch to the writing thread.
    public func accept(_ lines: [UInt8]) -> Bool {
        writer.submit { [descriptor] in Self.write(lines, to: descriptor) }
    }

    /// Writes what waits and ends the thread. Not to be called on a loop.
    public func stop() { writer.stop() }

    private static func write(_ lines: [UInt8], to descriptor: Int32) {
        unsafe lines.withUnsafeBytes { bytes in
            var rest = unsafe bytes[...]
            while unsafe !rest.isEmpty {
                let piece = unsafe UnsafeRawBufferPointer(rebasing: rest)
                let count = unsafe Glibc.write(descriptor, piece.baseAddress, piece.count)
                if count > 0 { unsafe rest = rest.dropFirst(count) } else if errno != EINTR { return }
            }
        }
    }
}
