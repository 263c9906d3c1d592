import HTTP

/// A name server's message, as far as it matters: head, question, answers.
public struct DNSReply: Sendable {
    /// Which question it answers.
    public let id: UInt16
    /// True when it did not fit; then the same is asked by TCP.
    public let isTruncated: Bool
    /// 0 is fine, 3 is a name that does not exist.
    public let code: UInt8
    /// The question it repeats; nil when it is none of ours.
    public let question: DNSQuestion?
    /// The answers of the kinds that are asked for.
    public let records: [DNSRecord]

    private static let mostRecords = 256

    /// Reads a message; anything may be in it.
    public init(parsing bytes: [UInt8]) throws(DNSError) {
        guard bytes.count <= 65_535 else { throw DNSError(.malformed, "too long") }
        var reader = DNSReader(bytes)
        id = try reader.uint16()
        let (flags, questions, answers) = (try reader.uint16(), try reader.uint16(), try reader.uint16())
        _ = try reader.uint32()
        // An answer, to a standard query.
        guard flags & 0xf800 == 0x8000, questions == 1 else { throw DNSError(.malformed, "no answer to a query") }
        guard Int(answers) <= Self.mostRecords else { throw DNSError(.malformed, "too many records") }
        (isTruncated, code) = (flags & 0x0200 != 0, UInt8(flags & 0xf))
        let name = try reader.name()
        let (type, space) = (try reader.uint16(), try reader.uint16())
        question = name.flatMap { name in
            space == 1 ? DNSType(rawValue: type).map { DNSQuestion(name, $0) } : nil
        }
        records = try Self.records(isTruncated ? 0 : answers, &reader)
    }

    private static func records(_ count: UInt16, _ reader: inout DNSReader) throws(DNSError) -> [DNSRecord] {
        var records: [DNSRecord] = []
        for _ in 0..<count {
            if let record = try DNSRecord(&reader) { records.append(record) }
        }
        return records
    }

    /// True when this answers that question, asked under that number.
    public func answers(_ question: DNSQuestion, id: UInt16) -> Bool { self.id == id && self.question == question }
}

/// What a reply comes to once its aliases are followed.
public struct DNSAnswer: Sendable, Hashable {
    /// What was found of the kind asked for.
    public var values: [DNSRecord.Value] = []
    /// For how many seconds it holds.
    public var seconds: UInt32 = .max
    /// The name the reply leads to without saying more of it: to be asked next.
    public var next: DNSName?
}

extension DNSReply {
    /// No chain of aliases is longer.
    public static let mostAliases = 8

    /// Follows the aliases in this reply from the question's name. Records of other names are not looked at: nobody asked.
    public func answer(to question: DNSQuestion) throws(DNSError) -> DNSAnswer {
        var (answer, name) = (DNSAnswer(), question.name)
        for step in 0...Self.mostAliases {
            let own = records.filter { $0.name == name }
            let found = own.filter { $0.value.isOf(question.type) }
            answer.seconds = own.map(\.seconds).reduce(answer.seconds, min)
            guard found.isEmpty, question.type != .alias, let next = own.lazy.compactMap(\.value.alias).first else {
                answer.values = found.map(\.value)
                answer.next = found.isEmpty && step > 0 && code == 0 ? name : nil
                return answer
            }
            name = next
        }
        throw DNSError(.aliases, "more than \(Self.mostAliases) in a row")
    }
}

extension DNSRecord.Value {
    var alias: DNSName? {
        if case .alias(let name) = self { name } else { nil }
    }

    func isOf(_ type: DNSType) -> Bool {
        switch (self, type) {
        case (.address(let address), .a): address.isV4
        case (.address(let address), .aaaa): !address.isV4
        case (.alias, .alias), (.text, .text): true
        default: false
        }
    }
}

extension IPAddress {
    var isV4: Bool {
        if case .v4 = self { true } else { false }
    }
}
