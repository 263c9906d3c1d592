/// One value of a request that is not acceptable. A type's `init(from:)` may throw one: its pointer then starts at the
/// value.
public struct FieldFault: Error, Hashable {
    /// Where the value stands, as a JSON pointer (RFC 6901): `/items/3/amount`; empty for the whole.
    public let pointer: String
    /// Why, for machines.
    public let code: Code
    /// Why, for programs and who writes them.
    public let message: String
    /// Why, for people, as it stands below the field of a form; nil where only programs send the value.
    public let words: Words?

    /// A fault at a place.
    public init(_ pointer: String, _ code: Code, _ message: String, words: Words? = nil) {
        (self.pointer, self.code, self.message, self.words) = (pointer, code, message, words)
    }

    /// A fault at a place, in words for everybody.
    public init(_ pointer: String, _ code: Code, _ words: Words) {
        self.init(pointer, code, words.en, words: words)
    }

    /// A fault of the whole value.
    public init(_ code: Code, _ message: String) { self.init("", code, message) }

    /// Why a value is refused.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// Lower case with dashes.
        public let text: String

        /// A code known when the code was written.
        public init(_ text: StaticString) { self.text = text.description }

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

extension FieldFault: CustomStringConvertible {
    /// Place and code, not the message.
    public var description: String { "\(pointer) \(code)" }
}
