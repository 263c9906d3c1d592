/// A statement that the driver does not prepare.
public struct StatementRefusal: Error, Sendable, Equatable {
    /// Why, for machines.
    public enum Code: String, Sendable {
        /// Nothing but white space and comments.
        case empty
        /// A kind of statement that is not for the application.
        case notAllowed
        /// Something follows a `;`.
        case severalStatements
        /// `INTO` where it makes a table.
        case selectInto
        /// An unfinished quote or comment, or a zero byte.
        case malformed
    }

    /// Why.
    public let code: Code
    /// Where in the text, in bytes.
    public let offset: Int

    /// A refusal at a place in the text.
    public init(_ code: Code, at offset: Int) { (self.code, self.offset) = (code, offset) }
}

extension StatementRefusal: CustomStringConvertible, CustomDebugStringConvertible {
    /// Safe to show to anyone.
    public var description: String { "The statement was refused." }

    /// For the log of those who run the house.
    public var debugDescription: String { "statement refused: \(code.rawValue) at byte \(offset)" }
}
