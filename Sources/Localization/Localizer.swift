public import Core

/// How one reader is written to: in a language, at the time of a zone. A value of two words, made for each request.
///
/// Numbers, money and dates of the two languages are written here and not by ICU, whose formatters cost up to a
/// millisecond to open; the tests hold every form against ICU's. Collation, zones and rare letters are ICU's.
public struct Localizer: Sendable, Hashable {
    /// The language it writes.
    public let language: Language
    /// The zone whose time it shows.
    public let zone: Zone

    /// A localizer for a language and a zone.
    public init(language: Language, zone: Zone) { (self.language, self.zone) = (language, zone) }

    /// A text of both languages in this one.
    public func text(_ words: Words) -> String { words.text(in: language) }

    /// A space that keeps what stands around it on one line.
    static var noBreak: String { "\u{A0}" }
}
