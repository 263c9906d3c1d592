// Past 40 lines in one function: the states of a tokenizer are one table.
/// Markup as a browser tokenizes it (WHATWG HTML, 13.2.5), written apart from what it checks and with other means: it
/// looks ahead where the other keeps states.
struct PageReading {
    /// Tags with the names of their attributes, and whatever is neither text nor a value, word for word.
    private(set) var structure: [String] = []
    /// Text between tags, character references resolved.
    private(set) var texts: [String] = []
    /// Values of attributes, likewise.
    private(set) var values: [String] = []
    /// Those a browser, or htmx, may go to.
    private(set) var addresses: [String] = []

    private let page: [UInt8]
    private var index = 0

    init(_ page: [UInt8]) {
        self.page = page
        while index < page.count { next() }
    }

    private mutating func next() {
        guard page[index] == 0x3C, index + 1 < page.count else { return text() }
        switch page[index + 1] {
        case 0x41...0x5A, 0x61...0x7A: tag(isEnd: false)
        case UInt8(ascii: "/"):
            let letter = index + 2 < page.count ? page[index + 2] | 0x20 : 0
            if (0x61...0x7A).contains(letter) { tag(isEnd: true) } else { bogus() }
        case UInt8(ascii: "!"): page.has("<!--", at: index) ? comment() : bogus()
        case UInt8(ascii: "?"): bogus()
        default: text()
        }
    }

    /// Up to the next `<`; one that begins nothing is text itself.
    private mutating func text() {
        let start = index
        index += 1
        while index < page.count, page[index] != 0x3C { index += 1 }
        texts.append(Self.resolved(page[start..<index]))
    }

    private mutating func bogus() {
        let end = page[index...].firstIndex(of: 0x3E).map { $0 + 1 } ?? page.count
        note("comment", index..<end)
        index = end
    }

    /// `-->` and `--!>` end it, and right at its beginning `>` and `->` do.
    private mutating func comment() {
        let start = index
        index += 4
        if page.has(">", at: index) || page.has("->", at: index) {
            index += page[index] == 0x3E ? 1 : 2
        } else {
            while index < page.count, !page.has("-->", at: index), !page.has("--!>", at: index) { index += 1 }
            index = min(page.count, index + (page.has("-->", at: index) ? 3 : 4))
        }
        note("comment", start..<index)
    }

    private mutating func note(_ kind: String, _ range: Range<Int>) {
        structure.append("\(kind) \(Array(page[range]).repaired)")
    }
}

extension PageReading {
    private mutating func tag(isEnd: Bool) {
        index += isEnd ? 2 : 1
        let name = take { !$0.isMarkupSpace && $0 != 0x2F && $0 != 0x3E }.lowered.repaired
        var shape = (isEnd ? "/" : "") + name
        while true {
            _ = take { $0.isMarkupSpace || $0 == 0x2F }
            guard index < page.count else {
                // A tag that never ends is no tag.
                structure.append("open \(shape)")
                return
            }
            if page[index] == 0x3E { break }
            shape += " " + attribute()
        }
        index += 1
        structure.append(shape)
        if !isEnd { rawText(of: name) }
    }

    /// The attribute's name; an equals sign may begin it.
    private mutating func attribute() -> String {
        let start = index
        index += 1
        _ = take { !$0.isMarkupSpace && $0 != 0x2F && $0 != 0x3E && $0 != 0x3D }
        let name = Array(page[start..<index]).lowered.repaired
        let before = index
        _ = take(\.isMarkupSpace)
        guard index < page.count, page[index] == 0x3D else {
            index = before
            return name
        }
        index += 1
        _ = take(\.isMarkupSpace)
        guard index < page.count, page[index] != 0x3E else { return name }
        let known = values.count
        value()
        if Self.addressNames.contains(name) { addresses += values[known...] }
        return name
    }

    private static let addressNames: Set<String> = ["href", "src", "srcset", "action", "hx-get"]

    private mutating func value() {
        let quote = page[index]
        guard quote == 0x22 || quote == 0x27 else {
            // What no quotes hold belongs to the structure: nothing from outside may stand in it.
            let raw = take { !$0.isMarkupSpace && $0 != 0x3E }
            structure.append("unquoted \(raw.repaired)")
            return
        }
        index += 1
        let start = index
        _ = take { $0 != quote }
        values.append(Self.resolved(page[start..<index]))
        index = min(index + 1, page.count)
    }

    private mutating func take(_ holds: (UInt8) -> Bool) -> [UInt8] {
        let start = index
        while index < page.count, holds(page[index]) { index += 1 }
        return Array(page[start..<index])
    }

    /// Elements whose content is no markup. In `textarea` and `title` it is text.
    private mutating func rawText(of name: String) {
        let isText = name == "textarea" || name == "title"
        guard isText || ["script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"].contains(name) else {
            return
        }
        let start = index
        while index < page.count, name == "plaintext" || !isEnd(of: name, at: index) { index += 1 }
        if isText { texts.append(Self.resolved(page[start..<index])) } else { note(name, start..<index) }
    }

    /// A script with `<!--` and `<script` in it may read on past this; then nothing from outside may follow.
    private func isEnd(of name: String, at index: Int) -> Bool {
        guard page.has("</", at: index), page.count > index + 2 + name.utf8.count else { return false }
        let found = page[(index + 2)..<(index + 2 + name.utf8.count)].lowered
        let after = page[index + 2 + name.utf8.count]
        return found == Array(name.utf8) && (after.isMarkupSpace || after == 0x2F || after == 0x3E)
    }
}

extension PageReading {
    /// The references this house writes.
    private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var index = bytes.startIndex
        let known = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&#39;", "'")]
        let whole = Array(bytes)
        while index < bytes.endIndex {
            let place = index - bytes.startIndex
            if bytes[index] == 0x26, let (name, meaning) = known.first(where: { whole.has($0.0, at: place) }) {
                text += meaning.utf8
                index += name.utf8.count
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return text.repaired
    }

    /// What a browser takes for the scheme: tabs and line ends left out, blanks before it too. Empty when there is none.
    static func scheme(of address: String) -> String {
        let bytes = address.utf8.drop { $0 <= 0x20 }.filter { $0 != 9 && $0 != 10 && $0 != 13 }
        guard let colon = bytes.firstIndex(of: 0x3A) else { return "" }
        let scheme = bytes[..<colon]
        let isScheme = scheme.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
        let rest = scheme.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
        }
        return isScheme && rest ? scheme.lowered.repaired : ""
    }
}

extension UInt8 {
    fileprivate var isMarkupSpace: Bool { self == 0x20 || self == 9 || self == 10 || self == 12 || self == 13 }
}
