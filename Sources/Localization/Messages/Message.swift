public import Core

/// A text with places for values, in both languages, kept as a constant of its area:
///
/// `static let found = Message("customers.found", tr: "{count} müşteri", en: "{count, plural, one {# customer} other {# customers}}")`
///
/// The patterns are ICU's, as far as the house needs them: `{name}`, `{count, plural, =0 {…} one {…} other {…}}`,
/// `{place, selectordinal, …}`, `{kind, select, a {…} other {…}}`, `#`, and `'{'` for a brace.
public struct Message: Sendable {
    /// Its name, `area.word`, unique in the house.
    public let key: String
    let tr: MessagePattern
    let en: MessagePattern

    /// A message as it is written in the source. The patterns are read once; `MessageCheck` finds what is wrong in them.
    public init(_ key: StaticString, tr: StaticString, en: StaticString) {
        self.key = key.description
        (self.tr, self.en) = (MessagePattern(tr.description), MessagePattern(en.description))
    }

    func pattern(_ language: Language) -> MessagePattern { language == .tr ? tr : en }

    /// The names of the values it needs.
    public var arguments: Set<String> { Set(tr.arguments.keys).union(en.arguments.keys) }
}

extension Message: Hashable {
    /// Messages are equal by key.
    public static func == (left: Message, right: Message) -> Bool { left.key == right.key }

    /// By key.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// A value for a place in a message; the reader's localizer writes it.
public enum MessageValue: Sendable, Hashable {
    /// A text, as it is.
    case text(String)
    /// A whole number, which also chooses plural forms.
    case number(Int64)
    /// A number with a fraction.
    case decimal(Double)
    /// A rate.
    case percent(Percentage)
    /// An amount.
    case money(Money)
    /// A date in the reader's zone.
    case date(Timestamp, DateStyle)
    /// A time of day in the reader's zone.
    case time(Timestamp)
    /// Several texts.
    case list([String])
}

extension MessageValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .number(value) }
    /// A whole number of any width.
    public static func count(_ value: some BinaryInteger) -> MessageValue { .number(Int64(clamping: value)) }
}
