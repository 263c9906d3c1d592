/// RFC 6376's two ways to write fields and bodies so that small changes on the way do not matter.
public enum DKIMForm: String, Sendable, Hashable {
    /// As it is.
    case simple
    /// White space counts as one blank, names have no capitals.
    case relaxed
}

extension DKIMForm {
    /// Appends a field, with its CR LF.
    func write(_ field: MailFields.Field, of bytes: Span<UInt8>, to output: inout [UInt8]) {
        switch self {
        case .simple: output.append(copying: bytes.extracting(field.range))
        case .relaxed:
            output += field.name.utf8
            output.append(UInt8(ascii: ":"))
            Self.writeRelaxed(bytes.extracting(field.value..<field.range.upperBound), to: &output)
            output += [13, 10]
        }
    }

    /// White space, line ends included, as one blank, and none at either end.
    private static func writeRelaxed(_ value: Span<UInt8>, to output: inout [UInt8]) {
        let start = output.count
        var blank = false
        for index in value.indices {
            let byte = value[index]
            if byte == 32 || byte == 9 || byte == 13 || byte == 10 {
                blank = true
                continue
            }
            if blank, output.count > start { output.append(32) }
            blank = false
            output.append(byte)
        }
    }

    /// The body as it is signed, given to a closure in pieces.
    func forEachPiece(
        of body: Span<UInt8>, _ take: (Span<UInt8>) throws(MailFault) -> Void
    ) throws(MailFault) {
        var piece: [UInt8] = []
        piece.reserveCapacity(72 * 1024)
        var start = 0
        // Empty lines at the end do not count: they are written once something follows them.
        var emptyLines = 0
        var hasContent = false
        while start < body.count {
            let end = Self.lineEnd(body, start)
            let line = trimmed(body, start..<end)
            if line.isEmpty {
                emptyLines += 1
            } else {
                for _ in 0..<emptyLines { piece += [13, 10] }
                (emptyLines, hasContent) = (0, true)
                write(body.extracting(line), to: &piece)
                piece += [13, 10]
                if piece.count > 64 * 1024 {
                    try take(piece.span)
                    piece.removeAll(keepingCapacity: true)
                }
            }
            start = end + 2
        }
        // Nothing at all is one empty line to the simple form.
        if !hasContent, self == .simple { piece += [13, 10] }
        try take(piece.span)
    }

    /// Where the line's CR LF starts, or the end.
    private static func lineEnd(_ body: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < body.count, body[index] != 13 { index += 1 }
        return index
    }

    private func trimmed(_ body: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
        guard self == .relaxed else { return line }
        var end = line.upperBound
        while end > line.lowerBound, body[end - 1] == 32 || body[end - 1] == 9 { end -= 1 }
        return line.lowerBound..<end
    }

    private func write(_ line: Span<UInt8>, to output: inout [UInt8]) {
        guard self == .relaxed else { return output.append(copying: line) }
        var blank = false
        for index in line.indices {
            let byte = line[index]
            if byte == 32 || byte == 9 {
                if !blank { output.append(32) }
                blank = true
            } else {
                output.append(byte)
                blank = false
            }
        }
    }
}

extension [UInt8] {
    /// Appends what a span shows.
    mutating func append(copying bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
