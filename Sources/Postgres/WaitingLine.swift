/// Tickets without a connection, first come, first served. A place is emptied at once, so that no answer is kept alive
/// by the line its ticket stood in.
struct WaitingLine {
    private var tickets: [Ticket?] = []
    private var next = 0
    /// Somebody may have gone who stood in the line.
    var mayHoldDead = false

    var count: Int { tickets.count - next }
    var isEmpty: Bool { next == tickets.count }
    var first: Ticket? { isEmpty ? nil : tickets[next] }

    mutating func append(_ ticket: Ticket) { tickets.append(ticket) }

    mutating func removeFirst() {
        guard !isEmpty else { return }
        tickets[next] = nil
        next += 1
        if next == tickets.count {
            tickets.removeAll(keepingCapacity: true)
            next = 0
        } else if next > 256, next > tickets.count / 2 {
            tickets.removeFirst(next)
            next = 0
        }
    }

    /// Lets those go whose callers have gone: they must not keep the living out of a full line.
    mutating func dropDead() {
        guard mayHoldDead else { return }
        mayHoldDead = false
        tickets = tickets[next...].filter { $0.map { !$0.isOver } ?? false }
        next = 0
    }

    /// Those in the line, in order.
    var all: some Sequence<Ticket> { tickets[next...].lazy.compactMap(\.self) }
}

/// Orders to stop that are still to be given. Each waits for the server on a thread that others need too, so a pool
/// gives them one after another: a server that hangs holds one thread, not all.
struct CancellationLine {
    private var cancellers: [Canceller] = []
    var isBusy = false

    mutating func append(_ canceller: Canceller) { if cancellers.count < 64 { cancellers.append(canceller) } }

    mutating func next() -> Canceller? { isBusy || cancellers.isEmpty ? nil : cancellers.removeFirst() }
}
