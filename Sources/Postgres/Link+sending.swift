import CPostgres
import EventLoop
import SQL

extension Link {
    /// Sends a ticket's statements in one go. What cannot be sent whole is not begun: its ticket fails and still ends
    /// in its turn. A connection that breaks on the way takes its tickets with it.
    func submit(_ ticket: Ticket) {
        enlist(ticket)
        let place = ticket.kind.place
        var prelude: StatementCache.Entry?
        var query: StatementCache.Entry?
        var sent = true
        do throws(PostgresError) {
            if let statement = ticket.prelude { prelude = try prepare(statement, place) }
            if let statement = ticket.query { query = try prepare(statement, place) }
            if !ticket.more.isEmpty { try prepareMore(of: ticket, place) }
            ticket.isRead = ticket.more.isEmpty && query?.reads ?? false && prelude?.reads ?? true
            if let statement = ticket.prelude { sent = execute(statement, prelude, kept: false) }
            if let statement = ticket.query { sent = sent && execute(statement, query, kept: true) }
            for statement in ticket.more {
                sent = sent && execute(statement, statements.entry(of: statement), kept: true)
            }
        } catch {
            ticket.fail(error)
        }
        if !(sent && sync(last: true)) { lose() }
    }

    private func enlist(_ ticket: Ticket) {
        if tickets.isEmpty { frontSince = loop.now }
        if ticket.kind == .shared, !ticket.isQuick { unhurried += 1 }
        tickets.append(ticket)
    }

    private func prepareMore(of ticket: Ticket, _ place: StatementRules.Place) throws(PostgresError) {
        for statement in ticket.more { _ = try prepare(statement, place) }
        for statement in ticket.more where statements.entry(of: statement) == nil {
            throw StatementRules.refusal(statement, "another statement of the same request has its hash")
        }
    }

    /// The statement in the cache. A new one is sent ahead, in a segment of its own: what it was prepared
    /// for may fail without it.
    private func prepare(_ query: Query, _ place: StatementRules.Place) throws(PostgresError) -> StatementCache.Entry {
        try StatementRules.checkSize(of: query)
        if let known = statements.entry(of: query) {
            guard known.place <= place else { throw StatementRules.misplaced(query, place) }
            return known
        }
        let kind = try StatementRules.kind(of: query)
        guard StatementRules.place(of: kind) <= place else { throw StatementRules.misplaced(query, place) }
        let (index, entry) = statements.add(query, kind)
        try send(index, entry, query)
        return entry
    }

    private func send(_ index: Int, _ entry: StatementCache.Entry, _ query: Query) throws(PostgresError) {
        let types = entry.types
        guard unsafe PQsendPrepare(connection, entry.name, query.sql, Int32(types.count), types) == 1 else {
            statements.forget(index)
            throw PostgresError(.connectionLost, libraryMessage)
        }
        machine.expect(.prepare(statement: index))
        guard sync(last: false) else { throw PostgresError(.connectionLost, libraryMessage) }
    }

    private func execute(_ query: Query, _ entry: StatementCache.Entry?, kept: Bool) -> Bool {
        guard let name = entry?.name else { return false }
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
