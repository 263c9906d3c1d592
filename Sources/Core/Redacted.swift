/// A value that never prints: not described, not interpolated, not reflected, not encoded.
public struct Redacted<Value> {
    private let value: Value

    /// Hides a value.
    public init(_ value: Value) { self.value = value }

    /// Lends the value for the length of a closure.
    public func withValue<Result, Failure: Error>(
        _ body: (borrowing Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(value)
    }

    /// The value itself; every use can be found by this name.
    public func reveal() -> Value { value }

    /// Hides what a function makes of the value.
    public func map<Other, Failure: Error>(
        _ transform: (Value) throws(Failure) -> Other
    ) throws(Failure) -> Redacted<Other> {
        Redacted<Other>(try transform(value))
    }
}

extension Redacted: Sendable where Value: Sendable {}

extension Redacted: Decodable where Value: Decodable {
    /// Reads the value as if it were not hidden, so that a secret in a request is never in the open.
    public init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Value.self) }
}

extension Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always the same word.
    public var description: String { "[redacted]" }

    /// Always the same word.
    public var debugDescription: String { "[redacted]" }

    /// A mirror that shows nothing.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
