import CPostgres
import EventLoop
import SQL

extension Link {
    /// Sends a ticket's statements in one go. What cannot be sent whole is not begun: its ticket fails and still ends
    /// in its turn. A connection that breaks on the way takes its tickets with it.
    func submit(_ ticket: Ticket) {
        tickets.append(ticket)
        let isAlone = ticket.kind != .shared
        var prelude = 0
        var query = 0
        var sent = true
        do throws(PostgresError) {
            if let statement = ticket.prelude { prelude = try prepare(statement, isAlone) }
            if let statement = ticket.query { query = try prepare(statement, isAlone) }
            if !ticket.more.isEmpty { try prepareMore(of: ticket, isAlone) }
            if let statement = ticket.prelude { sent = execute(statement, prelude, kept: false) }
            if let statement = ticket.query { sent = sent && execute(statement, query, kept: true) }
            for statement in ticket.more {
                sent = sent && execute(statement, statements.index(of: statement) ?? -1, kept: true)
            }
        } catch {
            ticket.fail(error)
        }
        if !(sent && sync(last: true)) { lose() }
    }

    private func prepareMore(of ticket: Ticket, _ isAlone: Bool) throws(PostgresError) {
        for statement in ticket.more { _ = try prepare(statement, isAlone) }
        for statement in ticket.more where statements.index(of: statement) == nil {
            throw StatementRules.refusal(statement, "another statement of the same request has its hash")
        }
    }

    /// The place of the statement in the cache. A new one is sent ahead, in a segment of its own: what it was prepared
    /// for may fail without it.
    private func prepare(_ query: Query, _ isAlone: Bool) throws(PostgresError) -> Int {
        try StatementRules.checkSize(of: query)
        if let index = statements.index(of: query) {
            guard isAlone || statements[index]?.place == .anywhere else { throw StatementRules.notShared(query) }
            return index
        }
        let place = try StatementRules.place(of: query)
        guard isAlone || place == .anywhere else { throw StatementRules.notShared(query) }
        let index = statements.add(query, place)
        try send(index, query)
        return index
    }

    private func send(_ index: Int, _ query: Query) throws(PostgresError) {
        guard let entry = statements[index] else { return }
        let types = entry.types
        guard unsafe PQsendPrepare(connection, entry.name, query.sql, Int32(types.count), types) == 1 else {
            statements.forget(index)
            throw PostgresError(.connectionLost, libraryMessage)
        }
        machine.expect(.prepare(statement: index))
        guard sync(last: false) else { throw PostgresError(.connectionLost, libraryMessage) }
    }

    private func execute(_ query: Query, _ index: Int, kept: Bool) -> Bool {
        guard let name = statements[index]?.name else { return false }
        let count = Int32(truncatingIfNeeded: query.binds.count)
        let sent = unsafe binds.withBinds(query.binds) { values, lengths, formats in
            unsafe PQsendQueryPrepared(connection, name, count, values, lengths, formats, 0)
        }
        if sent { machine.expect(.statement(kept: kept)) }
        return sent
    }

    private func sync(last: Bool) -> Bool {
        guard unsafe PQpipelineSync(connection) == 1 else { return false }
        machine.expect(.sync(last: last))
        if !wantsWrite, unsafe PQflush(connection) == 1 { watch([.readable, .writable]) }
        return isOpen
    }
}
