import Glibc

/// Bytes the grammars of RFC 9110 name.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let percent = UInt8(ascii: "%")
    static let asterisk = UInt8(ascii: "*")
    static let plus = UInt8(ascii: "+")
    static let comma = UInt8(ascii: ",")
    static let dash = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let zero = UInt8(ascii: "0")
    static let nine = UInt8(ascii: "9")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")
    static let question = UInt8(ascii: "?")
    static let at = UInt8(ascii: "@")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let backslash = UInt8(ascii: "\\")
    static let ampersand = UInt8(ascii: "&")
    static let underscore = UInt8(ascii: "_")
    static let delete: UInt8 = 0x7F
}

extension UInt8 {
    /// The byte with an ASCII capital made small.
    var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
    var isDigit: Bool { (Byte.zero...Byte.nine).contains(self) }
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased) }
    var isControl: Bool { self < Byte.space || self == Byte.delete }
    var isBlank: Bool { self == Byte.space || self == Byte.tab }

    /// RFC 3986, 2.3: what never needs an escape.
    var isUnreserved: Bool {
        isLetter || isDigit || self == Byte.dash || self == Byte.dot || self == Byte.underscore
            || self == UInt8(ascii: "~")
    }

    /// The value of a hexadecimal digit.
    var hexDigit: UInt8? {
        switch self {
        case Byte.zero...Byte.nine: self - Byte.zero
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension Span<UInt8> {
    var all: Range<Int> { 0..<count }

    /// The first `byte` in `range`, found by the C library's vector code.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else { return nil }
        return unsafe withUnsafeBufferPointer { buffer -> Int? in
            guard let start = unsafe buffer.baseAddress.map({ unsafe UnsafeRawPointer($0) }),
                let hit = unsafe memchr(start + range.lowerBound, Int32(byte), range.count)
            else { return nil }
            return unsafe start.distance(to: UnsafeRawPointer(hit))
        }
    }

    func lastIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        range.last { self[$0] == byte }
    }

    func contains(_ byte: UInt8, in range: Range<Int>) -> Bool { firstIndex(of: byte, in: range) != nil }

    func allSatisfy(in range: Range<Int>, _ test: (UInt8) -> Bool) -> Bool {
        for index in range where !test(self[index]) { return false }
        return true
    }

    /// `range` without the optional white space of RFC 9110, 5.6.3 around it.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, self[low].isBlank { low += 1 }
        while high > low, self[high - 1].isBlank { high -= 1 }
        return low..<high
    }

    /// True when the bytes of `range` are `text`, byte for byte.
    func equals(_ text: StaticString, in range: Range<Int>) -> Bool {
        equals(text, in: range, folding: false)
    }

    /// True when the bytes of `range` are `text` (itself in lower case), ASCII capitals counting as small.
    func equalsFolded(_ text: StaticString, in range: Range<Int>) -> Bool {
        equals(text, in: range, folding: true)
    }

    private func equals(_ text: StaticString, in range: Range<Int>, folding: Bool) -> Bool {
        guard text.utf8CodeUnitCount == range.count else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<range.count {
                let byte = self[range.lowerBound + offset]
                if unsafe (folding ? byte.lowercased : byte) != wanted[offset] { return false }
            }
            return true
        }
    }

    /// True when the bytes of `range` are those of `other`.
    func equals(_ other: Span<UInt8>, in range: Range<Int>) -> Bool {
        guard other.count == range.count else { return false }
        for offset in 0..<range.count where self[range.lowerBound + offset] != other[offset] { return false }
        return true
    }

    /// True when the bytes of `range` equal `other`, both folded to small ASCII letters.
    func equalsFolded(_ other: Span<UInt8>, in range: Range<Int>) -> Bool {
        guard other.count == range.count else { return false }
        for offset in 0..<range.count where self[range.lowerBound + offset].lowercased != other[offset].lowercased {
            return false
        }
        return true
    }
}
