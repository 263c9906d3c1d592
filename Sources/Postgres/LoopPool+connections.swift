import EventLoop
import SQL

extension LoopPool: Link.Owner {
    func openIfNeeded() {
        guard let slot = machine.slotToOpen(now: loop.now) else { return }
        let link = Link(
            slot: slot, loop: loop, owner: self,
            openDeadline: loop.deadline(in: settings.connectTimeout))
        links[slot] = link
        startTicking()
        if parameters.needsLookUp { lookUp(for: link) } else { link.open(parameters) }
    }

    /// Names are looked up elsewhere: the resolver waits for other machines.
    private func lookUp(for link: Link) {
        let accepted = blocking.submit { [self, parameters] in
            let found = parameters.lookedUp()
            Task(executorPreference: loop) { self.open(link, found) }
        }
        if !accepted { lost(link, PostgresError(.unavailable, "no thread is free to look up the server's name")) }
    }

    private func open(_ link: Link, _ found: Result<ConnectionParameters, PostgresError>) {
        guard links[link.slot] === link else { return }
        switch found {
        case .success(let parameters): link.open(parameters)
        case .failure(let error): lost(link, error)
        }
    }

    func opened(_ link: Link) {
        counters.opened &+= 1
        lastFailure = nil
        machine.opened(link.slot)
        pump()
    }

    func finished(_ ticket: Ticket, on link: Link, after nanoseconds: UInt64) {
        let slot = link.slot
        if ticket.isRead { note(ticket, nanoseconds) }
        let cameToRest = ticket.kind == .shared && machine.finishedShared(slot)
        ticket.finish()
        if cameToRest, !link.isClean {
            counters.discarded &+= 1
            close(link)
        } else if ticket.kind == .shared, link.statements.isFull {
            machine.retire(slot)
        }
        if machine.slots[slot] == .retiring { goOnRetiring(link) }
        settle()
    }

    /// A single-shot statement in front may yet be quick, so the next tick looks after it.
    private func goOnRetiring(_ link: Link) {
        guard let front = link.tickets.first else { return close(link) }
        if front.kind != .shared { stopFront(of: link) }
    }

    /// What fails is not quick: many behind one statement that cannot be prepared would try again too often. That its
    /// caller went away says nothing of its pace.
    private func note(_ ticket: Ticket, _ nanoseconds: UInt64) {
        guard let hash = ticket.query?.shapeHash else { return }
        let failed = ticket.error != nil && ticket.abandonedAt == 0
        pace.note(hash, took: failed ? max(nanoseconds, StatementPace.limit) : nanoseconds)
    }

    /// Something has come free or gone.
    func settle() {
        pump()
        if !waiting.isEmpty { openIfNeeded() }
    }

    func close(_ link: Link) {
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
        if !waiting.isEmpty { openIfNeeded() }
        startTicking()
    }

    private func failTickets(of link: Link, _ error: PostgresError) {
        for ticket in link.takeTickets() {
            ticket.fail(error)
            ticket.finish()
        }
    }
}
