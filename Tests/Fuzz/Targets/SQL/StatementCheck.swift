import SQL

/// A statement that is let through is one statement and of the kind it begins with, whatever comments and quotes hide.
enum StatementCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let kind = kind(of: input)
        try hold(self.kind(of: Array("/* /**/ */ -- x\n".utf8) + input) == kind, "a comment before it changes nothing")
        try checkBinds(input.repaired)
        guard let kind else { return }
        try hold(self.kind(of: input + [10]) == kind, "a line's end behind it changes nothing")
        for tail in ["\n; DROP TABLE x", "\n INTO x", "\n/**/;--\n;", "\n'", "\n\"", "\n/*", "\n$tag$", "\0"] {
            try hold(self.kind(of: input + Array(tail.utf8)) == nil, "nothing is let through with \(tail) behind it")
        }
        try hold(!input.contains(0), "no zero byte is let through")
        let word = PlainSQL.firstWord(of: input)
        try hold(words[kind]?.contains(word) == true, "a \(kind.rawValue) does not begin with \(word)")
    }

    private static let words: [StatementKind: Set<String>] = [
        .select: ["select", "with"], .values: ["values", "with"], .insert: ["insert", "with"],
        .update: ["update", "with"], .delete: ["delete", "with"], .merge: ["merge", "with"], .copyOut: ["copy"],
        .listen: ["listen"], .unlisten: ["unlisten"], .begin: ["begin", "start"], .commit: ["commit"],
        .rollback: ["rollback"], .savepoint: ["savepoint"], .release: ["release"], .rollbackToSavepoint: ["rollback"],
    ]

    private static func kind(of sql: [UInt8]) -> StatementKind? { try? StatementKind.classify(sql.span) }

    /// Values never become text, and a part's binds move up without changing what it is.
    private static func checkBinds(_ text: String) throws(BrokenPromise) {
        let query: Query = "SELECT \(text) WHERE x = \(text.utf8.count)"
        try hold(query.sql == "SELECT $1 WHERE x = $2" && query.binds.count == 2, "a value is a bind")
        let part = Query(unsafeSQL: text, binds: [.bool(true)])
        let (kept, moved): (Query, Query) = ("\(fragment: part)", "\(1)\n\(fragment: part)")
        try hold(kept.sql == text, "a part alone stays as it is")
        let tail = Array(moved.sql.utf8.dropFirst(2))
        try hold(kind(of: tail) == kind(of: Array(text.utf8)), "moving binds up changes no kind")
        guard let name = Identifier(parsing: text) else { return }
        try hold(
            name.quoted.utf8.allSatisfy { $0 == 0x22 || $0 == 0x2E || $0 == 0x5F || $0 >= 0x30 }, "a name is plain")
    }
}

/// SQL as far as its first word, read apart from the driver's lexer.
enum PlainSQL {
    /// In small letters; empty when there is none.
    static func firstWord(of sql: [UInt8]) -> String {
        var index = 0
        while index < sql.count {
            if sql.has("--", at: index) {
                while index < sql.count, sql[index] != 10, sql[index] != 13 { index += 1 }
            } else if sql.has("/*", at: index) {
                index = endOfComment(sql, from: index)
            } else if sql[index] == 0x28 || sql[index] == 0x20 || (9...13).contains(sql[index]) {
                index += 1
            } else {
                break
            }
        }
        return Array(sql[index...].prefix { (0x61...0x7A).contains($0 | 0x20) }).lowered.repaired
    }

    private static func endOfComment(_ sql: [UInt8], from start: Int) -> Int {
        var (index, depth) = (start, 0)
        repeat {
            depth += sql.has("/*", at: index) ? 1 : sql.has("*/", at: index) ? -1 : 0
            index += sql.has("/*", at: index) || sql.has("*/", at: index) ? 2 : 1
        } while depth > 0 && index < sql.count
        return index
    }
}
