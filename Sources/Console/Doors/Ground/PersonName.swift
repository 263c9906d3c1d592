import Core

/// A name as people write it: on one line, without blanks around it, of at most so many characters.
struct PersonName: Sendable, Hashable {
    let text: String

    /// Nil where nothing is left of it.
    init?(_ typed: String, most: Int = 120) {
        let line = typed.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }.filter {
            $0.value >= 0x20 && $0.value != 0x7F && !$0.properties.isBidiControl
        }
        let words = String(String.UnicodeScalarView(line)).split(separator: " ", omittingEmptySubsequences: true)
        let text = words.joined(separator: " ")
        guard !text.isEmpty, text.unicodeScalars.count <= most else { return nil }
        self.text = text
    }
}
