public import HTTPServer
import Synchronization

/// Somewhere that a tenant's data could end up beside the answers: a log, files, mail. Whatever comes to keep such things
/// joins the drill by this protocol.
public protocol DrillPlace: Sendable {
    /// What reports call it.
    var name: String { get }
    /// Everything that has been put there since the last time.
    func take() async throws -> [UInt8]
}

/// The log of the drill's own chain, where no tenant's value ever belongs.
public final class DrillLog: LogSink, DrillPlace {
    private let kept = Mutex<[UInt8]>([])

    /// Empty.
    public init() {}

    /// As reports call it.
    public var name: String { "log" }

    /// Keeps the lines.
    public func accept(_ lines: [UInt8]) -> Bool {
        kept.withLock { $0 += lines }
        return true
    }

    /// The lines since the last time.
    public func take() async throws -> [UInt8] {
        kept.withLock { kept in
            defer { kept = [] }
            return kept
        }
    }
}
