/// The line that divides the parts of a multipart body (RFC 2046, 5.1.1), ready for searching.
public struct MultipartBoundary: Sendable, Hashable {
    /// Line end, two dashes and the boundary.
    let delimiter: [UInt8]
    /// How far the search may jump when this byte stands under the delimiter's last.
    private let jumps: [UInt8]

    /// A boundary of 1…70 of the characters RFC 2046 allows, the last no blank; nil for any other.
    public init?(_ text: String) {
        guard (1...70).contains(text.utf8.count), text.utf8.allSatisfy(\.mayStandInBoundary), text.last != " " else {
            return nil
        }
        delimiter = Array("\r\n--\(text)".utf8)
        var jumps = [UInt8](repeating: UInt8(delimiter.count), count: 256)
        for (index, byte) in delimiter.dropLast().enumerated() {
            jumps[Int(byte)] = UInt8(delimiter.count - 1 - index)
        }
        self.jumps = jumps
    }

    /// The boundary of a `Content-Type` of `multipart/form-data`; nil for any other or when it has none.
    public init?(_ type: MediaType) {
        guard type.isSameKind(as: .multipartForm), let text = type["boundary"] else { return nil }
        self.init(text)
    }

    /// Where the delimiter first stands from `start` on: Horspool's search. The delimiter holds one CR only, so no data,
    /// however hostile, is compared more than twice.
    func find(in bytes: Span<UInt8>, from start: Int) -> Int? {
        let (needle, jumps) = (delimiter.span, jumps.span)
        let reach = needle.count - 1
        var index = start
        while index + reach < bytes.count {
            let last = bytes[index + reach]
            if last == needle[reach], matches(bytes, at: index) == needle.count { return index }
            index += Int(jumps[Int(last)])
        }
        return nil
    }

    /// How many bytes at the end of `bytes`, from `start` on, may be the beginning of a delimiter.
    func beginning(atEndOf bytes: Span<UInt8>, from start: Int) -> Int {
        let tail = max(start, bytes.count - delimiter.count + 1)..<bytes.count
        guard let index = bytes.lastIndex(of: Byte.carriageReturn, in: tail) else { return 0 }
        return index + matches(bytes, at: index) == bytes.count ? bytes.count - index : 0
    }

    /// How many bytes at `index` continue a delimiter of which `known` bytes came before.
    func matches(_ bytes: Span<UInt8>, at index: Int, known: Int = 0) -> Int {
        let needle = delimiter.span
        var length = 0
        while known + length < needle.count, index + length < bytes.count,
            bytes[index + length] == needle[known + length]
        {
            length += 1
        }
        return length
    }
}

extension UInt8 {
    /// RFC 2046's bchars.
    fileprivate var mayStandInBoundary: Bool {
        if isLetter || isDigit { return true }
        switch self {
        case UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "_"),
            UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
            UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: " "):
            return true
        default: return false
        }
    }
}
