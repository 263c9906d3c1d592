/// The names by which one browser file calls another: `"./name"` in a script, `url("name")` in a style.
enum References {
    /// The names a file calls.
    static func names(in file: (name: String, bytes: [UInt8])) -> [String] {
        spots(in: file).map { String(decoding: file.bytes[$0], as: UTF8.self) }
    }

    /// The file with fingerprints in its references to `others`.
    static func resolved(_ file: (name: String, bytes: [UInt8]), with others: [AssetFile]) -> AssetFile {
        var bytes: [UInt8] = []
        var copied = 0
        for spot in spots(in: file) {
            let name = String(decoding: file.bytes[spot], as: UTF8.self)
            guard let other = others.first(where: { $0.name == name }) else { continue }
            bytes += file.bytes[copied..<spot.lowerBound]
            bytes += other.fingerprintedName.utf8
            copied = spot.upperBound
        }
        bytes += file.bytes[copied...]
        return AssetFile(name: file.name, bytes: bytes)
    }

    private static func spots(in file: (name: String, bytes: [UInt8])) -> [Range<Int>] {
        if file.name.hasSuffix(".js") { return spots(after: Array("\"./".utf8), in: file.bytes) }
        if file.name.hasSuffix(".css") { return spots(after: Array("url(\"".utf8), in: file.bytes) }
        return []
    }

    /// What stands between the mark and the next quote, if it is a plain name.
    private static func spots(after mark: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        var spots: [Range<Int>] = []
        var index = 0
        while index + mark.count < bytes.count {
            guard bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) else {
                index += 1
                continue
            }
            let start = index + mark.count
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
            if end - start <= 40, bytes[start..<end].allSatisfy(\.isNameByte) { spots.append(start..<end) }
            index = end
        }
        return spots
    }
}

extension UInt8 {
    fileprivate var isNameByte: Bool {
        (self | 0x20) &- 97 <= 25 || self &- 48 <= 9 || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
    }
}
