/// What a mail's markup says without its tags, for the mail's plain body. Written for markup that templates make; it
/// reads any bytes without harm, once, from front to end.
public enum PlainText {
    /// The text of markup: blocks on lines of their own, links with their addresses behind them.
    public static func of(markup bytes: [UInt8]) -> String {
        var reader = PlainTextReader(bytes: bytes)
        return reader.read()
    }
}

private struct PlainTextReader {
    let bytes: [UInt8]
    private var index = 0
    private var text: [UInt8] = []
    private var link: [UInt8]?

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() -> String {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"): tag()
            case UInt8(ascii: "&"): reference()
            case 0x20, 0x09, 0x0A, 0x0D:
                space()
                index += 1
            default:
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self).trimmed
    }

    /// White space is one space, and none at the beginning of a line.
    private mutating func space() {
        if let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) }
    }

    /// At most one empty line.
    private mutating func breakLine(paragraph: Bool = false) {
        while text.last == 0x20 { text.removeLast() }
        let breaks = text.suffix(2).reversed().prefix { $0 == 0x0A }.count
        let wanted = text.isEmpty ? 0 : paragraph ? 2 : 1
        for _ in 0..<max(wanted - breaks, 0) { text.append(0x0A) }
    }

    private mutating func tag() {
        let start = index + 1
        let end = tagEnd(from: start)
        let isEnd = start < bytes.count && bytes[start] == UInt8(ascii: "/")
        let nameStart = isEnd ? start + 1 : start
        var nameEnd = nameStart
        while nameEnd < end, bytes[nameEnd].isNamePart { nameEnd += 1 }
        let name = String(decoding: bytes[nameStart..<max(nameEnd, nameStart)], as: UTF8.self).lowercased()
        index = min(end + 1, bytes.count)
        switch name {
        case "br": breakHard()
        case "style", "script", "head", "title": if !isEnd { skip(to: name) }
        case "p", "table", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "hr": breakLine(paragraph: true)
        case "div", "tr", "li", "h5", "h6", "section", "header", "footer", "body": breakLine()
        case "td", "th": space()
        case "a": isEnd ? endLink() : beginLink(nameEnd..<end)
        default: break
        }
    }

    private mutating func breakHard() {
        while text.last == 0x20 { text.removeLast() }
        text.append(0x0A)
    }

    /// The `>` that is not within quotes.
    private func tagEnd(from start: Int) -> Int {
        var (place, quote) = (start, UInt8(0))
        while place < bytes.count {
            let byte = bytes[place]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place
            }
            place += 1
        }
        return bytes.count
    }

    private mutating func skip(to name: String) {
        let end = Array("</\(name)".utf8)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), bytes.count - index >= end.count,
                bytes[index..<index + end.count].elementsEqual(end, by: { $0 | 0x20 == $1 | 0x20 })
            {
                return
            }
            index += 1
        }
    }

    private mutating func beginLink(_ attributes: Range<Int>) {
        link = nil
        let mark = Array("href=\"".utf8)
        var place = attributes.lowerBound
        while place + mark.count < attributes.upperBound {
            if bytes[place..<place + mark.count].elementsEqual(mark) {
                let start = place + mark.count
                let value = bytes[start..<attributes.upperBound].prefix { $0 != UInt8(ascii: "\"") }
                link = Array(value)
                return
            }
            place += 1
        }
    }

    /// Where the words of a link are its address, it is not said twice.
    private mutating func endLink() {
        guard let link, link.starts(with: "http".utf8), !text.suffix(link.count).elementsEqual(link) else { return }
        text += Array(" (".utf8) + PlainTextReader.resolved(link) + Array(")".utf8)
        self.link = nil
    }

    private mutating func reference() {
        for (name, letter) in Self.references where bytes[index...].starts(with: name.utf8) {
            text.append(contentsOf: letter.utf8)
            index += name.utf8.count
            return
        }
        text.append(bytes[index])
        index += 1
    }

    private static func resolved(_ bytes: [UInt8]) -> [UInt8] {
        var reader = PlainTextReader(bytes: bytes)
        return Array(reader.read().utf8)
    }

    private static let references = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&quot;", "\""), ("&#39;", "'"),
        ("&nbsp;", " "),
    ]
}
