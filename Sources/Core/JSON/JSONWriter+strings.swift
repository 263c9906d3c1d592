extension JSONWriter {
    /// A text value.
    public mutating func string(_ value: String) { string(value.utf8Span.span) }

    /// A text value.
    public mutating func string(_ value: some StringProtocol) { string(Substring(value).utf8Span.span) }

    /// A text value from raw UTF-8, such as a database's text column. The bytes must be valid UTF-8.
    public mutating func string(_ utf8: Span<UInt8>) {
        unsafe utf8.withUnsafeBufferPointer { unsafe string($0) }
    }

    /// A text value from raw UTF-8, such as a database's text column. The bytes must be valid UTF-8.
    @unsafe
    public mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        let clean = unsafe JSONEscape.firstSuspect(in: utf8, from: 0)
        if clean == utf8.count {
            unsafe quoted(utf8, end: 0)
            needsComma = true
        } else {
            unsafe escaped(utf8, from: clean)
        }
    }

    private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>, from suspect: Int) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<suspect]))
        unsafe appendEscaped(text, from: suspect)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes escapes, the first of which is due at once, and copies the runs of harmless bytes between them whole.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, from suspect: Int) {
        var end = suspect
        while end < text.count {
            let start = unsafe end + appendSuspect(in: text, at: end)
            end = unsafe JSONEscape.firstSuspect(in: text, from: start)
            if end > start { unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end])) }
        }
    }

    /// Writes the byte that stopped the run, escaped where it must be, and returns how many bytes it stood for.
    private mutating func appendSuspect(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = unsafe text[index]
        if byte == JSONEscape.separatorLead {
            guard let name = unsafe JSONEscape.separator(in: text, at: index) else {
                bytes.append(byte)
                return 1
            }
            appendUnicodeEscape(high: 0x20, low: name)
            return 3
        }
        appendEscape(byte)
        return 1
    }

    private mutating func appendEscape(_ byte: UInt8) {
        guard let letter = JSONEscape.letter(for: byte) else { return appendUnicodeEscape(high: 0, low: byte) }
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
    }

    private mutating func appendUnicodeEscape(high: UInt8, low: UInt8) {
        var text = InlineArray<6, UInt8>(repeating: UInt8(ascii: "\\"))
        text[1] = UInt8(ascii: "u")
        for (index, half) in [high >> 4, high & 0xF, low >> 4, low & 0xF].enumerated() {
            text[2 + index] = half + (half < 10 ? 48 : 87)
        }
        bytes.append(copying: text.span)
    }
}
