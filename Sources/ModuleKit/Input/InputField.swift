public import Core

/// One value that a route takes. Forms, their checks, the API's description and the drill are made from it.
public struct InputField: Sendable, Hashable {
    /// What it may be.
    public enum Kind: Sendable, Hashable {
        /// A text of at most so many characters.
        case text(most: Int)
        /// An address of mail.
        case email
        /// A whole number within bounds.
        case number(ClosedRange<Int>)
        /// Minor units of money.
        case money
        /// Yes or no.
        case flag
        /// A day, `2026-01-31`.
        case day
        /// A moment with its zone, RFC 3339.
        case moment
        /// One of these words.
        case choice([String])
        /// The id of a record of this table.
        case id(of: TableName)
    }

    /// Its name, as the form and the JSON have it.
    public let name: String
    /// What people read.
    public let title: Words
    /// What it may be.
    public let kind: Kind
    /// Whether it must be there.
    public let isRequired: Bool

    /// A field.
    public init(_ name: StaticString, title: Words, _ kind: Kind, required: Bool = true) {
        (self.name, self.title, self.kind, isRequired) = (name.description, title, kind, required)
    }
}

/// What a route takes: decoded and checked before its handler is called.
public protocol RouteInput: Decodable, Sendable {
    /// Its fields; a value that names another one is refused.
    static var fields: [InputField] { get }
    /// The table whose columns the fields are, under their names: what a role hides or keeps from being changed is then
    /// refused. Nil where they are no record's.
    static var record: TableName? { get }
}

extension RouteInput {
    /// No record's.
    public static var record: TableName? { nil }
}
