import EventLoop
import SQL

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
    /// Begins. False when the connection is not fit for it.
    func beginCopy(_ sql: String) -> Bool {
        guard isOpen, tickets.isEmpty, machine.isIdle, copying == nil else { return false }
        outgoing.parse(.none, sql, [])
        outgoing.run(.none, [])
        outgoing.sync()
        copying = .starting
        return true
    }

    /// Adds what has come to the piece, until it is full.
    func readCopy(into piece: inout [UInt8], upTo size: Int) throws(PostgresError) -> CopyStep {
        while isOpen {
            if piece.count >= size { return .full }
            guard let message = incoming.next() else {
                if incoming.isNonsense { throw PostgresError(.protocolViolation) }
                return .wait
            }
            if unsafe try take(message.type, message.body, into: &piece) { return .ended }
        }
        throw PostgresError(.connectionLost, "the connection broke during a copy")
    }

    /// True at the very end, when the connection is as it was before.
    private func take(
        _ type: UInt8, _ body: UnsafeRawBufferPointer, into piece: inout [UInt8]
    ) throws(PostgresError) -> Bool {
        switch (type, copying) {
        case (UInt8(ascii: "H"), .starting): copying = .streaming
        case (UInt8(ascii: "d"), .streaming): unsafe piece.append(contentsOf: body)
        case (UInt8(ascii: "c"), .streaming), (UInt8(ascii: "C"), _): copying = .finishing
        case (UInt8(ascii: "Z"), .finishing):
            transactionState = unsafe body.first ?? 0
            copying = nil
            watch(.readable)
            return true
        case (UInt8(ascii: "E"), _):
            copying = .finishing
            throw unsafe ServerMessage(body).error
        case (UInt8(ascii: "1"), .starting), (UInt8(ascii: "2"), .starting): break
        case (UInt8(ascii: "N"), _), (UInt8(ascii: "S"), _), (UInt8(ascii: "A"), _): break
        default: throw PostgresError(.protocolViolation, "the server said what no copy says")
        }
        return false
    }

    /// The ticket is told when there is more to read. Until then, and while the rows are dealt with, nothing is read:
    /// the server waits for whoever takes the rows.
    func awaitData(_ ticket: Ticket) {
        tickets.append(ticket)
        watch([.readable, .once])
        flush()
    }

    func dataArrived() {
        if tickets.isEmpty { return }
        flush()
        guard isOpen, let wire else { return }
        repeat {
            switch unsafe incoming.receive(wire.receive) {
            case .broken: return lose()
            case .crossed: return readAfterWriting()
            case .moved, .wait: break
            }
        } while wire.hasMore
        finishFront()
    }
}
