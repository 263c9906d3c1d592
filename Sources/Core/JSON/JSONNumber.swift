/// A number exactly as it was written, so that no digit is lost before someone says what it is.
public struct JSONNumber: Hashable, Sendable {
    /// The text by the grammar of RFC 8259.
    public let text: String

    /// Vouched for by the parser.
    init(checked text: String) { self.text = text }

    /// True when the bytes are one number by the grammar of RFC 8259.
    static func isNumber(_ text: Span<UInt8>) -> Bool { length(of: text, from: 0) == text.count && !text.isEmpty }

    /// How many bytes from here make one number; nil when none does.
    static func length(of text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        if index < text.count, text[index] == UInt8(ascii: "-") { index += 1 }
        guard let whole = digits(text, &index), whole == 1 || text[index - whole] != 48 else { return nil }
        if index < text.count, text[index] == UInt8(ascii: ".") {
            index += 1
            guard digits(text, &index) != nil else { return nil }
        }
        if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
            guard digits(text, &index) != nil else { return nil }
        }
        return index - start
    }

    /// Passes digits and says how many; nil when there is none.
    private static func digits(_ text: Span<UInt8>, _ index: inout Int) -> Int? {
        let start = index
        while index < text.count, text[index] &- 48 <= 9 { index += 1 }
        return index > start ? index - start : nil
    }
}
