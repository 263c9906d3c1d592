/// One segment of a path or one value of a query (RFC 3986): all but letters, digits and `-._~` is encoded, so that no
/// byte can end the part it stands in.
enum PercentEncoding {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if byte.isUnreserved {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexadecimal(byte >> 4))
                bytes.append(hexadecimal(byte & 0xF))
            }
        }
    }

    /// A segment of nothing but dots would climb out of its place, and encoding dots does not help: a browser reads
    /// `%2e` as a dot here. It becomes `_`, which names nothing.
    static func append(segment text: String, after segmentIsDots: Bool, to bytes: inout [UInt8]) {
        let climbs = segmentIsDots && !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        append(climbs ? "_" : text, to: &bytes)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit &+ (digit < 10 ? 48 : 55) }
}

extension UInt8 {
    fileprivate var isUnreserved: Bool {
        isASCIILetter || self &- 48 <= 9 || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
            || self == UInt8(ascii: "_") || self == UInt8(ascii: "~")
    }
}
