extension JSONWriter {
    /// `null`.
    public mutating func null() { literal("null") }

    /// `true` or `false`.
    public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

    /// A whole number.
    @inlinable
    public mutating func int(_ value: some FixedWidthInteger & SignedInteger) {
        int(magnitude: UInt64(clamping: value.magnitude), negative: value < 0)
    }

    /// A whole number.
    @inlinable
    public mutating func int(_ value: some FixedWidthInteger & UnsignedInteger) {
        int(magnitude: UInt64(clamping: value), negative: false)
    }

    /// The shortest digits that read back as the same number. What JSON cannot say (NaN, infinity) becomes `null`.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        separate()
        bytes.append(copying: value.description.utf8Span.span)
    }

    /// A number as text, digit for digit. What is not a JSON number (a database's `NaN`) becomes `null`.
    public mutating func number(_ text: Span<UInt8>) {
        guard JSONNumber.isNumber(text) else { return null() }
        separate()
        bytes.append(copying: text)
    }

    /// A whole JSON value that is trusted as it stands, such as a database's `json` column. Its `<` stay as they are.
    public mutating func embed(_ json: Span<UInt8>) {
        guard !json.isEmpty else { return null() }
        separate()
        bytes.append(copying: json)
    }

    /// An id in its 36-character form.
    public mutating func uuid(_ value: UUIDv7) {
        let text = value.text
        quoted { $0.append(copying: text.span) }
    }

    /// An instant as RFC 3339 in UTC.
    public mutating func timestamp(_ value: Timestamp) { quoted { value.writeRFC3339(into: &$0) } }

    /// A text that is known to need no escape, written straight into the buffer.
    private mutating func quoted(_ write: (inout [UInt8]) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        write(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func literal(_ word: StaticString) {
        separate()
        word.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    @usableFromInline
    mutating func int(magnitude: UInt64, negative: Bool) {
        separate()
        var text = InlineArray<21, UInt8>(repeating: UInt8(ascii: "-"))
        var (rest, start) = (magnitude, 21)
        repeat {
            start &-= 1
            text[start] = UInt8(truncatingIfNeeded: 48 &+ rest % 10)
            rest /= 10
        } while rest != 0
        if negative { start &-= 1 }
        bytes.append(copying: text.span.extracting(start..<21))
    }
}
