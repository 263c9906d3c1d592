extension [UInt8] {
    /// Text that is safe in an element and in a quoted attribute alike. What needs no escape is copied in runs.
    mutating func append(escaping text: String) {
        let utf8 = text.utf8
        append(escaping: utf8.span)
    }

    mutating func append(escaping text: Span<UInt8>) {
        unsafe text.withUnsafeBufferPointer { text in
            var copied = 0
            for index in 0..<text.count where unsafe text[index].needsEscape {
                unsafe append(contentsOf: text[copied..<index])
                unsafe append(entityFor: text[index])
                copied = index &+ 1
            }
            unsafe append(contentsOf: text[copied...])
        }
    }

    private mutating func append(entityFor byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        case UInt8(ascii: "\""): append("&#34;")
        default: append("&#39;")
        }
    }

    /// Text of the program, as it is.
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { unsafe append(contentsOf: $0) }
    }
}

extension UInt8 {
    /// One of `" & ' < >`, by a bit for each of the first 64 characters.
    @inline(__always)
    fileprivate var needsEscape: Bool { self < 64 && 0x5000_00C4_0000_0000 as UInt64 >> UInt64(self) & 1 == 1 }
}
