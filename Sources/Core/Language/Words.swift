/// A short text of the interface in both languages of the house.
public struct Words: Hashable, Sendable {
    /// Turkish.
    public let tr: String
    /// English.
    public let en: String

    /// Both languages, as they are written in the source.
    public init(tr: StaticString, en: StaticString) { (self.tr, self.en) = (tr.description, en.description) }

    /// Both languages, as they were kept: what was once written in a source.
    package init(kept tr: String, _ en: String) { self.init(joined: tr, en) }

    private init(joined tr: String, _ en: String) { (self.tr, self.en) = (tr, en) }

    /// A name or a number, which reads alike in both languages.
    public init(alike text: String) { self.init(joined: text, text) }

    /// Both, one after the other, in each language.
    public static func + (left: Words, right: Words) -> Words { Words(joined: left.tr + right.tr, left.en + right.en) }

    /// Nothing yet; the registry refuses it wherever people would read it.
    public static let none = Words(tr: "", en: "")

    /// True when a language lacks.
    public var isIncomplete: Bool { tr.isEmpty || en.isEmpty }

    /// The text in a language.
    public func text(in language: Language) -> String { language == .tr ? tr : en }
}

/// The languages of the house.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    /// Turkish, the first.
    case tr
    /// English, its equal.
    case en
}
