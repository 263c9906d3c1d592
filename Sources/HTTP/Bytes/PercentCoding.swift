/// Percent-encoding of RFC 3986, section 2.1.
enum PercentCoding {
    enum Fault: Error {
        /// A `%` without two hexadecimal digits.
        case badEscape
        /// The decoded bytes are not UTF-8.
        case badText
    }

    /// Decodes `range`; with `plusIsSpace` as forms do.
    static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, plusIsSpace: Bool = false) throws(Fault) -> String {
        guard bytes.contains(Byte.percent, in: range) || plusIsSpace && bytes.contains(Byte.plus, in: range) else {
            guard let text = bytes.text(range) else { throw .badText }
            return text
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            decoded.append(try byte(in: bytes, at: &index, before: range.upperBound, plusIsSpace))
        }
        guard let text = decoded.span.text(decoded.span.all) else { throw .badText }
        return text
    }

    private static func byte(
        in bytes: Span<UInt8>, at index: inout Int, before end: Int, _ plusIsSpace: Bool
    ) throws(Fault) -> UInt8 {
        let byte = bytes[index]
        index += 1
        if plusIsSpace, byte == Byte.plus { return Byte.space }
        guard byte == Byte.percent else { return byte }
        guard index + 1 < end, let high = bytes[index].hexDigit, let low = bytes[index + 1].hexDigit else {
            throw .badEscape
        }
        index += 2
        return high << 4 | low
    }

    /// Appends `text` with every byte escaped that is not unreserved.
    static func encode(_ text: some StringProtocol, into output: inout String) {
        if text.utf8.allSatisfy(\.isUnreserved) { return output.append(contentsOf: text) }
        for byte in text.utf8 {
            if byte.isUnreserved {
                output.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                output.append("%")
                output.unicodeScalars.append(hexDigit(byte >> 4))
                output.unicodeScalars.append(hexDigit(byte & 15))
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(value < 10 ? Byte.zero + value : UInt8(ascii: "A") + value - 10)
    }
}
