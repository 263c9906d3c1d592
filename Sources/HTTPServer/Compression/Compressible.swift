/// Which kinds of content become smaller by packing. Pictures, sounds, films, archives and most fonts are packed already.
enum Compressible {
    /// Whether a `Content-Type` names such a kind.
    static func isNamed(by type: String) -> Bool {
        let essence = type.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        if begins(essence, "text/") || ends(essence, "+json") || ends(essence, "+xml") || ends(essence, "+text") {
            return true
        }
        return names.contains { equals(essence, $0) }
    }

    /// Whether a `Content-Type` names a stream of events.
    static func isEventStream(_ type: String) -> Bool { begins(type.utf8[...], "text/event-stream") }

    private static let names: [StaticString] = [
        "application/json", "application/jsonl", "application/x-ndjson", "application/javascript", "application/xml",
        "application/wasm", "application/x-www-form-urlencoded", "application/rtf", "application/x-tar", "font/ttf",
        "font/otf", "image/bmp", "image/vnd.microsoft.icon", "application/vnd.ms-excel", "application/msword",
    ]

    private static func equals(_ bytes: Substring.UTF8View, _ name: StaticString) -> Bool {
        bytes.count == name.utf8CodeUnitCount && begins(bytes, name)
    }

    private static func begins(_ bytes: Substring.UTF8View, _ name: StaticString) -> Bool {
        let length = name.utf8CodeUnitCount
        guard bytes.count >= length else { return false }
        return zip(bytes, 0..<length).allSatisfy { unsafe lower($0) == name.utf8Start[$1] }
    }

    private static func ends(_ bytes: Substring.UTF8View, _ name: StaticString) -> Bool {
        bytes.count >= name.utf8CodeUnitCount && begins(bytes.suffix(name.utf8CodeUnitCount), name)
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}
