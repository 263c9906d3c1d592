public import HTTPServer
import Synchronization

/// A log that keeps its lines for the test to read.
public final class KeptLines: LogSink {
    private let kept = Mutex<[UInt8]>([])

    /// Nothing yet.
    public init() {}

    /// Keeps them.
    public func accept(_ lines: [UInt8]) -> Bool {
        kept.withLock { $0 += lines }
        return true
    }

    /// Each line so far.
    public var lines: [String] {
        kept.withLock { $0 }.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}
