/// What the head of a part says.
public struct MultipartPart: Sendable, Hashable {
    /// The field of the form.
    public let name: String
    /// The file's name, without path and made harmless; nil for a plain field, empty when no file was chosen.
    public let filename: String?
    /// What the sender says it is; nil when it says nothing readable. For files, look at the bytes.
    public let contentType: MediaType?

    /// Reads the head's lines, each with its line end.
    init(head bytes: Span<UInt8>) throws(MultipartParser.Refusal) {
        var disposition: ContentDisposition?
        var contentType: Range<Int>?
        var start = 0
        while start < bytes.count {
            let line = try Self.line(bytes, &start)
            let (name, value) = try Self.field(bytes, line)
            if bytes.equalsFolded("content-disposition", in: name) {
                guard disposition == nil, let read = ContentDisposition(bytes, value) else { throw .badHead }
                disposition = read
            } else if bytes.equalsFolded("content-type", in: name) {
                guard contentType == nil else { throw .badHead }
                contentType = value
            } else if bytes.equalsFolded("content-transfer-encoding", in: name) {
                guard Self.isPlain(bytes, value) else { throw .transferEncoding }
            }
        }
        guard let disposition, disposition.kind == "form-data", let name = disposition.name,
            !name.utf8.contains(where: \.isControl)
        else { throw .noName }
        (self.name, filename) = (name, disposition.filename)
        self.contentType = contentType.flatMap { MediaType(bytes, $0) }
    }

    /// The next line without its end. A bare line feed was refused before; a bare carriage return is a control byte.
    private static func line(_ bytes: Span<UInt8>, _ start: inout Int) throws(MultipartParser.Refusal) -> Range<Int> {
        let end = bytes.firstIndex(of: Byte.lineFeed, in: start..<bytes.count) ?? bytes.count
        let line = start..<max(start, end - 1)
        guard bytes.allSatisfy(in: line, { !$0.isControl || $0 == Byte.tab }) else { throw .badHead }
        start = end + 1
        return line
    }

    private static func field(
        _ bytes: Span<UInt8>, _ line: Range<Int>
    ) throws(MultipartParser.Refusal) -> (name: Range<Int>, value: Range<Int>) {
        guard let colon = bytes.firstIndex(of: Byte.colon, in: line), colon > line.lowerBound,
            bytes.allSatisfy(in: line.lowerBound..<colon, \.isTokenByte)
        else { throw .badHead }
        return (line.lowerBound..<colon, bytes.trimmed(colon + 1..<line.upperBound))
    }

    /// RFC 7578 knows no other encodings any more; reading a packed part as it is would be wrong.
    private static func isPlain(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        bytes.equalsFolded("binary", in: value) || bytes.equalsFolded("8bit", in: value)
            || bytes.equalsFolded("7bit", in: value)
    }
}
