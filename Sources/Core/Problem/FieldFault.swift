/// One value of a request that is not acceptable.
public struct FieldFault: Hashable, Sendable {
    /// Where the value stands, as a JSON pointer (RFC 6901): `/items/3/amount`; empty for the whole.
    public let pointer: String
    /// Why, for machines.
    public let code: Code
    /// Why, for people.
    public let message: String

    /// A fault at a place.
    public init(_ pointer: String, _ code: Code, _ message: String) {
        (self.pointer, self.code, self.message) = (pointer, code, message)
    }

    /// Why a value is refused.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// Lower case with dashes.
        public let text: String

        /// A code known when the code was written.
        public init(_ text: StaticString) { self.text = text.description }

        /// A code taken over from a problem.
        init(_ code: ProblemCode) { text = code.text }

        /// The code alone.
        public var description: String { text }
    }
}

extension FieldFault.Code {
    /// A value is needed.
    public static let required = FieldFault.Code("required")
    /// No such field.
    public static let unknown = FieldFault.Code("unknown")
    /// A value of another type is needed.
    public static let type = FieldFault.Code("type")
    /// Too small, too big.
    public static let range = FieldFault.Code("range")
    /// The text does not have the needed form.
    public static let format = FieldFault.Code("format")
    /// Anything else.
    public static let invalid = FieldFault.Code("invalid")
}
