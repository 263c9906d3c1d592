extension DatabaseURL {
    /// The database the address names; nil when it names none.
    public var database: String? {
        let (place, parameters) = parts
        if let named = parameters.last(where: { $0.hasPrefix("dbname=") }) {
            return PercentText.decoded(named.dropFirst(7))
        }
        guard let slash = place.firstIndex(of: "/") else { return nil }
        let path = place[place.index(after: slash)...]
        return path.isEmpty ? nil : PercentText.decoded(path)
    }

    /// The same server and role, another database.
    public func naming(database: String) -> DatabaseURL {
        let (place, parameters) = parts
        let kept = parameters.filter { !$0.hasPrefix("dbname=") }.joined(separator: "&")
        let server = place.prefix { $0 != "/" }
        let query = kept.isEmpty ? "" : "?\(kept)"
        return DatabaseURL(trusted: "postgresql://\(server)/\(PercentText.encoded(database))\(query)")
    }

    /// What stands between scheme and `?`, and the parameters after it.
    private var parts: (place: Substring, parameters: [Substring]) {
        let start = secretText.firstRange(of: "://")?.upperBound ?? secretText.startIndex
        let rest = secretText[start...]
        guard let mark = rest.firstIndex(of: "?") else { return (rest, []) }
        return (rest[..<mark], rest[rest.index(after: mark)...].split(separator: "&"))
    }
}

/// Percent-encoding of parts of a connection address.
enum PercentText {
    /// Everything but unreserved characters becomes `%XX`.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }

    /// Escapes that are none stay as they are.
    static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let pair = rest.prefix(2)
            if byte == UInt8(ascii: "%"), pair.count == 2,
                let value = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
