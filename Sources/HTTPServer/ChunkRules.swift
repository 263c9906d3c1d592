import HTTP

/// A second pair of eyes on chunked bodies: llhttp reads them, this checks what it lets pass. Sizes must fit the limit as
/// soon as they are announced, extensions must follow the grammar and be few, trailers must be short and harmless.
struct ChunkRules {
    /// Where in the body the next byte stands.
    private enum Place {
        /// In the digits of a size.
        case size(digits: Int, value: Int)
        /// Spaces around an extension's parts.
        case space(after: Part)
        /// In an extension.
        case name(length: Int)
        case token(length: Int)
        case quoted
        case escaped
        /// The line feed that ends a size line.
        case lineEnd(size: Int)
        case data(remaining: Int)
        case dataCR
        case dataLF
        /// Behind the last chunk.
        case trailers
    }

    private enum Part { case size, name, equals, value }

    private var place = Place.size(digits: 0, value: 0)
    private var size = 0
    private var total = 0
    private var extensionBytes = 0
    private var trailers = TrailerRules()

    private static let extensionLimit = 8 * 1024

    /// Looks at the next bytes of the body.
    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) throws(Refusal) {
        var index = 0
        while index < bytes.count {
            if case .data(let remaining) = place {
                let step = min(remaining, bytes.count - index)
                index += step
                place = step == remaining ? .dataCR : .data(remaining: remaining - step)
                continue
            }
            if case .trailers = place {
                return try unsafe trailers.check(UnsafeBufferPointer(rebasing: bytes[index...]))
            }
            try advance(unsafe bytes[index], limit)
            index += 1
        }
    }

    private mutating func advance(_ byte: UInt8, _ limit: Int) throws(Refusal) {
        switch place {
        case .size(let digits, let value): try readSize(byte, digits, value, limit)
        case .lineEnd(let size):
            guard byte == 10 else { throw .malformedBody }
            place = size == 0 ? .trailers : .data(remaining: size)
        case .dataCR:
            guard byte == 13 else { throw .malformedBody }
            place = .dataLF
        case .dataLF:
            guard byte == 10 else { throw .malformedBody }
            place = .size(digits: 0, value: 0)
        case .data, .trailers: break
        default: try readExtension(byte)
        }
    }

    private mutating func readSize(_ byte: UInt8, _ digits: Int, _ value: Int, _ limit: Int) throws(Refusal) {
        if let digit = byte.hexadecimalValue {
            guard digits < 256 else { throw .malformedBody }
            guard value <= limit >> 3 else { throw .largeBody }
            place = .size(digits: digits + 1, value: value << 4 | digit)
            return
        }
        guard digits > 0 else { throw .malformedBody }
        guard total + value <= limit else { throw .largeBody }
        (size, total) = (value, total + value)
        try endPart(.size, byte)
    }

    private mutating func readExtension(_ byte: UInt8) throws(Refusal) {
        extensionBytes += 1
        guard extensionBytes <= Self.extensionLimit else { throw .largeExtensions }
        switch place {
        case .space(let part): try leaveSpace(byte, part)
        case .name(let length):
            if byte.isTokenByte {
                place = .name(length: length + 1)
            } else if length > 0 {
                try endPart(.name, byte)
            } else {
                try skipSpace(byte)
            }
        case .token(let length):
            if byte.isTokenByte {
                place = .token(length: length + 1)
            } else if length > 0 {
                try endPart(.value, byte)
            } else if byte == UInt8(ascii: "\"") {
                place = .quoted
            } else {
                try skipSpace(byte)
            }
        case .quoted:
            if byte == UInt8(ascii: "\"") { place = .space(after: .value) } else { try readQuoted(byte) }
        case .escaped:
            guard byte == 9 || byte >= 32 && byte != 127 else { throw .malformedBody }
            place = .quoted
        default: throw .malformedBody
        }
    }

    private mutating func readQuoted(_ byte: UInt8) throws(Refusal) {
        if byte == UInt8(ascii: "\\") {
            place = .escaped
        } else if byte != 9, byte < 32 || byte == 127 {
            throw .malformedBody
        }
    }

    private func skipSpace(_ byte: UInt8) throws(Refusal) {
        guard byte == 32 || byte == 9 else { throw .malformedBody }
    }

    private mutating func leaveSpace(_ byte: UInt8, _ part: Part) throws(Refusal) {
        if byte == 32 || byte == 9 { return }
        try endPart(part, byte)
    }

    /// A part is over: what may follow it?
    private mutating func endPart(_ part: Part, _ byte: UInt8) throws(Refusal) {
        switch byte {
        case 13: place = .lineEnd(size: size)
        case UInt8(ascii: ";"): place = .name(length: 0)
        case UInt8(ascii: "=") where part == .name: place = .token(length: 0)
        case 32, 9: place = .space(after: part)
        default: throw .malformedBody
        }
    }
}

extension UInt8 {
    fileprivate var hexadecimalValue: Int? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 55
        default: nil
        }
    }
}

extension Refusal {
    static let largeExtensions = Refusal(.badRequest, "chunk extensions too large")
}
