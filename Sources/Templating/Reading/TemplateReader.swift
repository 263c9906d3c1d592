/// Reads a template into nodes. After a fault it goes on behind the tag, so that an author sees all faults at once.
struct TemplateReader {
    let bytes: [UInt8]
    let limits: TemplateLimits
    var open: [OpenBlock] = [OpenBlock(.root, at: 0)]
    var index = 0
    private var terms = 0
    private(set) var faults: [ReadingFault] = []

    init(_ source: String, _ limits: TemplateLimits) {
        bytes = Array(source.utf8)
        self.limits = limits
    }

    /// All nodes. Where there are faults they are not to be used.
    mutating func nodes() -> [Node] {
        guard bytes.count <= limits.source else {
            note(ReadingFault(.sourceTooLong(most: limits.source), 0))
            return []
        }
        while index < bytes.count, faults.count < TemplateFaults.most {
            let start = nextTag(from: index)
            let line = ownLine(ofTagAt: start)
            addText(index..<(line?.start ?? start))
            if start == bytes.count { break }
            readTag(at: start)
            if let line, index == line.tagEnd { index = line.end }
            if terms > limits.terms {
                note(ReadingFault(.tooManyTerms(most: limits.terms), start))
                return []
            }
        }
        for block in open.dropFirst() { note(ReadingFault(.missingEnd(block.endWord), block.offset)) }
        return open[0].nodes
    }

    mutating func note(_ fault: ReadingFault) {
        if faults.count < TemplateFaults.most { faults.append(fault) }
    }

    mutating func add(_ node: Node) {
        terms += 1
        open[open.count - 1].nodes.append(node)
    }

    /// Takes what a tag has said, if nothing follows.
    mutating func finish(_ reader: inout ExpressionReader) throws(ReadingFault) {
        try reader.end()
        terms += reader.tag.count
        index = reader.tag.index
    }
}

extension TemplateReader {
    /// Where the next `{{`, `{%` or `{#` stands.
    private func nextTag(from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == UInt8(ascii: "{"), "{%#".utf8.contains(bytes[place + 1]) { return place }
            place += 1
        }
        return bytes.count
    }

    /// The line that a tag of a block has for itself, and which goes with it: its beginning, the tag's end, its end.
    private func ownLine(ofTagAt start: Int) -> (start: Int, tagEnd: Int, end: Int)? {
        guard start + 1 < bytes.count, bytes[start + 1] != UInt8(ascii: "{") else { return nil }
        var before = start
        while before > index, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
        guard before == 0 || bytes[before - 1] == 0x0A, let tagEnd = end(of: bytes[start + 1], from: start + 2) else {
            return nil
        }
        var after = tagEnd
        while after < bytes.count, bytes[after] != 0x0A, bytes[after].isBlank { after += 1 }
        if after == bytes.count { return (before, tagEnd, after) }
        return bytes[after] == 0x0A ? (before, tagEnd, after + 1) : nil
    }

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        add(.text(String(decoding: bytes[range], as: UTF8.self), offset: range.lowerBound))
    }

    private mutating func readTag(at start: Int) {
        let kind = bytes[start + 1]
        do throws(ReadingFault) {
            switch kind {
            case UInt8(ascii: "#"):
                guard let end = end(of: kind, from: start + 2) else { throw ReadingFault(.unclosedTag, start) }
                index = end
            case UInt8(ascii: "{"): try readPrint(at: start)
            default: try readBlock(at: start)
            }
        } catch {
            note(error)
            // A tag that does not end swallows the rest; whatever stands in it is no news.
            index = end(of: kind == UInt8(ascii: "{") ? UInt8(ascii: "}") : kind, from: start + 2) ?? bytes.count
        }
    }

    /// Behind the next `%}`, `#}` or `}}`.
    private func end(of closer: UInt8, from start: Int) -> Int? {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == closer, bytes[place + 1] == UInt8(ascii: "}") { return place + 2 }
            place += 1
        }
        return nil
    }

    private mutating func readPrint(at start: Int) throws(ReadingFault) {
        var reader = ExpressionReader(try TagReader(bytes, from: start + 2, isBlock: false), limits)
        let value = try reader.value()
        try finish(&reader)
        add(.print(value, offset: start))
    }
}
