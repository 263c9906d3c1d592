/// Where an interpolation stands within an address.
struct AddressSlot {
    enum Part {
        /// At the beginning: the whole address comes from outside, scheme and all.
        case start
        /// In the path, or before it is known whether it is one; no scheme can follow from what is encoded.
        case path
        /// After `?` or `#`.
        case query
        /// After a scheme that is not allowed.
        case refused
    }

    private(set) var part = Part.start
    /// Nothing but dots since the last `/`: one dot more and the address climbs.
    private(set) var segmentIsDots = true
    let kind: AttributeKind
    let mustBeLocal: Bool

    /// Reads what was written of an attribute's value so far.
    init(value start: Int, in bytes: Span<UInt8>, kind: AttributeKind, mustBeLocal: Bool) {
        (self.kind, self.mustBeLocal) = (kind, mustBeLocal)
        var schemeStart: Int? = start
        for index in start..<bytes.count {
            let byte = bytes[index]
            if kind == .addresses, byte <= 0x20 || byte == UInt8(ascii: ",") {
                (part, segmentIsDots, schemeStart) = (.start, true, index + 1)
            } else if part == .start, byte <= 0x20 {
                schemeStart = index + 1  // a browser drops white space at the beginning
            } else if part != .refused {
                readScheme(byte, at: index, in: bytes, &schemeStart)
                readPath(byte)
            }
        }
    }

    /// Until a scheme has ended, or it is sure that there is none.
    private mutating func readScheme(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>, _ start: inout Int?) {
        guard let begin = start else { return }
        part = .path
        switch byte {
        case UInt8(ascii: ":"):
            part = Self.isAllowed(scheme: begin..<index, in: bytes) ? .path : .refused
            start = nil
        case UInt8(ascii: "&"): part = .refused  // a letter in disguise
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"): start = nil
        default: break
        }
    }

    private mutating func readPath(_ byte: UInt8) {
        if part == .path, byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { part = .query }
        segmentIsDots = byte == UInt8(ascii: "/") || segmentIsDots && byte == UInt8(ascii: ".")
    }

    private static func isAllowed(scheme: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        bytes.isName("https", at: scheme) || bytes.isName("http", at: scheme) || bytes.isName("mailto", at: scheme)
            || bytes.isName("tel", at: scheme)
    }
}
