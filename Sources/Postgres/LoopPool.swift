import EventLoop
import SQL

/// The connections of one loop, and those who wait for one. The shell around `PoolMachine`.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
final class LoopPool: @unchecked Sendable {
    let loop: Loop
    let settings: PostgresSettings
    let parameters: ConnectionParameters
    let blocking: BlockingPool
    var machine: PoolMachine
    var links: [Link?]
    var waiting = WaitingLine()
    var pace = StatementPace()
    var ticking = false
    var lastFailure: PostgresError?
    var cancellations = CancellationLine()
    var counters = PoolCounters()
    private var stopped = false
    /// The usual timeout in nanoseconds: to divide a `Duration` for every ticket would cost as much as a malloc.
    private let timeout: UInt64

    init(loop: Loop, settings: PostgresSettings, blocking: BlockingPool) {
        (self.loop, self.settings, self.blocking) = (loop, settings, blocking)
        parameters = ConnectionParameters(settings)
        timeout = settings.timeout.clippedNanoseconds
        machine = PoolMachine(connections: settings.connectionsPerLoop, depth: settings.depth)
        links = Array(repeating: nil, count: max(settings.connectionsPerLoop, 1))
    }

    // MARK: Asking

    func ticket(
        _ kind: Ticket.Kind, prelude: consuming Query? = nil, query: consuming Query? = nil, more: [Query] = [],
        timeout: Duration?
    ) -> Ticket {
        if let observer = settings.observer {
            if let prelude { observer(prelude) }
            if let query { observer(query) }
            for query in more { observer(query) }
        }
        return Ticket(
            kind: kind, prelude: prelude, query: query, more: more, asked: loop.now,
            deadline: loop.now &+ (timeout?.clippedNanoseconds ?? self.timeout))
    }

    /// Runs a ticket to its end; again when a neighbour's end took it along, which had no effect by then. Inlined like
    /// `wait`.
    @inline(__always)
    func run(_ first: Ticket) async throws(PostgresError) -> Ticket {
        counters.tickets &+= 1
        var ticket = first
        while true {
            if Task.isCancelled {
                ticket.fail(PostgresError(.cancelled))
            } else {
                if enqueue(ticket), ticket.isQuick { await waitBriefly(for: ticket) } else { await wait(for: ticket) }
            }
            guard let error = ticket.error else { return ticket }
            guard ticket.mayBeTriedAgain(now: loop.now) else {
                counters.failures &+= 1
                // Stopped in a neighbour's stead, and no time left for another attempt.
                throw ticket.disturbed && error.sqlState == .queryCancelled ? PostgresError(.timeout) : error
            }
            counters.repeated &+= 1
            ticket = Ticket(again: ticket)
        }
    }

    /// Inlined: each return from an async function takes the lock of the task's records.
    @inline(__always)
    private func wait(for ticket: Ticket) async {
        if ticket.isOver { return }
        await withTaskCancellationHandler {
            await unsafe withUnsafeContinuation { unsafe ticket.resume($0) }
        } onCancel: {
            Task(executorPreference: loop) { self.abandon(ticket, PostgresError(.cancelled)) }
        }
    }

    /// For what is under way and will be answered in a moment: a handler of cancellation would cost it more than its way
    /// through the pool, so whether it was cancelled is asked at the next tick, if it is still there.
    @inline(__always)
    private func waitBriefly(for ticket: Ticket) async {
        if ticket.isOver { return }
        unsafe withUnsafeCurrentTask { unsafe ticket.caller = $0 }
        await unsafe withUnsafeContinuation { unsafe ticket.resume($0) }
    }

    /// True when it is on its way already.
    private func enqueue(_ ticket: Ticket) -> Bool {
        if waiting.isEmpty, place(ticket) {
            startTicking()
            return true
        }
        if waiting.count >= settings.waiting { waiting.dropDead() }
        guard !stopped, waiting.count < settings.waiting else {
            ticket.fail(PostgresError(.unavailable, stopped ? "the pool has stopped" : "too many wait"))
            ticket.finish()
            return false
        }
        waiting.append(ticket)
        openIfNeeded()
        startTicking()
        return false
    }

    // MARK: Placing

    /// Gives the ticket a connection, if one may take it now.
    private func place(_ ticket: Ticket) -> Bool {
        if ticket.kind == .exclusive {
            guard let link = acquireExclusive() else { return false }
            ticket.link = link
            ticket.finish()
        } else {
            guard let link = joinQuick(ticket) ?? acquireShared() else { return false }
            if machine.idleCount == 0 { openIfNeeded() }
            link.submit(ticket)
        }
        return true
    }

    /// What is handed on is looked at once more: idle and clean, or closed instead.
    private func acquireExclusive() -> Link? {
        while let slot = machine.acquireExclusive() {
            if let link = links[slot], link.isClean { return link }
            refuse(slot)
        }
        return nil
    }

    /// Quick reads fill the connections they flow through before they wake another; all else spreads out.
    private func joinQuick(_ ticket: Ticket) -> Link? {
        guard ticket.more.isEmpty, let query = ticket.query else { return nil }
        ticket.isQuick = pace.isQuick(query.shapeHash)
        guard ticket.isQuick else { return nil }
        let slot = machine.joinShared(upTo: settings.quickDepth) { links[$0]?.isFlowing ?? false }
        return slot.flatMap { links[$0] }
    }

    private func acquireShared() -> Link? {
        while let slot = machine.acquireShared() {
            if let link = links[slot], !link.tickets.isEmpty || link.isClean { return link }
            refuse(slot)
        }
        return nil
    }

    private func refuse(_ slot: Int) {
        counters.refusedAtHandOver &+= 1
        if let link = links[slot] { close(link) } else { machine.closed(slot) }
    }

    /// Lets those who wait have what has come free, first come, first served: a borrower who needs a connection alone
    /// is not overtaken by those who would share it.
    func pump() {
        while let ticket = waiting.first {
            if !ticket.isOver, !place(ticket) { return }
            waiting.removeFirst()
        }
    }

    // MARK: Lending

    /// Runs a ticket on a lent connection.
    func run(_ ticket: Ticket, on link: Link) async throws(PostgresError) -> Ticket {
        counters.tickets &+= 1
        try checkLent(link)
        link.submit(ticket)
        return try await finish(ticket)
    }

    /// Waits until there is more to read of a copy.
    func waitForData(on link: Link, timeout: Duration?) async throws(PostgresError) {
        try checkLent(link)
        let ticket = ticket(.within, timeout: timeout)
        link.awaitData(ticket)
        _ = try await finish(ticket)
    }

    /// A connection whose statement was given up is on its way out; an order to stop may still hit what follows.
    private func checkLent(_ link: Link) throws(PostgresError) {
        if Task.isCancelled { throw PostgresError(.cancelled) }
        guard links[link.slot] === link, machine.slots[link.slot] == .exclusive else {
            throw PostgresError(.connectionLost, "the connection was closed after a failure")
        }
    }

    private func finish(_ ticket: Ticket) async throws(PostgresError) -> Ticket {
        startTicking()
        await wait(for: ticket)
        guard let error = ticket.error else { return ticket }
        counters.failures &+= 1
        throw error
    }

    /// Takes back a lent connection. It is handed on only idle and clean.
    func giveBack(_ link: Link) {
        guard links[link.slot] === link else { return }
        if link.isClean, !link.statements.isFull, machine.slots[link.slot] == .exclusive {
            machine.finishedExclusive(link.slot)
        } else {
            if !link.tickets.isEmpty || link.copying != nil { stopStatement(of: link) }
            counters.discarded &+= 1
            close(link)
        }
        settle()
    }

    // MARK: End

    var isAway: Bool { machine.isAway(now: loop.now) }
    var openConnections: Int { machine.openCount }

    func stop() {
        stopped = true
        machine.stop()
        while let ticket = waiting.first {
            waiting.removeFirst()
            ticket.fail(PostgresError(.unavailable, "the pool has stopped"))
            ticket.finish()
        }
        for link in links { if let link { close(link) } }
    }
}
