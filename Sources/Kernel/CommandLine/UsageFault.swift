/// The command line could not be understood.
public struct UsageFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of fault, for machines.
    public enum Code: String, Sendable {
        case unknownCommand = "usage.unknown_command"
        case unknownOption = "usage.unknown_option"
        case missingValue = "usage.missing_value"
        case unwantedValue = "usage.unwanted_value"
        case repeated = "usage.repeated"
        case operands = "usage.operands"
    }

    /// The kind.
    public let code: Code
    /// What is wrong.
    public let sentence: String
    /// What was probably meant, ready to be typed.
    public let suggestion: String?

    /// A fault.
    public init(_ code: Code, _ sentence: String, suggestion: String? = nil) {
        self.code = code
        self.sentence = sentence
        self.suggestion = suggestion
    }

    /// Sentence and suggestion.
    public var description: String { sentence + (suggestion.map { "; did you mean `\($0)`?" } ?? ".") }
}
