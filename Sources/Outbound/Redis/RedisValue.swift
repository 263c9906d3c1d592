/// What a Redis server says, in either version of its protocol. Maps and sets are lists, as version 2 has them.
public enum RedisValue: Sendable, Hashable {
    /// A simple, bulk or verbatim string, or a number too large for its own kind.
    case text([UInt8])
    /// A refusal; it begins with a word in capitals, such as `NOSCRIPT`.
    case error(String)
    /// A whole number.
    case integer(Int64)
    /// Any other number.
    case number(Double)
    /// True or false.
    case truth(Bool)
    /// Nothing.
    case null
    /// Several.
    case list([RedisValue])
    /// What was not asked for.
    case push([RedisValue])

    /// The number, where it is a whole one.
    public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }

    /// Whether it is a refusal that begins with a word.
    public func isError(_ word: String) -> Bool {
        guard case .error(let text) = self else { return false }
        return text == word || text.hasPrefix(word + " ")
    }
}

/// Why a conversation with Redis came to nothing.
public struct RedisFault: Error, Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kinds, for machines.
    public enum Code: Sendable, Hashable {
        /// What came is no reply.
        case malformed
        /// A reply is larger than any that we ask for.
        case tooLarge
        /// A reply that nobody waits for.
        case unasked
        /// The server does not let us in.
        case refused
        /// There is no connection.
        case unreachable
        /// It took too long.
        case late
    }

    /// What kind of fault.
    public let code: Code
    /// What the server or the system said.
    public let message: String

    init(_ code: Code, _ message: String = "") { (self.code, self.message) = (code, message) }

    /// Bland.
    public var description: String { "the shared memory of paces cannot be used" }

    /// The truth.
    public var debugDescription: String { "\(code): \(message)" }
}
