public import Core

/// The forms of a word that a number chooses from (CLDR). Turkish and English use one and other for amounts; English
/// orders use all but zero and many.
public enum PluralCategory: String, Sendable, Hashable, CaseIterable {
    /// No language of the house has it.
    case zero
    /// 1.
    case one
    /// 2nd, 22nd.
    case two
    /// 3rd, 23rd.
    case few
    /// No language of the house has it.
    case many
    /// Everything else.
    case other

    /// The form for a whole number.
    public init(_ count: Int64, in language: Language) { self = count.magnitude == 1 ? .one : .other }

    /// The form for a place in an order.
    public init(ordinal place: Int64, in language: Language) {
        let (units, tens) = (place.magnitude % 10, place.magnitude % 100 / 10)
        guard language == .en, tens != 1 else {
            self = .other
            return
        }
        self = units == 1 ? .one : units == 2 ? .two : units == 3 ? .few : .other
    }

}
