import Core

extension Localizer {
    /// In capitals: `İSTANBUL` from istanbul in Turkish, `ISTANBUL` in English.
    public func uppercased(_ text: String) -> String { Casing.upper(text, language) }

    /// In small letters: `ısparta` from ISPARTA in Turkish.
    public func lowercased(_ text: String) -> String { Casing.lower(text, language) }

    /// With its first letter a capital and the rest as it is: `İzmir’de`.
    public func capitalized(_ text: String) -> String {
        guard let first = text.first else { return text }
        return Casing.upper(String(first), language) + text.dropFirst()
    }

    /// With a capital at the start of each word and small letters after it: `İsmet Işık`.
    public func titled(_ text: String) -> String {
        var (result, word) = ("", "")
        for character in text {
            if character.isLetter || character == "’" || character == "'" {
                word.append(character)
            } else {
                result += capitalized(lowercased(word))
                result.append(character)
                word = ""
            }
        }
        return result + capitalized(lowercased(word))
    }

    /// The order of words in this language.
    public var collation: Collation { Collation.of(language) }

    /// Texts in the order of this language.
    public func sorted(_ texts: [String]) -> [String] { collation.sorted(texts) { $0 } }

    /// `a, b ve c`; `a, b, and c`.
    public func list(_ texts: [String], _ link: ListLink = .and) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
        let comma = language == .en && texts.count > 2 ? "," : ""
        return texts.dropLast().joined(separator: ", ") + comma + " " + link.word(language) + " " + last
    }
}

/// What links the last of a list to the others.
public enum ListLink: Sendable, Hashable, CaseIterable {
    /// All of them.
    case and
    /// Any of them.
    case or

    func word(_ language: Language) -> String {
        switch (self, language) {
        case (.and, .tr): "ve"
        case (.and, .en): "and"
        case (.or, .tr): "veya"
        case (.or, .en): "or"
        }
    }
}
