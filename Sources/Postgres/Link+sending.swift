import EventLoop
import SQL

extension Link {
    /// Says a ticket's statements in one go. What cannot be said whole is not begun: its ticket fails and still ends in
    /// its turn.
    func submit(_ ticket: Ticket) {
        enlist(ticket)
        let place = ticket.kind.place
        var prelude: StatementCache.Entry?
        var query: StatementCache.Entry?
        do throws(PostgresError) {
            if let statement = ticket.prelude { prelude = try prepare(statement, place) }
            if let statement = ticket.query { query = try prepare(statement, place) }
            if !ticket.more.isEmpty { try prepareMore(of: ticket, place) }
            ticket.isRead = ticket.more.isEmpty && query?.reads ?? false && prelude?.reads ?? true
            if let statement = ticket.prelude { run(statement, prelude, kept: false) }
            if let statement = ticket.query { run(statement, query, kept: true) }
            for statement in ticket.more { run(statement, statements.entry(of: statement), kept: true) }
        } catch {
            ticket.fail(error)
        }
        sync(last: true)
        flushLater()
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
        outgoing.parse(entry.name, query.sql, entry.types)
        outgoing.describe(entry.name)
        machine.expect(.prepare(statement: index))
        sync(last: false)
        return entry
    }

    private func run(_ query: Query, _ entry: StatementCache.Entry?, kept: Bool) {
        guard let entry else { return }
        outgoing.run(entry.name, query.binds)
        machine.expect(.statement(kept: kept))
        executing.add(entry)
    }

    private func sync(last: Bool) {
        outgoing.sync()
        machine.expect(.sync(last: last))
    }
}

/// The statements under way on a connection, in order.
struct ExecutingStatements {
    private var entries: [StatementCache.Entry] = []
    private var next = 0

    mutating func add(_ entry: StatementCache.Entry) { entries.append(entry) }

    /// The one in front, which has ended.
    mutating func take() -> StatementCache.Entry? {
        guard next < entries.count else { return nil }
        let entry = entries[next]
        next += 1
        if next == entries.count {
            entries.removeAll(keepingCapacity: true)
            next = 0
        }
        return entry
    }
}
