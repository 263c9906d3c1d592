/// Letters in one form, however a keyboard put them together: `i` with a dot set upon it is the `i` that has one, `u`
/// with two dots set upon it is `ü`. It is the composed form (NFC) for the letters of Latin, Greek and Cyrillic; others
/// stay as they were typed. Compatibility forms (NFKC) are not folded: who types `①` means another password than `1`.
enum ComposedText {
    private static let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x386...0x52F, 0x1E00...0x1FFE]

    /// By canonical equivalence, which is how characters compare.
    private static let composed: [Character: Unicode.Scalar] = {
        var table: [Character: Unicode.Scalar] = [:]
        for number in ranges.joined() {
            guard let scalar = Unicode.Scalar(number), scalar.properties.isAlphabetic else { continue }
            table[Character(scalar)] = table[Character(scalar)] ?? scalar
        }
        return table
    }()

    static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var out = String.UnicodeScalarView()
        for character in text {
            if let scalar = composed[character] {
                out.append(scalar)
            } else {
                out.append(contentsOf: character.unicodeScalars)
            }
        }
        return String(out)
    }
}
