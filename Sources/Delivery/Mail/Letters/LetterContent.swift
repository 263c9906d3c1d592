import Core
import Markup
import ModuleKit

/// What a letter says, before anybody decides how it looks.
struct LetterContent: Sendable {
    struct Button: Sendable {
        let title: String
        let url: SafeURL
    }

    struct Item: Sendable {
        let title: String
        let detail: String?
        let url: SafeURL?
    }

    var subject: String
    var heading: String
    /// What lists of mail show behind the subject.
    var preview: String
    var paragraphs: [String] = []
    /// Facts with their names.
    var facts: [(name: String, value: String)] = []
    /// Letters to be typed elsewhere.
    var code: String?
    var items: [Item] = []
    var button: Button?
    /// Said in small letters at the end.
    var note: String?
}

/// The values of a letter, taken out by name and kind.
struct LetterValues: Sendable {
    let letter: MailLetter

    var isTurkish: Bool { letter.language == .tr }
    var brand: String { CleanText.line(letter.brand.name, most: 80) }

    func say(_ words: Words) -> String { words.text(in: letter.language) }

    /// One line of text.
    func line(_ name: String, most: Int = 160) throws(MailRefusal) -> String {
        guard case .text(let text)? = letter.values[name] else { throw .value(name) }
        return CleanText.line(text, most: most)
    }

    /// One line of text that may be missing.
    func lineIfPresent(_ name: String) -> String? {
        guard case .text(let text)? = letter.values[name] else { return nil }
        let line = CleanText.line(text, most: 160)
        return line.isEmpty ? nil : line
    }

    /// Text of several paragraphs.
    func paragraphs(_ name: String) throws(MailRefusal) -> [String] {
        guard case .text(let text)? = letter.values[name] else { throw .value(name) }
        return text.split(separator: "\n\n").map(String.init)
    }

    func number(_ name: String) -> Int64? {
        guard case .number(let number)? = letter.values[name] else { return nil }
        return number
    }

    func url(_ name: String) throws(MailRefusal) -> SafeURL {
        guard case .path(let path)? = letter.values[name] else { throw .value(name) }
        return try letter.brand.link(path)
    }

    func urlIfPresent(_ name: String) throws(MailRefusal) -> SafeURL? {
        letter.values[name] == nil ? nil : try url(name)
    }

    /// `21.11.2026 14:05 UTC`, `2026-11-21 14:05 UTC`: the reader's zone is not known here.
    func time(_ name: String) throws(MailRefusal) -> String {
        guard case .time(let instant)? = letter.values[name] else { throw .value(name) }
        let time = CivilTime(instant)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(two(time.hour)):\(two(time.minute)) UTC"
        return isTurkish
            ? "\(two(time.day)).\(two(time.month)).\(time.year) \(clock)"
            : "\(time.year)-\(two(time.month))-\(two(time.day)) \(clock)"
    }

    func items(_ name: String) throws(MailRefusal) -> [LetterContent.Item] {
        guard case .items(let items)? = letter.values[name] else { throw .value(name) }
        var shown: [LetterContent.Item] = []
        for item in items.prefix(50) {
            let url: SafeURL? = if let path = item.path { try letter.brand.link(path) } else { nil }
            shown.append(LetterContent.Item(title: item.title, detail: item.detail, url: url))
        }
        return shown
    }
}
