public import Core
import Localization

/// A text with places for values, in both languages, kept as a constant of the module:
///
/// `static let found = Phrase("visits.found", tr: "{count} ziyaret", en: "{count, plural, one {# visit} other {# visits}}")`
public struct Phrase: Sendable {
    let message: Message

    /// A phrase, its name beginning with the module's. The patterns are ICU's, as far as the house needs them.
    public init(_ key: StaticString, tr: StaticString, en: StaticString) {
        message = Message(key, tr: tr, en: en)
    }
}

/// A value for a place in a phrase; it is written as the reader writes it.
public enum PhraseValue: Sendable {
    /// A text, as it is.
    case text(String)
    /// A whole number, which also chooses between forms.
    case number(Int)
    /// An amount.
    case money(Money)
    /// A day at the reader's clock.
    case day(Timestamp)
    /// A time of day at the reader's clock.
    case time(Timestamp)
    /// Several texts.
    case list([String])

    fileprivate var value: MessageValue {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .count(number)
        case .money(let amount): .money(amount)
        case .day(let moment): .date(moment, .medium)
        case .time(let moment): .time(moment)
        case .list(let texts): .list(texts)
        }
    }
}

extension ModuleRegistrar {
    /// The module's phrases. At boot each must have both languages, the same values in both and every form that a number asks
    /// for. A name of an area is the module's, or begins with it.
    public mutating func phrases(_ area: StaticString, _ phrases: [Phrase]) {
        catalogues.append(MessageCatalogue(area, phrases.map(\.message)))
    }
}

extension RouteContext {
    /// A phrase in the reader's words, its numbers and dates as the reader writes them.
    public func text(_ phrase: Phrase, _ values: KeyValuePairs<String, PhraseValue> = [:]) -> String {
        let clock: Zone = zone == Zone.istanbul.name ? .istanbul : Zone(zone) ?? .istanbul
        let given = values.map { (key: $0.key, value: $0.value.value) }
        return Localizer(language: language, zone: clock).text(phrase.message, given: given)
    }
}
