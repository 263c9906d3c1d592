extension Unicode.Scalar {
    /// True for what may stand in a line of text: neither a control, a line's or paragraph's end, nor invisible
    /// formatting that turns text around or means nothing to anybody.
    var isPlain: Bool {
        if value < 0x7F { return value >= 0x20 }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
        // Joiners belong to scripts and to emoji; the other formats do not belong into names and subjects.
        case .format: return value == 0x200C || value == 0x200D || (0xE0020...0xE007F).contains(value)
        default: return true
        }
    }

    /// True for what may be in an address: plain, visible, and no joiner.
    var isAddressable: Bool {
        isPlain && properties.generalCategory != .spaceSeparator && properties.generalCategory != .format
    }
}

extension UInt8 {
    /// RFC 5322's `atext`, of ASCII.
    var isAtomic: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"),
            UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"),
            UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
