import CPostgres
import EventLoop
import SQL

/// One connection: the shell around the wire, `PipelineMachine` and the statement cache. libpq opens it; what goes over
/// it from then on is ours.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class Link: Selectable, EndOfTurn, @unchecked Sendable {
    /// What the pool is told.
    protocol Owner: AnyObject {
        func opened(_ link: Link)
        func finished(_ ticket: Ticket, on link: Link, after nanoseconds: UInt64)
        func lost(_ link: Link, _ error: PostgresError)
    }

    let slot: Int
    let openDeadline: UInt64
    /// Held: the loop holds the link until it is closed, and its news must find somebody.
    let owner: any Owner
    var machine = PipelineMachine()
    var statements = StatementCache()
    var tickets: [Ticket] = []
    /// When the ticket in front came there, on the loop's clock.
    var frontSince: UInt64 = 0
    /// How many of the shared tickets are not known to be quick.
    var unhurried = 0
    var copying: CopyState?
    /// What is being answered, in order: whose columns the next rows have.
    var executing = ExecutingStatements()
    var rows = GatheredRows()
    let incoming = IncomingMessages()
    var outgoing = OutgoingMessages()
    /// Idle, in a transaction or in a failed one, as the server said last.
    var transactionState = UInt8(ascii: "I")
    /// The server's reason for ending the connection.
    var lastWords: PostgresError?
    private(set) var isOpen = false
    private(set) var wire: Wire?
    private var connection: OpaquePointer?
    private var wantsWrite = false
    /// Encryption must read before it writes, or write before it reads.
    private var sendsAfterReading = false
    private var readsAfterWriting = false
    private var flushesLater = false
    private var receivesLater = false
    let loop: Loop
    private var registration: Registration?
    private var descriptor: Int32 = -1

    init(slot: Int, loop: Loop, owner: any Owner, openDeadline: UInt64) {
        (self.slot, self.loop, self.owner, self.openDeadline) = (slot, loop, owner, openDeadline)
        unsafe connection = nil
    }

    deinit { if let connection = unsafe connection { unsafe PQfinish(connection) } }

    // MARK: Opening

    /// Begins to connect. The parameters hold no name that would have to be looked up here, on the loop.
    func open(_ parameters: ConnectionParameters) {
        unsafe connection = unsafe parameters.start()
        guard let connection = unsafe connection, unsafe PQstatus(connection) != CONNECTION_BAD else { return lose() }
        _ = unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
        watch(.writable)
    }

    func continueOpening() {
        switch unsafe PQconnectPoll(connection) {
        case PGRES_POLLING_READING: watch(.readable)
        case PGRES_POLLING_WRITING: watch(.writable)
        case PGRES_POLLING_OK: becomeOpen()
        default: lose()
        }
    }

    private func becomeOpen() {
        guard let connection = unsafe connection, let wire = unsafe Wire(connection) else { return lose() }
        self.wire = wire
        isOpen = true
        watch(.readable)
        if isOpen { owner.opened(self) }
    }

    // MARK: Watching

    /// libpq may change its socket while it connects, even for one of the same number, which the system has forgotten
    /// by then: so a socket that cannot be changed is watched anew.
    func watch(_ interest: Readiness) {
        let current = unsafe PQsocket(connection)
        wantsWrite = isOpen && interest.contains(.writable)
        do {
            if let registration, current == descriptor, (try? loop.change(registration, current, interest)) != nil {
                return
            }
            unwatch()
            descriptor = current
            registration = try loop.watch(current, interest, self)
        } catch {
            lose()
        }
    }

    private func unwatch() {
        guard let registration else { return }
        loop.forget(registration, descriptor)
        self.registration = nil
    }

    func ready(_ readiness: Readiness) {
        guard unsafe connection != nil else { return }
        guard isOpen else { return continueOpening() }
        let readsAnyway = readsAfterWriting
        if readsAnyway {
            readsAfterWriting = false
            if copying == nil { watch(outgoing.isEmpty ? .readable : [.readable, .writable]) }
        }
        if wantsWrite, readiness.contains(.writable) { flush() }
        guard isOpen else { return }
        if copying != nil { return dataArrived() }
        if readsAnyway || !readiness.isDisjoint(with: [.readable, .failed]) { receive() }
        if isOpen, sendsAfterReading { flush() }
    }

    /// To watch for bytes that cannot be read yet would turn the loop idly.
    func readAfterWriting() {
        readsAfterWriting = true
        watch(copying == nil ? .writable : [.writable, .once])
    }

    // MARK: Sending

    /// What was gathered goes at the end of the loop's turn.
    func flushLater() {
        guard !flushesLater, !wantsWrite else { return }
        flushesLater = true
        loop.atEndOfTurn(self)
    }

    /// The rest of what is there is read when others have had their turn.
    func receiveLater() {
        guard !receivesLater else { return }
        receivesLater = true
        loop.atEndOfTurn(self)
    }

    func turnEnded() {
        if receivesLater {
            receivesLater = false
            if isOpen, copying == nil { receive() }
        }
        flushesLater = false
        if isOpen { flush() }
    }

    /// Sends what the socket takes; the rest when it takes more.
    func flush() {
        sendsAfterReading = false
        while let wire, !outgoing.isEmpty {
            switch unsafe outgoing.withUnsent(wire.send) {
            case .moved: continue
            case .crossed:
                // To watch for room that is there would turn the loop idly.
                sendsAfterReading = true
                if wantsWrite { watch(copying == nil ? .readable : [.readable, .once]) }
                return
            case .broken: return endWriting()
            case .wait:
                if !wantsWrite { watch(copying == nil ? [.readable, .writable] : [.readable, .writable, .once]) }
                return
            }
        }
        if wantsWrite { watch(copying == nil ? .readable : [.readable, .once]) }
    }

    /// The server may have said why before it went.
    private func endWriting() {
        if copying == nil { receive() }
        if isOpen { lose() }
    }

    // MARK: State and end

    /// Nothing is owed and no transaction is open: fit to be handed on.
    var isClean: Bool {
        isOpen && tickets.isEmpty && machine.isIdle && copying == nil && transactionState == UInt8(ascii: "I")
    }

    /// Only quick tickets are on it, and the one in front has not been there for long.
    var isFlowing: Bool {
        isOpen && unhurried == 0 && !tickets.isEmpty && loop.now &- frontSince < StatementPace.limit
    }

    /// What is needed to tell the server to stop the statement under way, from another thread.
    func canceller() -> Canceller? { unsafe Canceller(connection) }

    /// Why it broke, in the words of the server or of the library.
    private var reason: String {
        if isOpen { return lastWords?.message ?? "the server closed the connection" }
        guard let connection = unsafe connection, let message = unsafe PQerrorMessage(connection) else { return "" }
        return unsafe String(cString: message)
    }

    func lose() {
        let error = PostgresError(isOpen ? .connectionLost : .unavailable, reason)
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
        if let wire, !outgoing.isEmpty { wire.cutOff() }
        wire = nil
        guard let connection = unsafe self.connection else { return }
        unsafe self.connection = nil
        unsafe PQfinish(connection)
    }
}
