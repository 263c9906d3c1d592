import EventLoop
import SQL

extension LoopPool: TimerTarget {
    func startTicking() {
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
        settle()
        let busy = !waiting.isEmpty || links.contains { $0.map { !$0.isOpen || !$0.tickets.isEmpty } ?? false }
        if busy { startTicking() }
    }

    private func expireWaiting(_ now: UInt64) {
        let patience = machine.isAway(now: now) ? settings.awayTimeout.clippedNanoseconds : .max
        for ticket in waiting.all where !ticket.isOver && (now >= ticket.deadline || now &- ticket.asked >= patience) {
            ticket.fail(PostgresError(.unavailable, lastFailure?.message ?? "no connection came free in time"))
            ticket.finish()
            waiting.mayHoldDead = true
        }
    }

    private func expire(_ link: Link, _ now: UInt64) {
        if !link.isOpen, now >= link.openDeadline {
            lost(link, PostgresError(.unavailable, "the server did not answer in time"))
            return link.close()
        }
        for ticket in link.tickets where !ticket.isOver {
            if now >= ticket.deadline { abandon(ticket, PostgresError(.timeout)) }
            if ticket.isUnwanted { abandon(ticket, PostgresError(.cancelled)) }
        }
        stopIfForNobody(link, now)
        letOthersPass(link, now)
        // Told to stop two seconds ago and still at it: the server is not there any more.
        if let front = link.tickets.first, front.cancelSent, now &- front.abandonedAt >= 2_000_000_000 {
            lost(link, PostgresError(.connectionLost, "the server did not stop when told to"))
            link.close()
        }
    }

    /// What nobody waits for any more is stopped only when it has kept its connection for long: a connection costs far
    /// more than the rest of a quick answer. It closes after that, as the order to stop may arrive late.
    private func stopIfForNobody(_ link: Link, _ now: UInt64) {
        guard let front = link.tickets.first, front.kind == .shared, front.isOver, !front.cancelSent,
            now &- link.frontSince >= Self.longEnough
        else { return }
        machine.retire(link.slot)
        stopFront(of: link)
    }

    private static var longEnough: UInt64 { 100_000_000 }

    /// A read that was quick so far is held up (a lock, a cold page) and holds up those who joined it: it is stopped,
    /// which undoes it whole, and tried again on a connection where nobody waits for it.
    private func letOthersPass(_ link: Link, _ now: UInt64) {
        guard link.tickets.count > 1, let front = link.tickets.first, front.isQuick, !front.isOver, !front.madeWay,
            now &- link.frontSince >= Self.tooLongForOthers
        else { return }
        front.madeWay = true
        if let hash = front.query?.shapeHash { pace.note(hash, took: Self.tooLongForOthers) }
        // The order to stop may arrive late and hit those behind, and it must not meet whoever comes after them.
        for ticket in link.tickets { ticket.disturbed = true }
        machine.retire(link.slot)
        stopStatement(of: link)
    }

    private static var tooLongForOthers: UInt64 { 250_000_000 }

    /// The caller goes on without an answer, which is dropped when it comes. A lent connection finishes what it has and
    /// is closed: the order to stop may arrive late and must not hit the work of somebody else.
    func abandon(_ ticket: Ticket, _ error: PostgresError) {
        guard !ticket.isOver else { return }
        ticket.fail(error)
        ticket.abandonedAt = loop.now
        ticket.finish()
        if ticket.kind == .shared {
            waiting.mayHoldDead = true
        } else if let link = links.first(where: { $0?.tickets.contains { $0 === ticket } ?? false }) ?? nil {
            machine.retire(link.slot)
            stopFront(of: link)
        }
        pump()
    }

    /// The server is told to stop only what it is doing now, so the order waits until the ticket's turn has come. It
    /// may still arrive late and hit those behind, who are tried again elsewhere.
    func stopFront(of link: Link) {
        guard let front = link.tickets.first, front.abandonedAt > 0, !front.cancelSent else { return }
        front.cancelSent = true
        front.abandonedAt = loop.now
        for neighbour in link.tickets.dropFirst() { neighbour.disturbed = true }
        stopStatement(of: link)
    }

    func stopStatement(of link: Link) {
        guard let canceller = link.canceller() else { return }
        counters.cancelled &+= 1
        cancellations.append(canceller)
        sendCancellation()
    }

    private func sendCancellation() {
        guard let canceller = cancellations.next() else { return }
        cancellations.isBusy = true
        let accepted = blocking.submit { [self, loop] in
            canceller.run()
            Task(executorPreference: loop) { self.cancellationSent() }
        }
        if !accepted { cancellations.isBusy = false }
    }

    private func cancellationSent() {
        cancellations.isBusy = false
        sendCancellation()
    }
}
