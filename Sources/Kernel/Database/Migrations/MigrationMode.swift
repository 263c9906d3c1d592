/// How a migration is run, as the first lines of its file say.
public enum MigrationMode: Sendable, Hashable {
    /// In a transaction of its own.
    case transaction
    /// One statement that refuses to be in a transaction: `-- konak: outside a transaction`.
    case outside
    /// Once for each tenant, in a transaction that has entered it: `-- konak: for each tenant`. Afterwards the query of
    /// `-- konak: must be empty: SELECT …` finds nothing; the wall would let a backfill that sees no row pass as done.
    case eachTenant(mustBeEmpty: String)

    /// Reads the marks at the head of a script.
    init(script: String) throws(MigrationMarkFault) {
        let marks = Self.marks(of: script)
        switch marks.first {
        case nil: self = .transaction
        case "outside a transaction":
            guard marks.count == 1 else { throw .unknown(marks[1]) }
            guard StatementCount.of(script) == 1 else { throw .notOneStatement }
            self = .outside
        case "for each tenant":
            guard marks.count > 1 else { throw .noCheck }
            guard marks.count == 2, marks[1].hasPrefix(Self.check) else { throw .unknown(marks[marks.count - 1]) }
            self = .eachTenant(mustBeEmpty: String(marks[1].dropFirst(Self.check.count)))
        case let mark?: throw .unknown(mark)
        }
    }

    private static let check = "must be empty: SELECT "
    private static let prefix = "-- konak:"

    /// Comments may stand between them, statements may not: a mark further down would be overlooked, so it is refused.
    private static func marks(of script: String) -> [String] {
        lines(of: script).map { line in
            var text = line.dropFirst(prefix.count)
            while text.first == " " { text.removeFirst() }
            while text.last == " " { text.removeLast() }
            return String(text)
        }
    }

    /// The lines that begin as marks do. Byte by byte, and none is kept that does not: every start reads all migrations.
    private static func lines(of script: String) -> [String] {
        let span = script.utf8Span.span
        var found: [String] = []
        var start = 0
        while start < span.count {
            var end = start
            while end < span.count, span[end] != UInt8(ascii: "\n"), span[end] != UInt8(ascii: "\r") { end += 1 }
            if span[start] == UInt8(ascii: "-") {
                let line = span.extracting(start..<end)
                let text = unsafe line.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
                if text.hasPrefix(prefix) { found.append(text) }
            }
            start = end + 1
        }
        return found
    }
}

/// What is wrong with the marks of a migration.
public enum MigrationMarkFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// A mark that means nothing here.
    case unknown(String)
    /// More than one statement, or none, where one is run outside a transaction.
    case notOneStatement
    /// A data migration that does not say what must be empty afterwards.
    case noCheck

    /// What to say after the name of the file.
    public var description: String {
        switch self {
        case .unknown(let mark): "bears a mark that means nothing: \(mark)"
        case .notOneStatement: "must hold one statement, for it runs outside a transaction"
        case .noCheck: "needs a line `-- konak: must be empty: SELECT …` that proves it reached the rows"
        }
    }
}
