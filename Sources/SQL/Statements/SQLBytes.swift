/// Characters as PostgreSQL's scanner sorts them. Every byte above 127 may stand in a name, so no white space but that
/// of ASCII parts words, and no letter but those of ASCII makes a keyword.
extension UInt8 {
    var isSQLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D || self == 0x0C }

    var isLineBreak: Bool { self == 0x0A || self == 0x0D }

    var isSQLDigit: Bool { self &- 48 <= 9 }

    var beginsSQLName: Bool { (self | 0x20) &- 97 <= 25 || self == UInt8(ascii: "_") || self >= 0x80 }

    var continuesSQLName: Bool { beginsSQLName || isSQLDigit || self == UInt8(ascii: "$") }
}

extension Span where Element == UInt8 {
    func hasPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar, at index: Int) -> Bool {
        index + 1 < count && self[index] == UInt8(ascii: first) && self[index + 1] == UInt8(ascii: second)
    }

    /// True when the bytes from `start` stand once more at `index`.
    func repeats(_ start: Int, at index: Int, length: Int) -> Bool {
        for step in 0..<length where self[start + step] != self[index + step] { return false }
        return true
    }

    /// True when the word is this keyword, which is given in small letters.
    func isKeyword(_ keyword: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == keyword.utf8CodeUnitCount else { return false }
        return keyword.withUTF8Buffer { letters in
            for step in 0..<range.count where unsafe self[range.lowerBound + step] | 0x20 != letters[step] {
                return false
            }
            return true
        }
    }
}
