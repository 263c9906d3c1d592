import EventLoop
import SQL

extension Link {
    func receive() {
        var rounds = 0
        while isOpen, let wire {
            let outcome = unsafe incoming.receive(wire.receive)
            while isOpen, let message = incoming.next() { unsafe take(message.type, message.body) }
            guard isOpen else { return }
            if incoming.isNonsense { return violate() }
            switch outcome {
            case .broken: return lose()
            case .wait: return
            case .crossed: return readAfterWriting()
            case .moved:
                rounds += 1
                // Much that comes at once must not hold up the loop; what encryption holds back has no event of its own.
                guard wire.hasMore || incoming.isFull else { return }
                if rounds == 16 { return wire.hasMore ? receiveLater() : () }
            }
        }
    }

    private func take(_ type: UInt8, _ body: UnsafeRawBufferPointer) {
        switch type {
        case UInt8(ascii: "D"): unsafe takeRow(body)
        case UInt8(ascii: "C"): unsafe endStatement(body)
        case UInt8(ascii: "I"): unsafe endStatement(UnsafeRawBufferPointer(start: nil, count: 0))
        case UInt8(ascii: "Z"): unsafe endSegment(body)
        case UInt8(ascii: "T"): unsafe described(AnswerColumns(body))
        case UInt8(ascii: "n"): described(AnswerColumns.none)
        case UInt8(ascii: "E"): unsafe takeError(ServerMessage(body))
        // Parsed, bound, the types of binds; notices, settings, notifications.
        case UInt8(ascii: "1"), UInt8(ascii: "2"), UInt8(ascii: "t"): break
        case UInt8(ascii: "N"), UInt8(ascii: "S"), UInt8(ascii: "A"): break
        default: violate()
        }
    }

    private func violate() {
        tickets.first?.fail(PostgresError(.protocolViolation, "the server said what was not expected"))
        lose()
    }

    // MARK: Preparing

    private func described(_ columns: AnswerColumns?) {
        guard let columns, case .prepare(let statement) = machine.current else { return violate() }
        statements[statement]?.columns = columns
        act(machine.handle(.rows), nil)
        act(machine.handle(.endOfStatement), nil)
    }

    // MARK: Rows

    private func takeRow(_ body: UnsafeRawBufferPointer) {
        guard case .statement(let kept) = machine.current else { return violate() }
        guard kept, let ticket = tickets.first, !ticket.isOver else { return }
        guard unsafe rows.add(body) else { return violate() }
    }

    private func endStatement(_ tag: UnsafeRawBufferPointer) {
        guard let entry = executing.take() else { return violate() }
        var reader = unsafe MessageReader(tag)
        switch machine.handle(.rows) {
        case .keepRows: keepRows(entry.columns, tag: reader.text() ?? "")
        case .dropRows: break
        default: return violate()
        }
        if isOpen { act(machine.handle(.endOfStatement), nil) }
    }

    private func keepRows(_ columns: AnswerColumns?, tag: String) {
        defer { rows.reset() }
        guard let ticket = tickets.first, !ticket.isOver else { return }
        guard let columns, rows.places.count == rows.count * columns.names.count else { return violate() }
        ticket.keep(Rows(ServerAnswer(columns, rows, tag: tag)))
    }

    // MARK: Errors and ends

    private func endSegment(_ body: UnsafeRawBufferPointer) {
        guard let state = unsafe body.first else { return violate() }
        transactionState = state
        act(machine.handle(.sync), nil)
    }

    /// The server passes over all that follows until the segment ends, without a word.
    private func takeError(_ message: ServerMessage) {
        lastWords = message.error
        if machine.isIdle { return message.isFatal ? lose() : () }
        rows.reset()
        if case .statement = machine.current { _ = executing.take() }
        act(machine.handle(.failure), message)
        if isOpen { act(machine.handle(.endOfStatement), nil) }
        while isOpen, !machine.isAtSync {
            if case .statement = machine.current { _ = executing.take() }
            act(machine.handle(.skipped), message)
            if isOpen { act(machine.handle(.endOfStatement), nil) }
        }
        if isOpen, message.isFatal { lose() }
    }

    private func act(_ action: PipelineMachine.Action, _ message: ServerMessage?) {
        switch action {
        case .proceed, .dropRows, .keepRows: break
        case .prepareFailed(let statement):
            let sql = statements[statement]?.shape.sql
            statements.forget(statement)
            failFront(message, sql)
        case .fail: failFront(message, nil)
        case .finishTicket: finishFront()
        case .violation: violate()
        }
    }

    private func failFront(_ message: ServerMessage?, _ sql: String?) {
        guard let ticket = tickets.first, let message else { return }
        var error = message.error
        error.statement = sql ?? ticket.query?.sql
        if error.sqlState == .unknownStatement || message.saysPlanIsStale {
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
