/// Why a name server's word was not had.
public struct DNSError: Error, Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kinds, for machines.
    public enum Code: Sendable, Hashable {
        /// A message that cannot be read.
        case malformed
        /// An answer to something else than was asked.
        case mismatched
        /// Aliases that lead in a circle or too far.
        case aliases
        /// The server could not or would not answer.
        case refused
        /// No server could be reached.
        case unreachable
        /// None answered in time.
        case timeout
        /// The calling task was cancelled.
        case cancelled
    }

    /// What kind of failure.
    public let code: Code
    /// What exactly.
    public let message: String

    init(_ code: Code, _ message: String = "") { (self.code, self.message) = (code, message) }

    /// Bland on purpose.
    public var description: String { "the name could not be looked up" }

    /// All that is known.
    public var debugDescription: String { "DNSError.\(code)\(message.isEmpty ? "" : ": \(message)")" }
}
