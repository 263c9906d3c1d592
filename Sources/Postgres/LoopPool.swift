// Long: one queue and its connections; every part of it changes both.
import EventLoop
import SQL

/// The connections of one loop, and those who wait for one. The shell around `PoolMachine`.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
final class LoopPool: Link.Owner, TimerTarget, @unchecked Sendable {
    let loop: Loop
    private let settings: PostgresSettings
    private let parameters: ConnectionParameters
    private let blocking: BlockingPool
    private let binds = BindBuffer()
    private var machine: PoolMachine
    private var links: [Link?]
    private var waiting: [Ticket] = []
    private var nextWaiting = 0
    private var ticking = false
    private var stopped = false
    private var lastFailure: PostgresError?
    private(set) var counters = PoolCounters()

    init(loop: Loop, settings: PostgresSettings, blocking: BlockingPool) {
        (self.loop, self.settings, self.blocking) = (loop, settings, blocking)
        parameters = ConnectionParameters(settings)
        machine = PoolMachine(connections: settings.connectionsPerLoop, depth: settings.depth)
        links = Array(repeating: nil, count: max(settings.connectionsPerLoop, 1))
        waiting.reserveCapacity(64)
    }

    // MARK: Asking

    func ticket(
        _ kind: Ticket.Kind, prelude: Query?, query: Query?, more: [Query] = [], timeout: Duration?
    ) -> Ticket {
        Ticket(
            kind: kind, prelude: prelude, query: query, more: more,
            deadline: loop.deadline(in: timeout ?? settings.timeout))
    }

    /// Runs a ticket to its end; a second time when a neighbour's end took it along, which had no effect by then.
    func run(_ ticket: Ticket) async throws(PostgresError) -> Ticket {
        counters.tickets &+= 1
        await attempt(ticket)
        guard let error = ticket.error else { return ticket }
        guard mayTryAgain(ticket, error) else {
            counters.failures &+= 1
            throw error
        }
        let second = Ticket(again: ticket)
        await attempt(second)
        if let error = second.error { throw error }
        return second
    }

    private func mayTryAgain(_ ticket: Ticket, _ error: PostgresError) -> Bool {
        ticket.kind == .shared && ticket.attempts == 1 && !ticket.cancelSent
            && (error.sqlState == .queryCancelled && loop.now < ticket.deadline || error.sqlState == .unknownStatement)
    }

    private func attempt(_ ticket: Ticket) async {
        enqueue(ticket)
        if ticket.isOver { return }
        await withTaskCancellationHandler {
            await ticket.wait()
        } onCancel: {
            Task(executorPreference: loop) { self.abandon(ticket, PostgresError(.cancelled)) }
        }
    }

    private func enqueue(_ ticket: Ticket) {
        if nextWaiting == waiting.count, place(ticket) { return startTicking() }
        guard !ticket.isOver else { return }
        guard !stopped, waiting.count - nextWaiting < settings.waiting else {
            ticket.fail(PostgresError(.unavailable, stopped ? "the pool has stopped" : "too many wait"))
            return ticket.finish()
        }
        waiting.append(ticket)
        openIfNeeded()
        startTicking()
    }

    /// Gives the ticket a connection, if one may take it now.
    private func place(_ ticket: Ticket) -> Bool {
        if ticket.kind == .exclusive {
            guard let slot = machine.acquireExclusive(), let link = links[slot] else { return false }
            ticket.link = link
            ticket.finish()
            return true
        }
        guard let slot = machine.acquireShared(), let link = links[slot] else { return false }
        if machine.idleCount == 0 { openIfNeeded() }
        _ = link.submit(ticket)
        return true
    }

    private func pump() {
        while nextWaiting < waiting.count {
            let ticket = waiting[nextWaiting]
            if !ticket.isOver, !place(ticket) { break }
            nextWaiting += 1
        }
        if nextWaiting == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            nextWaiting = 0
        } else if nextWaiting > 256 {
            waiting.removeFirst(nextWaiting)
            nextWaiting = 0
        }
    }

    // MARK: Connections

    func openIfNeeded() {
        guard let slot = machine.slotToOpen(now: loop.now) else { return }
        let link = Link(
            slot: slot, loop: loop, binds: binds, owner: self,
            openDeadline: loop.deadline(in: settings.connectTimeout))
        links[slot] = link
        startTicking()
        link.open(parameters)
    }

    func opened(_ link: Link) {
        counters.opened &+= 1
        lastFailure = nil
        machine.opened(link.slot)
        pump()
    }

    func finished(_ ticket: Ticket, on link: Link) {
        if ticket.kind == .shared {
            let atRest = machine.finishedShared(link.slot)
            if atRest, !link.isClean { return discard(link, ending: ticket) }
        }
        ticket.finish()
        if link.tickets.isEmpty, machine.slots[link.slot] == .retiring { close(link) }
        if link.statements.isFull, machine.slots[link.slot] == .idle { close(link) }
        pump()
        openIfNeeded(waitingOnly: true)
    }

    private func openIfNeeded(waitingOnly: Bool) { if nextWaiting < waiting.count { openIfNeeded() } }

    private func discard(_ link: Link, ending ticket: Ticket) {
        ticket.finish()
        counters.discarded &+= 1
        close(link)
        pump()
    }

    private func close(_ link: Link) {
        guard links[link.slot] === link else { return }
        links[link.slot] = nil
        machine.closed(link.slot)
        link.close()
        failTickets(of: link, PostgresError(.connectionLost, "the connection was closed"))
    }

    func lost(_ link: Link, _ error: PostgresError) {
        guard links[link.slot] === link else { return failTickets(of: link, error) }
        lastFailure = error
        links[link.slot] = nil
        if machine.slots[link.slot] == .opening {
            machine.openingFailed(link.slot, now: loop.now)
        } else {
            counters.lost &+= 1
            machine.closed(link.slot)
        }
        failTickets(of: link, error)
        startTicking()
    }

    private func failTickets(of link: Link, _ error: PostgresError) {
        for ticket in link.takeTickets() {
            ticket.fail(error)
            ticket.finish()
        }
    }

    // MARK: Lending

    /// Takes back a lent connection. It is handed on only idle and clean.
    func giveBack(_ link: Link) {
        guard links[link.slot] === link else { return }
        if link.isClean, !link.statements.isFull, machine.slots[link.slot] == .exclusive {
            machine.finishedExclusive(link.slot)
        } else {
            counters.discarded &+= 1
            close(link)
        }
        pump()
        openIfNeeded(waitingOnly: true)
    }

    /// Runs a ticket on a lent connection.
    func run(_ ticket: Ticket, on link: Link) async throws(PostgresError) -> Ticket {
        counters.tickets &+= 1
        guard links[link.slot] === link else { throw PostgresError(.connectionLost, "the connection is gone") }
        _ = link.submit(ticket)
        startTicking()
        await withTaskCancellationHandler {
            await ticket.wait()
        } onCancel: {
            Task(executorPreference: loop) { self.abandon(ticket, PostgresError(.cancelled)) }
        }
        if let error = ticket.error { throw error }
        return ticket
    }

    // MARK: Time

    private func startTicking() {
        guard !ticking else { return }
        ticking = true
        _ = loop.timer(at: loop.deadline(in: .milliseconds(50)), self)
    }

    /// Twenty times a second while there is anything to wait for: overdue tickets, overdue openings, the next attempt.
    func timerFired() {
        ticking = false
        let now = loop.now
        expireWaiting(now)
        for link in links { if let link { expire(link, now) } }
        if nextWaiting < waiting.count { openIfNeeded() }
        let busy =
            nextWaiting < waiting.count || links.contains { $0.map { !$0.isOpen || !$0.tickets.isEmpty } ?? false }
        if busy { startTicking() }
    }

    private func expireWaiting(_ now: UInt64) {
        let away = machine.isAway(now: now) ? settings.awayTimeout.clippedNanoseconds : nil
        let patience = settings.timeout.clippedNanoseconds
        for ticket in waiting[nextWaiting...] where !ticket.isOver {
            let asked = ticket.deadline &- patience
            let overdue = now >= ticket.deadline || away.map { now >= asked &+ $0 } ?? false
            guard overdue else { continue }
            ticket.fail(PostgresError(.unavailable, lastFailure?.message ?? "no connection came free in time"))
            ticket.finish()
        }
        pump()
    }

    private func expire(_ link: Link, _ now: UInt64) {
        if !link.isOpen, now >= link.openDeadline {
            lost(link, PostgresError(.unavailable, "the server did not answer in time"))
            return link.close()
        }
        for ticket in link.tickets where !ticket.isOver && now >= ticket.deadline {
            abandon(ticket, PostgresError(.timeout))
        }
        // Told to stop two seconds ago and still at it: the server is not there any more.
        if let front = link.tickets.first, front.isOver, now >= front.deadline &+ 2_000_000_000 {
            lost(link, PostgresError(.connectionLost, "the server did not stop when told to"))
            link.close()
        }
    }

    /// The caller goes on without an answer. Its connection finishes what it has and is closed: the order to stop may
    /// arrive late and must not hit the work of somebody else.
    private func abandon(_ ticket: Ticket, _ error: PostgresError) {
        guard !ticket.isOver else { return }
        ticket.fail(error)
        if let link = links.first(where: { $0?.tickets.contains { $0 === ticket } ?? false }) ?? nil {
            ticket.cancelSent = true
            machine.retire(link.slot)
            counters.cancelled &+= 1
            if let canceller = link.canceller() { _ = blocking.submit { canceller.run() } }
        }
        ticket.finish()
        pump()
    }

    // MARK: End

    var isAway: Bool { machine.isAway(now: loop.now) }
    var openConnections: Int { machine.openCount }

    func stop() {
        stopped = true
        machine.stop()
        for ticket in waiting[nextWaiting...] {
            ticket.fail(PostgresError(.unavailable, "the pool has stopped"))
            ticket.finish()
        }
        waiting = []
        nextWaiting = 0
        for link in links { if let link { close(link) } }
    }
}

/// What a pool has counted.
public struct PoolCounters: Sendable {
    /// Pieces of work handed in.
    public internal(set) var tickets: UInt64 = 0
    /// Those that failed.
    public internal(set) var failures: UInt64 = 0
    /// Connections opened.
    public internal(set) var opened: UInt64 = 0
    /// Connections that broke.
    public internal(set) var lost: UInt64 = 0
    /// Connections closed because they came back unclean.
    public internal(set) var discarded: UInt64 = 0
    /// Statements the server was told to stop.
    public internal(set) var cancelled: UInt64 = 0

    static func + (left: PoolCounters, right: PoolCounters) -> PoolCounters {
        var sum = left
        sum.tickets &+= right.tickets
        sum.failures &+= right.failures
        sum.opened &+= right.opened
        sum.lost &+= right.lost
        sum.discarded &+= right.discarded
        sum.cancelled &+= right.cancelled
        return sum
    }
}
