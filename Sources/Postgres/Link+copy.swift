import CPostgres
import EventLoop
import Glibc

/// How far a `COPY … TO STDOUT` has come.
enum CopyState: Equatable {
    /// Sent; the server has not answered yet. Goes to `streaming`, `finishing`.
    case starting
    /// Rows come. Goes to `finishing`.
    case streaming
    /// All rows are here, or there was an error; the end is still to be read.
    case finishing
}

/// What a look at a running copy found.
enum CopyStep {
    /// The piece is full; there may be more.
    case full
    /// Nothing more is here yet.
    case wait
    /// The copy is over.
    case ended
}

extension Link {
    /// Leaves pipeline mode, which knows no COPY, and begins. False when the connection is not fit for it.
    func beginCopy(_ sql: String) -> Bool {
        guard isOpen, tickets.isEmpty, machine.isIdle, copying == nil, unsafe PQexitPipelineMode(connection) == 1,
            unsafe PQsendQueryParams(connection, sql, 0, nil, nil, nil, nil, 0) == 1
        else { return false }
        copying = .starting
        return unsafe PQflush(connection) >= 0
    }

    /// Adds what has come to the piece, until it is full.
    func readCopy(into piece: inout [UInt8], upTo size: Int) throws(PostgresError) -> CopyStep {
        while isOpen {
            switch copying {
            case .starting:
                guard unsafe PQisBusy(connection) == 0 else { return .wait }
                try beginStream()
            case .streaming:
                if piece.count >= size { return .full }
                guard readRow(into: &piece) else { return .wait }
            case .finishing:
                guard unsafe PQisBusy(connection) == 0 else { return .wait }
                if try readEnd() { return .ended }
            case nil: return .ended
            }
        }
        throw PostgresError(.connectionLost, "the connection broke during a copy")
    }

    private func beginStream() throws(PostgresError) {
        let result = unsafe PQgetResult(connection)
        defer { unsafe PQclear(result) }
        copying = .finishing
        guard let result = unsafe result else { return }
        switch unsafe PQresultStatus(result) {
        case PGRES_COPY_OUT: copying = .streaming
        case PGRES_COMMAND_OK: break
        default: throw unsafe ServerMessage.error(in: result)
        }
    }

    /// True when there was a row, or the end of them.
    private func readRow(into piece: inout [UInt8]) -> Bool {
        var row: UnsafeMutablePointer<CChar>?
        let count = unsafe PQgetCopyData(connection, &row, 1)
        guard count != 0 else { return false }
        guard count > 0, let row = unsafe row else {
            copying = .finishing
            return true
        }
        unsafe row.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
            unsafe piece.append(contentsOf: UnsafeBufferPointer(start: $0, count: Int(count)))
        }
        unsafe PQfreemem(row)
        return true
    }

    /// True at the very end, when the connection is in pipeline mode again.
    private func readEnd() throws(PostgresError) -> Bool {
        if let result = unsafe PQgetResult(connection) {
            defer { unsafe PQclear(result) }
            guard unsafe PQresultStatus(result) == PGRES_COMMAND_OK else {
                throw unsafe ServerMessage.error(in: result)
            }
            return false
        }
        guard unsafe PQenterPipelineMode(connection) == 1 else { throw PostgresError(.connectionLost, libraryMessage) }
        copying = nil
        watch(.readable)
        return true
    }

    /// The ticket is told when there is more to read. Until then, and while the rows are dealt with, nothing is read:
    /// the server waits for whoever takes the rows.
    func awaitData(_ ticket: Ticket) {
        tickets.append(ticket)
        let isFlushed = unsafe PQflush(connection) == 0
        watch(isFlushed ? [.readable, .once] : [.readable, .writable, .once])
    }

    func dataArrived() {
        if tickets.isEmpty { return }
        guard unsafe PQflush(connection) >= 0, consume() else { return lose() }
        finishFront()
    }
}
