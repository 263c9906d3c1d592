/// The English names of an HTTP date, packed three letters to a word so that none is built at run time.
enum HTTPDateNames {
    /// "GMT".
    static var gmt: UInt32 { pack("G", "M", "T") }

    /// 0 for Sunday … 6 for Saturday.
    static func weekday(_ number: Int) -> UInt32 {
        switch number {
        case 0: pack("S", "u", "n")
        case 1: pack("M", "o", "n")
        case 2: pack("T", "u", "e")
        case 3: pack("W", "e", "d")
        case 4: pack("T", "h", "u")
        case 5: pack("F", "r", "i")
        default: pack("S", "a", "t")
        }
    }

    /// 1 for January … 12 for December.
    static func month(_ number: Int) -> UInt32 {
        switch number {
        case 1: pack("J", "a", "n")
        case 2: pack("F", "e", "b")
        case 3: pack("M", "a", "r")
        case 4: pack("A", "p", "r")
        case 5: pack("M", "a", "y")
        case 6: pack("J", "u", "n")
        case 7: pack("J", "u", "l")
        case 8: pack("A", "u", "g")
        case 9: pack("S", "e", "p")
        case 10: pack("O", "c", "t")
        case 11: pack("N", "o", "v")
        default: pack("D", "e", "c")
        }
    }

    /// True when a text begins with the whole name of a weekday.
    static func isFullName(_ text: Span<UInt8>, of weekday: Int) -> Bool { text.holds(fullName(weekday), at: 0) }

    /// The length of a weekday's whole name.
    static func fullLength(_ weekday: Int) -> Int { fullName(weekday).utf8CodeUnitCount }

    private static func fullName(_ weekday: Int) -> StaticString {
        switch weekday {
        case 0: "Sunday"
        case 1: "Monday"
        case 2: "Tuesday"
        case 3: "Wednesday"
        case 4: "Thursday"
        case 5: "Friday"
        default: "Saturday"
        }
    }

    @inline(__always)
    private static func pack(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) -> UInt32 {
        a.value | b.value << 8 | c.value << 16
    }
}
