/// What must be known of a message before it is offered.
public struct MailFacts: Sendable, Hashable {
    /// Its bytes.
    public var size: Int
    /// True when bytes above 127 are in it.
    public var isEightBit: Bool
    /// True when its fields hold UTF-8 as such.
    public var needsSMTPUTF8: Bool

    /// As given.
    public init(size: Int, isEightBit: Bool = false, needsSMTPUTF8: Bool = false) {
        (self.size, self.isEightBit, self.needsSMTPUTF8) = (size, isEightBit, needsSMTPUTF8)
    }
}

/// A message's bytes, wherever they are: fields, an empty line, the body, every line ended by CR LF.
public protocol MailContent: Sendable {
    /// What is known of it.
    var facts: MailFacts { get }
    /// Lends the bytes piece by piece, in order. A server that got half of it takes nothing.
    func forEachPiece(_ body: (ArraySlice<UInt8>) async throws(SMTPError) -> Void) async throws(SMTPError)
}

/// A whole message in memory, checked: CR LF only, no NUL, no line over 998 bytes, a head.
public struct MailBytes: MailContent {
    /// The message.
    public let bytes: [UInt8]
    /// What is known of it.
    public let facts: MailFacts
    /// Where the body starts.
    package let bodyStart: Int
    let isEightBitBody: Bool

    /// A message from anywhere.
    public init(_ bytes: [UInt8]) throws(MailFault) {
        let scan = try MailScan(bytes.span)
        self.bytes = bytes
        bodyStart = scan.bodyStart
        isEightBitBody = scan.isEightBitBody
        facts = MailFacts(size: bytes.count, isEightBit: scan.isEightBit, needsSMTPUTF8: scan.hasEightBitHead)
    }

    /// Lends all of it.
    public func forEachPiece(
        _ body: (ArraySlice<UInt8>) async throws(SMTPError) -> Void
    ) async throws(SMTPError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try await body(rest.prefix(64 * 1024))
            rest = rest.dropFirst(64 * 1024)
        }
    }
}

/// One look at all bytes of a message.
struct MailScan {
    private(set) var bodyStart = 0
    private(set) var isEightBitBody = false
    private(set) var hasEightBitHead = false
    var isEightBit: Bool { isEightBitBody || hasEightBitHead }

    init(_ bytes: Span<UInt8>) throws(MailFault) {
        var lineStart = 0
        var index = 0
        var high: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            high |= byte
            if byte == 13 {
                guard index + 1 < bytes.count, bytes[index + 1] == 10 else { throw MailFault(.lines, "CR alone") }
                guard index - lineStart <= 998 else { throw MailFault(.lines, "a line of \(index - lineStart) bytes") }
                index += 2
                if lineStart + 2 == index, bodyStart == 0 { try endHead(index, &high) }
                lineStart = index
                continue
            }
            guard byte != 10, byte != 0 else { throw MailFault(.lines, byte == 0 ? "NUL" : "LF alone") }
            index += 1
        }
        guard bytes.count - lineStart <= 998 else { throw MailFault(.lines, "a line too long") }
        guard bodyStart > 0 else { throw MailFault(.lines, "no end of the head") }
        isEightBitBody = high >= 0x80
    }

    private mutating func endHead(_ end: Int, _ high: inout UInt8) throws(MailFault) {
        guard end > 2 else { throw MailFault(.lines, "no head") }
        (bodyStart, hasEightBitHead) = (end, high >= 0x80)
        high = 0
    }
}
