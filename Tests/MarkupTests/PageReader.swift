/// Reads markup the way a browser would, without knowing how it was written: tags, attributes, comments, raw text. It
/// shares no code with the tokenizer under test, and is plain where that one is fast.
struct PageReader {
    struct Tag: Equatable {
        var name = ""
        var attributes: [Attribute] = []
        /// What stands in a script or a style.
        var rawText = ""

        struct Attribute: Equatable {
            var name = ""
            var value = ""
        }
    }

    private(set) var tags: [Tag] = []
    private(set) var comments: [String] = []
    private(set) var text = ""
    /// One scalar each: a browser knows nothing of letters with accents laid over a quote.
    private let page: [Character]
    private var index = 0

    init(_ page: String) {
        self.page = page.unicodeScalars.map(Character.init)
        while let character = next {
            if hasPrefix("<!--") {
                comments.append(take(until: "-->", dropping: 4))
            } else if hasPrefix("<!") || hasPrefix("<?") {
                comments.append(take(until: ">", dropping: 2))
            } else if character == "<", index + 1 < self.page.count, Self.opensTag(self.page[index + 1]) {
                readTag()
            } else {
                text.append(advance())
            }
        }
        text = Self.decode(text)
    }

    private static func opensTag(_ character: Character) -> Bool {
        "abcdefghijklmnopqrstuvwxyz/".contains(character.lowercased())
    }

    private var next: Character? { index < page.count ? page[index] : nil }

    private mutating func advance() -> Character {
        index += 1
        return page[index - 1]
    }

    private func hasPrefix(_ prefix: String) -> Bool {
        index + prefix.count <= page.count
            && zip(page[index...], prefix).allSatisfy { $0.lowercased() == String($1) }
    }

    private mutating func take(until end: String, dropping count: Int) -> String {
        index += count
        var taken = ""
        while index < page.count, !hasPrefix(end) { taken.append(advance()) }
        index = min(index + end.count, page.count)
        return taken
    }

    private mutating func take(while condition: (Character) -> Bool) -> String {
        var taken = ""
        while let character = next, condition(character) { taken.append(advance()) }
        return taken
    }

    private mutating func readTag() {
        index += 1
        var tag = Tag()
        tag.name = String(advance()).lowercased() + take { !Self.isSpace($0) && !">/".contains($0) }.lowercased()
        while let character = next, character != ">" {
            if Self.isSpace(character) || character == "/" {
                index += 1
            } else {
                tag.attributes.append(readAttribute())
            }
        }
        index += 1
        if tag.name == "script" || tag.name == "style" {
            tag.rawText = take(until: "</" + tag.name, dropping: 0)
            _ = take { $0 != ">" }
            index += 1
        }
        tags.append(tag)
    }

    private mutating func readAttribute() -> Tag.Attribute {
        var attribute = Tag.Attribute()
        attribute.name = String(advance()) + take { !Self.isSpace($0) && !"=>/".contains($0) }
        _ = take(while: Self.isSpace)
        guard next == "=" else { return attribute }
        index += 1
        _ = take(while: Self.isSpace)
        if let quote = next, quote == "\"" || quote == "'" {
            index += 1
            attribute.value = take { $0 != quote }
            index += 1
        } else {
            attribute.value = take { !Self.isSpace($0) && $0 != ">" }
        }
        attribute.value = Self.decode(attribute.value)
        return attribute
    }

    private static func isSpace(_ character: Character) -> Bool {
        " \t\r\n\u{C}".unicodeScalars.contains { Character($0) == character }
    }

    /// The references the escaper may write, and no others: anything else would be a sign of a second escape.
    static func decode(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#34;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension PageReader {
    /// The bones of a page: what must not change with what is put into it.
    var bones: [String] {
        tags.map { tag in "\(tag.name) \(tag.attributes.map(\.name)) \(tag.rawText)" } + comments
    }

    /// Addresses a browser would run.
    var dangerousAddresses: [String] {
        let names: Set<String> = [
            "href", "src", "action", "formaction", "hx-get", "hx-post", "poster", "xlink:href", "srcset", "data",
            "ping",
        ]
        let values = tags.flatMap(\.attributes).filter { names.contains($0.name.lowercased()) }.map(\.value)
        return values.filter { value in
            let seen = value.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
            let scheme = String(String.UnicodeScalarView(seen)).lowercased().prefix { !"/?#".contains($0) }
            guard let colon = scheme.firstIndex(of: ":") else { return value.hasPrefix("//") || value.contains("\\") }
            return !["http", "https", "mailto", "tel"].contains(String(scheme[..<colon]))
        }
    }

    /// Values of attributes that run.
    var code: [String] {
        tags.flatMap(\.attributes)
            .filter { $0.name.hasPrefix("on") || $0.name.hasPrefix("hx-on") || ["srcdoc", "style"].contains($0.name) }
            .map(\.value)
    }
}
