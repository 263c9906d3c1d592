import CPostgres
import EventLoop
import SQL

extension Link {
    func receive() {
        guard consume() else { return lose() }
        while isOpen, !machine.isIdle, unsafe PQisBusy(connection) == 0 {
            unsafe take(PQgetResult(connection))
        }
        guard isOpen, machine.isIdle else { return }
        // At rest the server speaks only to give notice or to say that it ends; asking lets the library read it.
        _ = unsafe PQisBusy(connection)
        if unsafe PQstatus(connection) != CONNECTION_OK { lose() }
    }

    /// Reads what is there. The encryption layer may keep the end of a record that did not fit; no event tells of it,
    /// so it is asked a second time.
    func consume() -> Bool {
        guard unsafe PQconsumeInput(connection) == 1 else { return false }
        return unsafe !isEncrypted || PQconsumeInput(connection) == 1
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
                unsafe ticket.keep(Rows(ServerAnswer(result)))
                kept = true
            }
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
        if unsafe error.sqlState == .unknownStatement || ServerMessage.saysPlanIsStale(result) {
            ticket.isStale = true
            forgetStatements(of: ticket)
        }
        ticket.fail(error)
    }

    private func forgetStatements(of ticket: Ticket) {
        for query in [ticket.prelude, ticket.query] + ticket.more {
            if let query, let index = statements.index(of: query) { statements.forget(index) }
        }
    }

    func finishFront() {
        guard let ticket = tickets.first else { return lose() }
        tickets.removeFirst()
        if ticket.kind == .shared, !ticket.isQuick { unhurried -= 1 }
        let took = loop.now &- frontSince
        frontSince = loop.now
        owner.finished(ticket, on: self, after: took)
    }
}
