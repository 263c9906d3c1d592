/// The 512 bytes in front of a file in a tar (POSIX ustar), which any tar can read.
enum TarHeader {
    static let size = 512
    /// Above this a size does not fit eleven octal digits and is written in binary, as GNU tar does.
    private static let octalLimit = 1 << 33

    /// The header of a plain file; nil when the name has no room.
    static func bytes(name: String, size: Int) -> [UInt8]? {
        guard let (prefix, name) = split(name) else { return nil }
        var header = [UInt8](repeating: 0, count: Self.size)
        put(name, into: &header, at: 0)
        put("0000600\u{0}0000000\u{0}0000000\u{0}", into: &header, at: 100)
        if size < octalLimit {
            put(octal(size, digits: 11), into: &header, at: 124)
        } else {
            header[124] = 0x80
            for index in 0..<8 { header[128 + index] = UInt8(truncatingIfNeeded: size >> (56 - 8 * index)) }
        }
        put("00000000000\u{0}", into: &header, at: 136)
        put("0", into: &header, at: 156)
        put("ustar\u{0}00", into: &header, at: 257)
        put(prefix, into: &header, at: 345)
        put(octal(sum(header), digits: 6) + "\u{0} ", into: &header, at: 148)
        return header
    }

    /// Name and size of a plain file; nil for what is no such header.
    static func read(_ header: [UInt8]) -> (name: String, size: Int)? {
        guard header.count == Self.size, text(header, 257, 5) == "ustar", header[156] == UInt8(ascii: "0"),
            let sum = number(header, 148, 8), sum == Self.sum(header), let size = number(header, 124, 12)
        else { return nil }
        let (name, prefix) = (text(header, 0, 100), text(header, 345, 155))
        return (prefix.isEmpty ? name : "\(prefix)/\(name)", size)
    }

    private static func split(_ name: String) -> (prefix: String, name: String)? {
        if name.utf8.count <= 100 { return ("", name) }
        for slash in name.indices.reversed() where name[slash] == "/" {
            let (prefix, rest) = (name[..<slash], name[name.index(after: slash)...])
            if prefix.utf8.count <= 155, (1...100).contains(rest.utf8.count) { return (String(prefix), String(rest)) }
        }
        return nil
    }

    /// The sum counts its own eight bytes as blanks.
    private static func sum(_ header: [UInt8]) -> Int {
        header.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(header[$1])) }
    }

    private static func octal(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func put(_ text: String, into header: inout [UInt8], at start: Int) {
        for (index, byte) in text.utf8.enumerated() { header[start + index] = byte }
    }

    private static func text(_ header: [UInt8], _ start: Int, _ count: Int) -> String {
        String(decoding: header[start..<start + count].prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func number(_ header: [UInt8], _ start: Int, _ count: Int) -> Int? {
        let field = header[start..<start + count]
        if field.first == 0x80 {
            guard field.dropFirst().dropLast(8).allSatisfy({ $0 == 0 }), field[field.endIndex - 8] < 0x40 else {
                return nil
            }
            return field.suffix(8).reduce(0) { $0 << 8 | Int($1) }
        }
        return Int(String(decoding: field.filter { $0 != 0 && $0 != 32 }, as: UTF8.self), radix: 8)
    }
}
