/// What a server answered: a number, perhaps a finer one, and lines for people.
public struct SMTPReply: Sendable, Hashable, CustomStringConvertible {
    /// 200…599.
    public let code: UInt16
    /// RFC 3463's number at the start of the text.
    public let enhanced: EnhancedStatus?
    /// The text of each line, without the numbers; other people's words, with controls replaced.
    public let lines: [String]

    init(code: UInt16, lines: [String]) {
        (self.code, self.lines) = (code, lines)
        enhanced = lines.first.flatMap(EnhancedStatus.init(startOf:)).flatMap { $0.kind == code / 100 ? $0 : nil }
    }

    /// It worked.
    public var isSuccess: Bool { code / 100 == 2 }
    /// It did not work now, and may later.
    public var isTransient: Bool { code / 100 == 4 }
    /// It will not work.
    public var isPermanent: Bool { code / 100 == 5 }

    /// In one line, for a ledger.
    public var description: String { "\(code) \(lines.joined(separator: " / "))" }
}

/// RFC 3463's `class.subject.detail`.
public struct EnhancedStatus: Sendable, Hashable, CustomStringConvertible {
    /// 2, 4 or 5.
    public let kind: UInt16
    /// What it is about, as 1 for addresses.
    public let subject: UInt16
    /// What exactly.
    public let detail: UInt16

    /// The numbers at the start of a text; nil when there are none.
    init?(startOf text: String) {
        let word = text.prefix { $0 != " " }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, word.utf8.allSatisfy({ $0 == 46 || (48...57).contains($0) }),
            let kind = UInt16(parts[0]), [2, 4, 5].contains(kind), parts[1].count <= 3, parts[2].count <= 3,
            let subject = UInt16(parts[1]), let detail = UInt16(parts[2])
        else { return nil }
        (self.kind, self.subject, self.detail) = (kind, subject, detail)
    }

    /// As it came.
    public var description: String { "\(kind).\(subject).\(detail)" }
}

/// Puts a reply together from its lines, of which there may be so many and no more.
package struct SMTPReplyParser {
    package static let lineLimit = 2048
    package static let lineCount = 128
    private var code: UInt16?
    private var lines: [String] = []

    package init() {}

    /// One more line; the reply when it was the last.
    package mutating func add(_ line: [UInt8]) throws(SMTPError) -> SMTPReply? {
        guard let code = Self.code(line) else { throw SMTPError(.protocolViolation, "a line without a number") }
        guard self.code == nil || self.code == code else {
            throw SMTPError(.protocolViolation, "two numbers in a reply")
        }
        guard lines.count < Self.lineCount else { throw SMTPError(.protocolViolation, "a reply without end") }
        self.code = code
        lines.append(Self.text(line.dropFirst(4)))
        if line.count > 3, line[3] == UInt8(ascii: "-") { return nil }
        return SMTPReply(code: code, lines: lines)
    }

    private static func code(_ line: [UInt8]) -> UInt16? {
        guard line.count >= 3, line[..<3].allSatisfy({ (48...57).contains($0) }), (50...53).contains(line[0]) else {
            return nil
        }
        guard line.count == 3 || line[3] == UInt8(ascii: " ") || line[3] == UInt8(ascii: "-") else { return nil }
        return line[..<3].reduce(0) { $0 * 10 + UInt16($1 - 48) }
    }

    /// The text goes to ledgers and logs: it may not start lines there.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.isPlain ? $0 : " " })
        return String(text)
    }
}
