import Core
import Crypto

/// A mail's fields being written: folded at 78 bytes where there is a blank, text outside ASCII as encoded words of UTF-8.
///
/// GMime writes the parts, not these: it takes `=?…?=` in a text for what it encodes and passes it on inside quotes, where
/// readers decode it, line ends and all; and it encodes addresses of the web that are longer than a line.
struct MailHead {
    private(set) var bytes: [UInt8] = []
    private var column = 0

    /// A field of words, between which lines may break.
    mutating func add(_ name: String, words: [String]) {
        guard !words.isEmpty else { return }
        begin(name)
        for word in words { append(" ", word) }
        bytes += [13, 10]
    }

    /// A field of free text.
    mutating func add(_ name: String, _ text: HeaderText) {
        if Self.isWritable(text.description) {
            begin(name)
            for (blanks, word) in Self.segments(text.description) { append(blanks, word) }
            bytes += [13, 10]
        } else {
            add(name, words: Self.encoded(text.description))
        }
    }

    /// A field of people.
    mutating func add(_ name: String, _ people: [Mailbox]) {
        var words: [String] = []
        for (index, person) in people.enumerated() {
            let end = index < people.count - 1 ? "," : ""
            guard let name = person.name, !name.description.isEmpty else {
                words.append("\(person.address)\(end)")
                continue
            }
            words += Self.phrase(name.description)
            words.append("<\(person.address)>\(end)")
        }
        add(name, words: words)
    }

    /// `Sun, 06 Nov 1994 08:49:37 +0000`.
    mutating func add(_ name: String, _ instant: Timestamp) {
        var date: [UInt8] = []
        instant.writeHTTPDate(into: &date)
        begin(name)
        bytes += [32] + date.dropLast(3) + Array("+0000\r\n".utf8)
    }

    private mutating func begin(_ name: String) {
        bytes += name.utf8
        bytes.append(UInt8(ascii: ":"))
        column = name.utf8.count + 1
    }

    /// The blanks stand at the start of the next line where the word does not fit on this one.
    private mutating func append(_ blanks: String, _ word: String) {
        if column + blanks.utf8.count + word.utf8.count > 78, column > 30, !blanks.isEmpty, !word.isEmpty {
            bytes += [13, 10]
            column = 0
        }
        bytes += blanks.utf8
        bytes += word.utf8
        column += blanks.utf8.count + word.utf8.count
    }

    // MARK: Forms

    /// True for text that is read as it stands: ASCII without encoded words, whose blanks no reader trims.
    private static func isWritable(_ text: String) -> Bool {
        isASCII(text) && !text.contains("=?") && text.first != " " && text.last != " " && !text.isEmpty
    }

    /// Words with the blanks before them; the first has one for the colon.
    private static func segments(_ text: String) -> [(blanks: String, word: String)] {
        var segments: [(String, String)] = []
        var (blanks, word) = (" ", "")
        for character in text {
            if character == " " {
                if !word.isEmpty {
                    segments.append((blanks, word))
                    (blanks, word) = ("", "")
                }
                blanks.append(character)
            } else {
                word.append(character)
            }
        }
        return segments + [(blanks, word)]
    }

    /// A name before an address: as it is, in quotes, or encoded.
    private static func phrase(_ text: String) -> [String] {
        guard isWritable(text), !text.contains("  ") else { return encoded(text) }
        if text.utf8.allSatisfy({ $0.isAtomic || $0 == 32 }) { return text.split(separator: " ").map(String.init) }
        var quoted = "\""
        for character in text {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return (quoted + "\"").split(separator: " ").map(String.init)
    }

    /// RFC 2047: words of at most 75 bytes, each whole in UTF-8. The blank between two of them means nothing.
    private static func encoded(_ text: String) -> [String] {
        var words: [String] = []
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let scalar = Array(String(scalar).utf8)
            if piece.count + scalar.count > 45 {
                words.append(word(piece))
                piece = []
            }
            piece += scalar
        }
        return piece.isEmpty ? words : words + [word(piece)]
    }

    private static func word(_ piece: [UInt8]) -> String { "=?utf-8?B?\(Base64.standard.encode(piece.span))?=" }
}
