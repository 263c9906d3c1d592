/// Tags that neither a message nor a document needs, and that would act or fetch where one is shown. Looked for in what
/// was rendered: there no trick of blocks can put one together unseen, and values are escaped by then.
enum ForbiddenMarkup {
    private static let names: Set<String> = [
        "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link", "form", "portal",
        "noscript", "xmp", "plaintext", "noembed", "noframes", "foreignobject", "animate", "set",
    ]

    /// The first one there.
    static func first(in bytes: Span<UInt8>) -> String? {
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let name = name(after: index, in: bytes), names.contains(name) {
                return name
            }
            index += 1
        }
        return nil
    }

    /// The tag's name, if it is not longer than those looked for.
    private static func name(after start: Int, in bytes: Span<UInt8>) -> String? {
        var letters: [UInt8] = []
        var index = start + 1
        while index < bytes.count, letters.count < 14 {
            let byte = bytes[index]
            if byte.isBlank || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") || byte == 0x0C { break }
            letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            index += 1
        }
        return letters.isEmpty ? nil : String(decoding: letters, as: UTF8.self)
    }
}
