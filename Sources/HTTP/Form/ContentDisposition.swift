/// The `Content-Disposition` field (RFC 6266, RFC 7578): what a part is called, or how a browser keeps an answer.
public struct ContentDisposition: Sendable, Hashable {
    /// The kind in lower case: `form-data`, `attachment`, `inline`.
    public let kind: String
    /// The field of the form.
    public let name: String?
    /// The file's name, made harmless by `Filename`; empty when a form's file was left out.
    public let filename: String?

    /// A file to be saved under this name.
    public static func attachment(_ filename: String) -> ContentDisposition {
        ContentDisposition(kind: "attachment", name: nil, filename: Filename.harmless(filename))
    }

    /// A file to be shown, and saved under this name if saved.
    public static func inline(_ filename: String) -> ContentDisposition {
        ContentDisposition(kind: "inline", name: nil, filename: Filename.harmless(filename))
    }

    private init(kind: String, name: String?, filename: String?) {
        (self.kind, self.name, self.filename) = (kind, name, filename)
    }

    /// Reads a field; nil when it is broken, not UTF-8, or names a parameter twice.
    public init?(parsing text: String) { self.init(parsing: text.utf8.span) }

    /// The same from bytes.
    public init?(parsing bytes: Span<UInt8>) {
        self.init(bytes, bytes.all)
    }

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var scanner = FieldScanner(bytes.trimmed(range))
        guard let token = scanner.token(bytes), let kind = bytes.lowercasedText(token),
            let found = try? Found(&scanner, bytes)
        else { return nil }
        let raw = found.extendedFilename ?? found.filename
        self.init(kind: kind, name: found.name, filename: raw.map(Filename.harmless))
    }

    /// The parameters that count.
    private struct Found {
        var name: String?
        var filename: String?
        var extendedFilename: String?

        init(_ scanner: inout FieldScanner, _ bytes: Span<UInt8>) throws(BrokenField) {
            var seen = 0
            while let next = try scanner.parameter(bytes) {
                seen += 1
                guard seen <= MediaType.maximumParameters, let text = Self.text(next, bytes) else {
                    throw BrokenField()
                }
                if bytes.equalsFolded("name", in: next.name) {
                    try Self.set(&name, text)
                } else if bytes.equalsFolded("filename", in: next.name) {
                    try Self.set(&filename, text)
                } else if bytes.equalsFolded("filename*", in: next.name) {
                    try Self.set(&extendedFilename, Self.extended(bytes, next))
                }
            }
        }

        private static func set(_ place: inout String?, _ value: String?) throws(BrokenField) {
            guard place == nil, let value else { throw BrokenField() }
            place = value
        }

        /// Browsers escape nothing but the quote, and old ones send `C:\folder\name`: only `\"` and `\\` are escapes.
        private static func text(_ parameter: FieldScanner.Parameter, _ bytes: Span<UInt8>) -> String? {
            guard parameter.isQuoted else { return bytes.text(parameter.value) }
            var plain: [UInt8] = []
            var index = parameter.value.lowerBound
            while index < parameter.value.upperBound {
                if bytes[index] == Byte.backslash, index + 1 < parameter.value.upperBound,
                    bytes[index + 1] == Byte.quote || bytes[index + 1] == Byte.backslash
                {
                    index += 1
                }
                plain.append(bytes[index])
                index += 1
            }
            return plain.span.text(plain.span.all)
        }

        /// RFC 8187: charset, quote, language, quote, escaped bytes.
        private static func extended(_ bytes: Span<UInt8>, _ parameter: FieldScanner.Parameter) -> String? {
            let range = parameter.value
            let mark = UInt8(ascii: "'")
            guard !parameter.isQuoted, let first = bytes.firstIndex(of: mark, in: range),
                let second = bytes.firstIndex(of: mark, in: first + 1..<range.upperBound),
                bytes.equalsFolded("utf-8", in: range.lowerBound..<first)
            else { return nil }
            return try? PercentCoding.decode(bytes, second + 1..<range.upperBound)
        }
    }
}

extension ContentDisposition {
    /// The field's value: the name in plain ASCII, and in full beside it when that is not enough.
    public var fieldValue: String {
        var text = kind
        if let name { text += "; name=" + QuotedText.quote(name) }
        guard let filename else { return text }
        let isPlain = filename.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != Byte.percent }
        text += "; filename=" + QuotedText.quote(isPlain ? filename : Filename.ascii(filename))
        guard !isPlain else { return text }
        text += "; filename*=UTF-8''"
        PercentCoding.encode(filename, into: &text)
        return text
    }
}
