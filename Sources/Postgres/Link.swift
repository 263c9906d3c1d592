import CPostgres
import EventLoop
import SQL

/// One connection: the shell around libpq in pipeline mode, `PipelineMachine` and the statement cache.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class Link: Selectable, @unchecked Sendable {
    /// What the pool is told.
    protocol Owner: AnyObject {
        func opened(_ link: Link)
        func finished(_ ticket: Ticket, on link: Link)
        func lost(_ link: Link, _ error: PostgresError)
    }

    let slot: Int
    let openDeadline: UInt64
    private let loop: Loop
    private let binds: BindBuffer
    private unowned let owner: any Owner
    private var connection: OpaquePointer?
    private var registration: Registration?
    private var descriptor: Int32 = -1
    private var machine = PipelineMachine()
    private(set) var statements = StatementCache()
    private(set) var tickets: [Ticket] = []
    private(set) var isOpen = false
    private var wantsWrite = false

    init(slot: Int, loop: Loop, binds: BindBuffer, owner: any Owner, openDeadline: UInt64) {
        (self.slot, self.loop, self.binds, self.owner) = (slot, loop, binds, owner)
        self.openDeadline = openDeadline
        unsafe connection = nil
    }

    deinit { if let connection = unsafe connection { unsafe PQfinish(connection) } }

    // MARK: Opening

    /// Begins to connect. Numeric addresses and sockets only: a name would be looked up here, on the loop.
    func open(_ parameters: ConnectionParameters) {
        unsafe connection = unsafe parameters.start()
        guard let connection = unsafe connection, unsafe PQstatus(connection) != CONNECTION_BAD else { return lose() }
        unsafe PQsetnonblocking(connection, 1)
        _ = unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
        watch(writing: true)
    }

    private func continueOpening() {
        switch unsafe PQconnectPoll(connection) {
        case PGRES_POLLING_READING: watch(writing: false)
        case PGRES_POLLING_WRITING: watch(writing: true)
        case PGRES_POLLING_OK: becomeOpen()
        default: lose()
        }
    }

    private func becomeOpen() {
        guard unsafe PQenterPipelineMode(connection) == 1 else { return lose() }
        isOpen = true
        watch(writing: false)
        owner.opened(self)
    }

    /// libpq may change its socket while it connects, so the descriptor is compared each time.
    private func watch(writing: Bool) {
        let current = unsafe PQsocket(connection)
        let interest: Readiness = writing ? (isOpen ? [.readable, .writable] : .writable) : .readable
        wantsWrite = writing
        do {
            if let registration, current == descriptor {
                try loop.change(registration, descriptor, interest)
            } else {
                unwatch()
                descriptor = current
                registration = try loop.watch(current, interest, self)
            }
        } catch {
            lose()
        }
    }

    private func unwatch() {
        guard let registration else { return }
        loop.forget(registration, descriptor)
        self.registration = nil
    }

    // MARK: Sending

    /// Sends a ticket's statements in one go. False when the connection broke on the way.
    func submit(_ ticket: Ticket) -> Bool {
        tickets.append(ticket)
        do {
            let alone = ticket.kind != .shared
            if let prelude = ticket.prelude { try prepareIfNew(prelude, alone) }
            if let query = ticket.query { try prepareIfNew(query, alone) }
            for query in ticket.more { try prepareIfNew(query, alone) }
        } catch {
            // Nothing of the ticket's own has been sent; what was prepared for it stays useful.
            ticket.fail(error)
            return end(ofRefused: ticket)
        }
        var sent = true
        if let prelude = ticket.prelude { sent = execute(prelude, kept: false) }
        if let query = ticket.query { sent = sent && execute(query, kept: true) }
        for query in ticket.more { sent = sent && execute(query, kept: true) }
        sent = sent && sync(last: true)
        if !sent { lose() }
        return sent
    }

    /// A refused ticket still owes its end, in its turn.
    private func end(ofRefused ticket: Ticket) -> Bool {
        let sent = sync(last: true)
        if !sent { lose() }
        return sent
    }

    private func prepareIfNew(_ query: Query, _ alone: Bool) throws(PostgresError) {
        if let known = statements.known(query) {
            guard alone || known.place == .anywhere else {
                throw StatementRules.refusal(query, "not on a shared connection")
            }
            return
        }
        let place = try StatementRules.place(of: query)
        guard alone || place == .anywhere else { throw StatementRules.refusal(query, "not on a shared connection") }
        let index = statements.add(query, place)
        guard let entry = statements[index] else { return }
        let types = entry.types
        let sent = unsafe PQsendPrepare(connection, entry.name, query.sql, Int32(types.count), types)
        guard sent == 1 else { throw PostgresError(.connectionLost, libraryMessage) }
        machine.expect(.prepare(statement: index))
        guard sync(last: false) else { throw PostgresError(.connectionLost, libraryMessage) }
    }

    private func execute(_ query: Query, kept: Bool) -> Bool {
        guard let entry = statements.known(query) else { return false }
        let count = Int32(truncatingIfNeeded: query.binds.count)
        let sent = unsafe binds.withBinds(query.binds) { values, lengths, formats in
            unsafe PQsendQueryPrepared(connection, entry.name, count, values, lengths, formats, 0)
        }
        if sent { machine.expect(.statement(kept: kept)) }
        return sent
    }

    private func sync(last: Bool) -> Bool {
        guard unsafe PQpipelineSync(connection) == 1 else { return false }
        machine.expect(.sync(last: last))
        if !wantsWrite, unsafe PQflush(connection) == 1 { watch(writing: true) }
        return true
    }

    // MARK: Receiving

    func ready(_ readiness: Readiness) {
        guard unsafe connection != nil else { return }
        guard isOpen else { return continueOpening() }
        if wantsWrite, readiness.contains(.writable) { finishWriting() }
        if !readiness.isDisjoint(with: [.readable, .failed]) { receive() }
    }

    private func finishWriting() {
        switch unsafe PQflush(connection) {
        case 0: watch(writing: false)
        case 1: break
        default: lose()
        }
    }

    private func receive() {
        guard unsafe PQconsumeInput(connection) == 1 else { return lose() }
        while isOpen, !machine.isIdle, unsafe PQisBusy(connection) == 0 {
            unsafe take(PQgetResult(connection))
        }
        // At rest the server speaks only to say that it ends.
        if isOpen, machine.isIdle, unsafe PQstatus(connection) != CONNECTION_OK { lose() }
    }

    private func take(_ result: OpaquePointer?) {
        guard let result = unsafe result else { return unsafe act(machine.handle(.endOfStatement), nil) }
        let event: PipelineMachine.Event
        switch unsafe PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: event = .rows
        case PGRES_PIPELINE_SYNC: event = .sync
        case PGRES_PIPELINE_ABORTED: event = .skipped
        default: event = .failure
        }
        unsafe act(machine.handle(event), result)
    }

    private func act(_ action: PipelineMachine.Action, _ result: OpaquePointer?) {
        var kept = false
        switch action {
        case .proceed, .dropRows: break
        case .keepRows:
            if let result = unsafe result, let ticket = tickets.first, !ticket.isOver {
                unsafe ticket.keep(Rows(result))
                kept = true
            }
        case .prepared: break
        case .prepareFailed(let statement):
            let sql = statements[statement]?.shape.sql
            statements.forget(statement)
            unsafe failFront(result, sql)
        case .fail: unsafe failFront(result, nil)
        case .finishTicket: finishFront()
        case .violation:
            tickets.first?.fail(PostgresError(.protocolViolation, libraryMessage))
            lose()
        }
        if !kept, let result = unsafe result { unsafe PQclear(result) }
    }

    private func failFront(_ result: OpaquePointer?, _ sql: String?) {
        guard let ticket = tickets.first, let result = unsafe result else { return }
        var error = unsafe ServerMessage.error(in: result)
        error.statement = sql ?? ticket.query?.sql
        // The server ended this connection's process: whatever was under way is undone with it.
        ticket.fail(error)
    }

    private func finishFront() {
        let ticket = tickets.removeFirst()
        owner.finished(ticket, on: self)
    }

    // MARK: State and end

    /// Nothing is owed and no transaction is open: fit to be handed on.
    var isClean: Bool {
        guard isOpen, tickets.isEmpty, machine.isIdle else { return false }
        return unsafe PQtransactionStatus(connection) == PQTRANS_IDLE
    }

    /// What is needed to tell the server to stop the statement under way, from another thread.
    func canceller() -> Canceller? { unsafe Canceller(connection) }

    private var libraryMessage: String {
        guard let connection = unsafe connection, let message = unsafe PQerrorMessage(connection) else { return "" }
        return unsafe String(cString: message)
    }

    private func lose() {
        let wasOpening = !isOpen
        let error = PostgresError(wasOpening ? .unavailable : .connectionLost, libraryMessage)
        close()
        owner.lost(self, error)
    }

    /// Hands out the tickets that will get no answer here.
    func takeTickets() -> [Ticket] {
        defer { tickets = [] }
        return tickets
    }

    func close() {
        isOpen = false
        unwatch()
        guard let connection = unsafe self.connection else { return }
        unsafe self.connection = nil
        unsafe PQfinish(connection)
    }
}
