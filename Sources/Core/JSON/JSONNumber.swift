/// A number exactly as it was written, so that no digit is lost before someone says what it is.
public struct JSONNumber: Hashable, Sendable, CustomStringConvertible {
    /// The text by the grammar of RFC 8259.
    public let text: String

    /// A number by its text; nil when it is not one.
    public init?(_ text: String) {
        guard Self.isNumber(text.utf8Span.span) else { return nil }
        self.text = text
    }

    /// A whole number.
    public init(_ value: some FixedWidthInteger) { text = String(value) }

    /// A number by its shortest digits; nil for what JSON cannot say.
    public init?(_ value: some BinaryFloatingPoint & LosslessStringConvertible) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// Text the parser has checked.
    init(checked text: String) { self.text = text }

    /// The text.
    public var description: String { text }
}

extension JSONNumber {
    /// True when it is written as a whole number: `1.0` and `1e2` are not.
    public var isWhole: Bool { !text.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") } }

    /// The whole number; nil when it is not written as one, or does not fit.
    public func integer<Integer: FixedWidthInteger>(_: Integer.Type = Int64.self) -> Integer? {
        isWhole ? Integer(text) : nil
    }

    /// The nearest double; nil when it is beyond the finite ones.
    public var double: Double? { floating() }

    /// The nearest number of a kind; nil when it is beyond the finite ones.
    func floating<Floating: BinaryFloatingPoint & LosslessStringConvertible>() -> Floating? {
        Floating(text).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension JSONNumber {
    /// True when the bytes are one number by the grammar of RFC 8259.
    static func isNumber(_ text: Span<UInt8>) -> Bool { !text.isEmpty && length(in: text, from: 0) == text.count }

    /// How many bytes from here make one number; nil when none does.
    static func length(in text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        if index < text.count, text[index] == UInt8(ascii: "-") { index += 1 }
        let whole = index
        guard passDigits(text, &index), text[whole] != UInt8(ascii: "0") || index == whole + 1 else { return nil }
        if index < text.count, text[index] == UInt8(ascii: ".") {
            index += 1
            guard passDigits(text, &index) else { return nil }
        }
        guard index < text.count, text[index] | 0x20 == UInt8(ascii: "e") else { return index - start }
        index += 1
        if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
        return passDigits(text, &index) ? index - start : nil
    }

    /// Passes digits; false when there is none.
    private static func passDigits(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
        let start = index
        while index < text.count, text[index] &- 48 <= 9 { index += 1 }
        return index > start
    }
}
