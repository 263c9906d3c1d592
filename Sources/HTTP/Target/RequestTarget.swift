/// What a request line asks for (RFC 9112, 3.2): a path and a query, perhaps with the authority in front, or `*`.
///
/// CONNECT's authority form is refused: this house is no tunnel. The length is the server's to limit, before it comes here.
public struct RequestTarget: Sendable, Hashable {
    /// The shape the target came in.
    public enum Form: Sendable, Hashable {
        /// A path and perhaps a query.
        case origin
        /// A whole address. The server compares the authority with `Host`.
        case absolute(Scheme, Authority)
        /// `*`, which only OPTIONS may ask for; the server refuses it otherwise.
        case asterisk
    }

    /// The shape the target came in.
    public let form: Form
    /// The path; `/` for `*`.
    public let path: RequestPath
    /// The query as it came, without its question mark; nil when there was none.
    public let query: String?

    /// Reads a target.
    public init(_ text: String) throws(Refusal) { try self.init(parsing: text.utf8.span) }

    /// Reads a target from bytes.
    public init(parsing bytes: Span<UInt8>) throws(Refusal) {
        guard bytes.count > 0 else { throw .empty }
        if bytes.equals("*", in: bytes.all) {
            self.init(form: .asterisk, path: .root, query: nil)
        } else if bytes[0] == Byte.slash {
            try self.init(.origin, bytes, bytes.all)
        } else {
            let (form, rest) = try Self.absolute(bytes)
            try self.init(form, bytes, rest)
        }
    }

    private init(_ form: Form, _ bytes: Span<UInt8>, _ range: Range<Int>) throws(Refusal) {
        let mark = bytes.firstIndex(of: Byte.question, in: range)
        let path = try RequestPath(bytes, range.lowerBound..<(mark ?? range.upperBound))
        let query: String? = if let mark { try Self.query(bytes, mark + 1..<range.upperBound) } else { nil }
        self.init(form: form, path: path, query: query)
    }

    private init(form: Form, path: RequestPath, query: String?) {
        (self.form, self.path, self.query) = (form, path, query)
    }

    /// Scheme and authority, and where the path begins.
    private static func absolute(_ bytes: Span<UInt8>) throws(Refusal) -> (Form, Range<Int>) {
        guard let colon = bytes.firstIndex(of: Byte.colon, in: bytes.all), colon + 2 < bytes.count,
            let scheme = Scheme(bytes, 0..<colon), bytes.equals("//", in: colon + 1..<colon + 3)
        else { throw .unknownForm }
        let start = colon + 3
        var end = start
        while end < bytes.count, bytes[end] != Byte.slash, bytes[end] != Byte.question { end += 1 }
        guard let authority = Authority(bytes, start..<end) else { throw .badAuthority }
        return (.absolute(scheme, authority), end..<bytes.count)
    }

    /// Browsers send brackets, braces, bars and the like unescaped in a query; blanks, quotes, angle brackets, `#` and
    /// bytes beyond ASCII they never do.
    private static func query(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Refusal) -> String {
        for index in range {
            switch bytes[index] {
            case Byte.quote, UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"): throw .badByte
            case 0x21...0x7E: continue
            default: throw .badByte
            }
        }
        guard let text = bytes.text(range) else { throw .badByte }
        return text
    }
}

extension RequestTarget {
    /// Why a target was not read.
    public enum Refusal: String, RequestRefusal {
        case empty = "target.empty"
        case unknownForm = "target.unknown-form"
        case badAuthority = "target.bad-authority"
        case badByte = "target.bad-byte"
        case badEscape = "target.bad-escape"
        case badText = "target.bad-text"
        case controlByte = "target.control-byte"
        case backslash = "target.backslash"
        case dotSegment = "target.dot-segment"
        case emptySegment = "target.empty-segment"
        case tooManySegments = "target.too-many-segments"

        /// What exactly was wrong.
        public var reason: String {
            switch self {
            case .empty: "The target is empty."
            case .unknownForm: "The target is neither a path, nor an http address, nor an asterisk."
            case .badAuthority: "The target's authority is not one valid host."
            case .badByte: "The target holds a byte that must be escaped."
            case .badEscape: "A percent sign is not followed by two hexadecimal digits."
            case .badText: "A decoded segment is not UTF-8."
            case .controlByte: "A decoded segment holds a control byte."
            case .backslash: "A segment holds a backslash."
            case .dotSegment: "A segment is a single or double dot."
            case .emptySegment: "Two slashes follow one another."
            case .tooManySegments: "The path has more segments than any page of ours."
            }
        }
    }
}
