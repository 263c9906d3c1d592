public import Core

/// How values read in a language: the only thing besides its values that a template is given. All of it is closures, so
/// that whoever knows languages better can lend theirs.
public struct TemplateFormats: Sendable {
    /// How a day is written.
    public enum DateStyle: String, Sendable, Hashable, CaseIterable {
        /// By numbers.
        case short
        /// With the month's name.
        case long
        /// With the weekday's name too.
        case weekday
    }

    /// How an amount is written.
    public enum MoneyStyle: String, Sendable, Hashable, CaseIterable {
        /// With the currency's sign.
        case symbol
        /// With the currency's three letters.
        case code
        /// The amount alone.
        case plain
    }

    /// The forms of words that a number asks for in the languages of the house.
    public enum PluralForm: Sendable, Hashable {
        /// As for 1 in English.
        case one
        /// As for all the others.
        case other
    }

    /// A day.
    public var date: @Sendable (CalendarDay, DateStyle) -> String
    /// The hour and minute of a moment in the reader's zone.
    public var time: @Sendable (CivilTime) -> String
    /// A moment in the reader's zone.
    public var local: @Sendable (Timestamp) -> CivilTime
    /// A number, with so many decimal places or as many as it has.
    public var number: @Sendable (DecimalNumber, Int?) -> String
    /// An amount.
    public var money: @Sendable (Money, MoneyStyle) -> String
    /// Large letters.
    public var upper: @Sendable (String) -> String
    /// Small letters.
    public var lower: @Sendable (String) -> String
    /// Which form of a word stands with a number.
    public var plural: @Sendable (DecimalNumber) -> PluralForm
    /// Yes and no.
    public var flag: @Sendable (Bool) -> String

    /// How a value prints of itself. Lists and records print as nothing.
    func text(of value: Datum) -> String {
        switch value {
        case .nothing, .list, .record: ""
        case .text(let text): text
        case .number(let value): number(value, nil)
        case .money(let value): money(value, .symbol)
        case .moment(let value): moment(local(value))
        case .day(let day): date(day, .short)
        case .flag(let value): flag(value)
        case .colour(let colour): colour.description
        }
    }

    private func moment(_ civil: CivilTime) -> String {
        (CalendarDay(civil).map { date($0, .short) + " " } ?? "") + time(civil)
    }
}
