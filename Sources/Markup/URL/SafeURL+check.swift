extension SafeURL {
    /// The scheme, or the beginning of a place within this site.
    static func hasHarmlessBeginning(_ bytes: Span<UInt8>) -> Bool {
        switch bytes[0] {
        case UInt8(ascii: "#"), UInt8(ascii: "?"): true
        case UInt8(ascii: "/"): bytes.count == 1 || bytes[1] != UInt8(ascii: "/")
        default: hasHarmlessScheme(bytes)
        }
    }

    private static func hasHarmlessScheme(_ bytes: Span<UInt8>) -> Bool {
        if bytes.begins(with: "https://", at: 0) { return hasHost(bytes, at: 8) }
        if bytes.begins(with: "http://", at: 0) { return hasHost(bytes, at: 7) }
        if bytes.begins(with: "mailto:", at: 0) { return bytes.count > 7 && bytes[7] != UInt8(ascii: "/") }
        return bytes.begins(with: "tel:", at: 0) && isNumber(bytes, from: 4)
    }

    /// A host, perhaps a port, and then the end or a path. A user's name before `@` only serves to deceive.
    private static func hasHost(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        var end = start
        while end < bytes.count, !bytes[end].endsAuthority { end += 1 }
        var host = start
        if host < end, bytes[host] == UInt8(ascii: "[") {
            while host < end, bytes[host] != UInt8(ascii: "]") { host += 1 }
            guard host < end, host - start > 2, isAddress(bytes, start + 1..<host) else { return false }
            host += 1
        } else {
            while host < end, bytes[host].isHostByte { host += 1 }
            guard host > start, bytes[start] != UInt8(ascii: "."), bytes[start] != UInt8(ascii: "-") else {
                return false
            }
        }
        return host == end || bytes[host] == UInt8(ascii: ":") && isPort(bytes, host + 1..<end)
    }

    private static func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            let byte = bytes[index]
            return byte &- 48 <= 9 || (byte | 0x20) &- 97 <= 5 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
        }
    }

    private static func isPort(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard (1...5).contains(range.count) else { return false }
        var port = 0
        for index in range {
            guard bytes[index] &- 48 <= 9 else { return false }
            port = port * 10 + Int(bytes[index] &- 48)
        }
        return (1...65_535).contains(port)
    }

    private static func isNumber(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        guard bytes.count > start else { return false }
        return (start..<bytes.count).allSatisfy { index in
            let byte = bytes[index]
            return byte &- 48 <= 9 || byte.isASCIILetter || "+-.()*#;=".utf8.contains(byte)
        }
    }
}

extension UInt8 {
    fileprivate var endsAuthority: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: "?") || self == UInt8(ascii: "#")
    }

    /// Letters of every script may name a host; the browser spells them in ASCII.
    fileprivate var isHostByte: Bool {
        isASCIILetter || self &- 48 <= 9 || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
            || self == UInt8(ascii: "_") || self >= 0x80
    }
}

extension Unicode.Scalar {
    /// No control, no white space, nothing invisible or that turns the writing direction, and none of the characters
    /// an address must encode.
    var isVisibleInAddress: Bool {
        switch value {
        case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xA0, 0xAD: false
        case 0..<0x80: true
        case 0x61C, 0x115F...0x1160, 0x1680, 0x17B4...0x17B5, 0x180B...0x180F, 0x2000...0x200F, 0x2028...0x202F,
            0x205F...0x206F, 0x3000, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFD, 0xFF01...0xFF5E,
            0xE0000...0xE0FFF:
            false
        default: true
        }
    }
}
