/// Reads the words of one tag, one ahead.
struct TagReader {
    private let bytes: [UInt8]
    private let closer: (UInt8, UInt8)
    /// Where the next word begins.
    private(set) var offset: Int
    /// Where what follows the word taken last begins.
    private(set) var index: Int
    private(set) var next = TagToken.close
    /// How many words were read.
    private(set) var count = 0

    /// `start` is behind the opening braces.
    init(_ bytes: [UInt8], from start: Int, isBlock: Bool) throws(ReadingFault) {
        self.bytes = bytes
        closer = (isBlock ? UInt8(ascii: "%") : UInt8(ascii: "}"), UInt8(ascii: "}"))
        (offset, index) = (start, start)
        try advance()
    }

    /// Takes the next word.
    mutating func take() throws(ReadingFault) -> TagToken {
        let token = next
        if token != .close { try advance() }
        return token
    }

    /// Takes it if it is this symbol.
    mutating func take(symbol: String) throws(ReadingFault) -> Bool {
        guard next == .symbol(symbol) else { return false }
        try advance()
        return true
    }

    /// Takes it if it is this word.
    mutating func take(word: String) throws(ReadingFault) -> Bool {
        guard next == .name(word) else { return false }
        try advance()
        return true
    }

    /// A fault at the next word.
    func unexpected() -> ReadingFault {
        switch next {
        case .name(let word), .text(let word), .symbol(let word): ReadingFault(.unexpected(word.shortened), offset)
        case .number: ReadingFault(.unexpected("123"), offset)
        case .close: ReadingFault(.unexpected(closer.0 == UInt8(ascii: "%") ? "%}" : "}}"), offset)
        }
    }

    private mutating func advance() throws(ReadingFault) {
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        offset = index
        count += 1
        guard index < bytes.count else { throw ReadingFault(.unclosedTag, index) }
        let byte = bytes[index]
        if byte == closer.0, index + 1 < bytes.count, bytes[index + 1] == closer.1 {
            index += 2
            next = .close
        } else if byte.isNameStart {
            next = .name(word(while: \.isNamePart))
        } else if byte.isDigit || byte == UInt8(ascii: "-") {
            next = .number(try number())
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            next = .text(try quoted(byte))
        } else {
            next = .symbol(symbol())
        }
    }

    private mutating func word(while holds: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, holds(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func number() throws(ReadingFault) -> DecimalNumber {
        let start = index
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var (units, places, isFraction, digits) = (Int64(0), 0, false, 0)
        while index < bytes.count, bytes[index].isDigit || bytes[index] == UInt8(ascii: ".") && !isFraction {
            if bytes[index] == UInt8(ascii: ".") {
                isFraction = true
            } else {
                let (product, overflow) = units.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(Int64(bytes[index] &- 48))
                guard !overflow, !carry else { throw ReadingFault(.badNumber, start) }
                (units, digits) = (sum, digits + 1)
                if isFraction { places += 1 }
            }
            index += 1
        }
        guard digits > 0, !isFraction || places > 0,
            let number = DecimalNumber(units: isNegative ? -units : units, places: places)
        else { throw ReadingFault(.badNumber, start) }
        return number
    }

    private mutating func quoted(_ quote: UInt8) throws(ReadingFault) -> String {
        let start = index + 1
        var end = start
        while end < bytes.count, bytes[end] != quote {
            guard bytes[end] != 0x0A else { throw ReadingFault(.unclosedText, index) }
            end += 1
        }
        guard end < bytes.count else { throw ReadingFault(.unclosedText, index) }
        index = end + 1
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// A comparison, or whatever single character stands there.
    private mutating func symbol() -> String {
        let byte = bytes[index]
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "="), "=!<>".utf8.contains(byte) {
            index += 2
            return String(decoding: [byte, UInt8(ascii: "=")], as: UTF8.self)
        }
        let start = index
        index += 1
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}

/// A fault at an offset, until it is told as line and column.
struct ReadingFault: Error {
    let kind: TemplateFault.Kind
    let offset: Int

    init(_ kind: TemplateFault.Kind, _ offset: Int) { (self.kind, self.offset) = (kind, offset) }
}

extension String {
    /// What a message may quote.
    var shortened: String { utf8.count <= 60 ? self : String(prefix(40)) + "…" }
}

extension UInt8 {
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
    var isDigit: Bool { self &- 48 <= 9 }
    var isNameStart: Bool { (self | 0x20) &- 97 <= 25 || self == UInt8(ascii: "_") }
    var isNamePart: Bool { isNameStart || isDigit }
}
