import HTTP

/// However a body is cut, the same parts come out of it, and they are what a reader sees that has it whole before it.
enum MultipartCheck {
    private typealias Parts = [MultipartForm.Item]

    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let text = boundaryText(input)
        guard let boundary = MultipartBoundary(text) else { return }
        let limits = MultipartParser.Limits(parts: 8, headBytes: 512, marginBytes: 64)
        let whole = try? MultipartForm(parsing: input.span, boundary: boundary, limits: limits)
        for pieces in Cuts.all(of: input) {
            let contents = try read(input, pieces, boundary, limits)
            try hold(contents == whole?.items.map(\.bytes), "the same parts, however they are cut")
        }
        guard let whole else { return }
        try hold(whole.items.count <= limits.parts, "no more parts than the limit")
        for item in whole.items { try check(item, "\r\n--\(text)") }
        try hold(plainContents(input, text) == whole.items.map(\.bytes), "the parts a plain reader sees")
    }

    /// The input's first line, if it looks like a delimiter.
    private static func boundaryText(_ input: [UInt8]) -> String {
        guard input.starts(with: "--".utf8), let end = input.first([13, 10], from: 2) else { return "b" }
        return Array(input[2..<end]).repaired
    }

    private static func check(_ item: MultipartForm.Item, _ delimiter: String) throws(BrokenPromise) {
        try hold(item.bytes.first(Array(delimiter.utf8), from: 0) == nil, "no part holds the delimiter")
        let names = item.part.name.utf8
        try hold(!names.contains { $0 < 0x20 || $0 == 0x7F }, "a field's name holds no control byte")
        guard let name = item.part.filename else { return }
        try hold(name.utf8.count <= Filename.maximumBytes, "a file's name keeps its limit")
        try hold(!name.utf8.contains { $0 < 0x20 || $0 == 0x2F || $0 == 0x5C }, "a file's name is no path")
        try hold(name != "." && name != "..", "a file's name is no folder")
        try hold(Filename.harmless(name) == name, "what is harmless stays")
        let field = ContentDisposition.attachment(name).fieldValue
        try hold(!field.utf8.contains { $0 < 0x20 || $0 >= 0x7F }, "a field's value is visible ASCII")
        try hold(ContentDisposition(parsing: field)?.filename == name, "a file's name survives its field")
    }

    /// The contents piece by piece; nil when the body is refused.
    private static func read(
        _ input: [UInt8], _ pieces: [Range<Int>], _ boundary: MultipartBoundary, _ limits: MultipartParser.Limits
    ) throws(BrokenPromise) -> [[UInt8]]? {
        var parser = MultipartParser(boundary: boundary, limits: limits)
        var contents: [[UInt8]] = []
        for piece in pieces {
            let chunk = Array(input[piece])
            var offset = 0
            do {
                while let event = try parser.next(in: chunk.span, at: &offset) {
                    switch event {
                    case .partBegan: contents.append([])
                    case .data(let range): contents[contents.count - 1] += chunk[range]
                    case .heldData(let bytes): contents[contents.count - 1] += bytes
                    case .partEnded, .finished: break
                    }
                }
            } catch { return nil }
            try hold(offset == chunk.count, "a piece is used up")
        }
        do { try parser.finish() } catch { return nil }
        return contents
    }

    /// Splits at delimiters, heads off; the first piece is the preamble, the last begins with two dashes.
    private static func plainContents(_ input: [UInt8], _ boundary: String) -> [[UInt8]] {
        let body = Array("\r\n".utf8) + input
        let delimiter = Array("\r\n--\(boundary)".utf8)
        var contents: [[UInt8]] = []
        var start = body.first(delimiter, from: 0).map { $0 + delimiter.count }
        while let begin = start, !body.has("--", at: begin), let head = body.first(Array("\r\n\r\n".utf8), from: begin),
            let end = body.first(delimiter, from: head + 4)
        {
            contents.append(Array(body[(head + 4)..<end]))
            start = end + delimiter.count
        }
        return contents
    }
}
