/// Finds a statement's main verb and looks through the rest for what may not stand in it.
struct StatementReader {
    private var lexer = SQLLexer()
    private var token: SQLLexer.Token?

    mutating func classify(_ sql: Span<UInt8>) throws(StatementRefusal) -> StatementKind {
        try advance(sql)
        guard token != nil else { throw StatementRefusal(.empty, at: sql.count) }
        var isParenthesized = try skipParentheses(sql)
        let hasTables = try take("with", sql)
        if hasTables {
            try commonTables(sql)
            isParenthesized = try skipParentheses(sql) || isParenthesized
        }
        var kind = isParenthesized ? try query(sql) : try verb(sql)
        if kind == nil, !isParenthesized, !hasTables { kind = try utility(sql) }
        guard let kind else { throw refusal(.notAllowed, sql) }
        while token != nil { try step(sql) }
        return kind
    }

    /// What may stand in parentheses.
    private mutating func query(_ sql: Span<UInt8>) throws(StatementRefusal) -> StatementKind? {
        if try take("select", sql) { return .select }
        return try take("values", sql) ? .values : nil
    }

    /// What reads and writes rows. `INTO` is part of two verbs and of nothing else that is allowed.
    private mutating func verb(_ sql: Span<UInt8>) throws(StatementRefusal) -> StatementKind? {
        if try take("insert", sql) {
            try expect("into", sql)
            return .insert
        }
        if try take("merge", sql) {
            try expect("into", sql)
            return .merge
        }
        if try take("update", sql) { return .update }
        return try take("delete", sql) ? .delete : try query(sql)
    }
}

extension StatementReader {
    /// What follows `WITH`: `[RECURSIVE] name [(columns)] AS [[NOT] MATERIALIZED] (body) [SEARCH …] [CYCLE …] [, …]`.
    private mutating func commonTables(_ sql: Span<UInt8>) throws(StatementRefusal) {
        _ = try take("recursive", sql)
        repeat {
            try name(sql)
            if isSymbol("(", sql) { try group(sql) }
            try expect("as", sql)
            if try take("not", sql) { try expect("materialized", sql) } else { _ = try take("materialized", sql) }
            try body(sql)
            if try take("search", sql) { try searchClause(sql) }
            if try take("cycle", sql) { try cycleClause(sql) }
        } while try takeSymbol(",", sql)
    }

    /// `DEPTH FIRST BY a, b SET c`.
    private mutating func searchClause(_ sql: Span<UInt8>) throws(StatementRefusal) {
        if try !take("depth", sql) { try expect("breadth", sql) }
        try expect("first", sql)
        try expect("by", sql)
        try names(sql)
        try expect("set", sql)
        try name(sql)
    }

    /// `a, b SET c [TO value DEFAULT value] USING d`.
    private mutating func cycleClause(_ sql: Span<UInt8>) throws(StatementRefusal) {
        try names(sql)
        try expect("set", sql)
        try name(sql)
        if try take("to", sql) {
            try step(sql)
            try expect("default", sql)
            try step(sql)
        }
        try expect("using", sql)
        try name(sql)
    }

    /// A statement in parentheses, which may be one that has `INTO` in its verb.
    private mutating func body(_ sql: Span<UInt8>) throws(StatementRefusal) {
        guard try takeSymbol("(", sql) else { throw refusal(.notAllowed, sql) }
        if try take("insert", sql) {
            try expect("into", sql)
        } else if try take("merge", sql) {
            try expect("into", sql)
        }
        try closeGroup(sql)
    }
}

extension StatementReader {
    /// Statements that touch no rows of their own.
    private mutating func utility(_ sql: Span<UInt8>) throws(StatementRefusal) -> StatementKind? {
        if try take("copy", sql) { return try copy(sql) }
        if try take("listen", sql) { return .listen }
        if try take("unlisten", sql) { return .unlisten }
        if try take("begin", sql) { return .begin }
        if try take("start", sql) {
            try expect("transaction", sql)
            return .begin
        }
        if try take("savepoint", sql) { return .savepoint }
        if try take("release", sql) { return .release }
        if try take("commit", sql) { return try ending(.commit, sql) }
        return try take("rollback", sql) ? try ending(.rollback, sql) : nil
    }

    /// Only towards the client: a file or a program belongs to the server.
    private mutating func copy(_ sql: Span<UInt8>) throws(StatementRefusal) -> StatementKind {
        if isSymbol("(", sql) {
            try body(sql)
        } else {
            try name(sql)
            while try takeSymbol(".", sql) { try name(sql) }
            if isSymbol("(", sql) { try group(sql) }
        }
        try expect("to", sql)
        try expect("stdout", sql)
        return .copyOut
    }

    /// `COMMIT` and `ROLLBACK`: not of a prepared transaction, and not straight into the next one.
    private mutating func ending(
        _ kind: StatementKind, _ sql: Span<UInt8>
    ) throws(StatementRefusal) -> StatementKind {
        if try !take("work", sql) { _ = try take("transaction", sql) }
        if kind == .rollback, try take("to", sql) { return .rollbackToSavepoint }
        if try take("and", sql) {
            try expect("no", sql)
            try expect("chain", sql)
        }
        guard token == nil else { throw refusal(.notAllowed, sql) }
        return kind
    }
}

extension StatementReader {
    /// The next token; a `;` must be the last.
    private mutating func advance(_ sql: Span<UInt8>) throws(StatementRefusal) {
        token = try read(sql)
        guard isSymbol(";", sql) else { return }
        token = try read(sql)
        if token != nil { throw refusal(.severalStatements, sql) }
    }

    private mutating func read(_ sql: Span<UInt8>) throws(StatementRefusal) -> SQLLexer.Token? {
        do throws(SQLLexer.Fault) {
            return try lexer.next(in: sql)
        } catch {
            throw StatementRefusal(.malformed, at: min(lexer.offset, sql.count))
        }
    }

    /// Past a token that is no part of the verb, and so must not be `INTO`.
    private mutating func step(_ sql: Span<UInt8>) throws(StatementRefusal) {
        if isWord("into", sql) { throw refusal(.selectInto, sql) }
        try advance(sql)
    }

    private mutating func take(_ keyword: StaticString, _ sql: Span<UInt8>) throws(StatementRefusal) -> Bool {
        guard isWord(keyword, sql) else { return false }
        try advance(sql)
        return true
    }

    private mutating func takeSymbol(_ symbol: Unicode.Scalar, _ sql: Span<UInt8>) throws(StatementRefusal) -> Bool {
        guard isSymbol(symbol, sql) else { return false }
        try advance(sql)
        return true
    }

    private mutating func expect(_ keyword: StaticString, _ sql: Span<UInt8>) throws(StatementRefusal) {
        guard try take(keyword, sql) else { throw refusal(.notAllowed, sql) }
    }

    private mutating func skipParentheses(_ sql: Span<UInt8>) throws(StatementRefusal) -> Bool {
        let isParenthesized = isSymbol("(", sql)
        while try takeSymbol("(", sql) {}
        return isParenthesized
    }

    private mutating func name(_ sql: Span<UInt8>) throws(StatementRefusal) {
        guard token?.kind == .word || token?.kind == .quotedName else { throw refusal(.notAllowed, sql) }
        try step(sql)
    }

    private mutating func names(_ sql: Span<UInt8>) throws(StatementRefusal) {
        repeat { try name(sql) } while try takeSymbol(",", sql)
    }

    private mutating func group(_ sql: Span<UInt8>) throws(StatementRefusal) {
        _ = try takeSymbol("(", sql)
        try closeGroup(sql)
    }

    /// To the parenthesis that closes the one just taken.
    private mutating func closeGroup(_ sql: Span<UInt8>) throws(StatementRefusal) {
        var depth = 1
        while token != nil {
            if isSymbol("(", sql) { depth += 1 }
            if isSymbol(")", sql) { depth -= 1 }
            try step(sql)
            if depth == 0 { return }
        }
        throw refusal(.notAllowed, sql)
    }

    private func isWord(_ keyword: StaticString, _ sql: Span<UInt8>) -> Bool {
        guard let token, token.kind == .word else { return false }
        return sql.isKeyword(keyword, at: token.range)
    }

    private func isSymbol(_ symbol: Unicode.Scalar, _ sql: Span<UInt8>) -> Bool {
        guard let token, token.kind == .symbol else { return false }
        return sql[token.range.lowerBound] == UInt8(ascii: symbol)
    }

    private func refusal(_ code: StatementRefusal.Code, _ sql: Span<UInt8>) -> StatementRefusal {
        StatementRefusal(code, at: token?.range.lowerBound ?? sql.count)
    }
}
