public import Core

/// One value that a route takes. Forms, their checks, the API's description and the drill are made from it.
public struct InputField: Sendable, Hashable {
    /// What it may be.
    public enum Kind: Sendable, Hashable {
        /// A text of at most so many characters.
        case text(most: Int)
        /// A password or a code of at most so many characters: no page ever shows it again.
        case secret(most: Int)
        /// An address of mail.
        case email
        /// A telephone number, `+905321234567`.
        case phone
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
        /// Some of these words; needed means at least one.
        case several([String])
        /// A list of at most so many short texts, such as ids of what no table of the module holds.
        case list(most: Int)
        /// The id of a record of this table.
        case id(of: TableName)
    }

    /// How its box stands in a form, where its kind does not say.
    public enum Shape: Sendable, Hashable {
        /// One line.
        case line
        /// Several lines.
        case lines
    }

    /// Its name, as the form and the JSON have it.
    public let name: String
    /// What people read.
    public let title: Words
    /// What it may be.
    public let kind: Kind
    /// Whether it must be there.
    public let isRequired: Bool
    /// What people read for the words of a choice.
    public private(set) var titles: [String: Words] = [:]
    /// A sentence below its box.
    public private(set) var help: Words?
    /// What browsers and password stores may fill in, as HTML names it: `username`, `new-password`, `one-time-code`.
    public private(set) var autocomplete: String?
    /// How its box stands in a form.
    public private(set) var shape: Shape?

    /// A field.
    public init(_ name: StaticString, title: Words, _ kind: Kind, required: Bool = true) {
        (self.name, self.title, self.kind, isRequired) = (name.description, title, kind, required)
    }

    /// One of some words, each with what people read for it.
    public init(
        _ name: StaticString, title: Words, choices: KeyValuePairs<String, Words>, required: Bool = true
    ) {
        self.init(name, title: title, .choice(choices.map(\.key)), required: required)
        titles = Dictionary(choices.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Some of some words, each with what people read for it.
    public init(
        _ name: StaticString, title: Words, several: KeyValuePairs<String, Words>, required: Bool = true
    ) {
        self.init(name, title: title, .several(several.map(\.key)), required: required)
        titles = Dictionary(several.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same with a sentence below its box.
    public func help(_ words: Words) -> InputField { with { $0.help = words } }

    /// The same with what browsers may fill in.
    public func autocomplete(_ token: StaticString) -> InputField { with { $0.autocomplete = token.description } }

    /// The same in a box of this shape.
    public func shaped(_ shape: Shape) -> InputField { with { $0.shape = shape } }

    /// Whether what was typed must not be shown or kept: passwords and codes, whatever their kind.
    var isSecret: Bool {
        if case .secret = kind { return true }
        return ["current-password", "new-password", "one-time-code"].contains(autocomplete)
    }

    private func with(_ change: (inout InputField) -> Void) -> InputField {
        var changed = self
        change(&changed)
        return changed
    }
}

/// What a route takes: decoded and checked before its handler is called.
public protocol RouteInput: Decodable, Sendable {
    /// Its fields; a value that names another one is refused. A required field of a record that a role may not change is
    /// not asked of it: an input that changes records reads such fields as optionals, and nil leaves what is stored.
    static var fields: [InputField] { get }
    /// The table whose columns the fields are, under their names: what a role hides or keeps from being changed is then
    /// refused. Nil where they are no record's.
    static var record: TableName? { get }
}

extension RouteInput {
    /// No record's.
    public static var record: TableName? { nil }
}
