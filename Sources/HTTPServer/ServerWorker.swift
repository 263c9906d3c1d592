import Core
import EventLoop
import Glibc
import HTTP
import Synchronization

/// A server's part on one loop: its connections, its counters, its log lines.
///
/// `@unchecked Sendable`: everything but the constants is touched on the loop's thread only.
@safe
final class ServerWorker: TimerTarget, @unchecked Sendable {
    let loop: Loop
    let limits: ServerLimits
    let responder: any Responder
    /// Where sockets are read into: one piece of memory for all connections of the loop.
    let scratch: UnsafeMutableBufferPointer<UInt8>
    var counters = ServerCounters()
    /// The fields every answer has, the date among them: renewed each second.
    private(set) var commonFields: [UInt8] = []
    private(set) var requestCount: UInt64 = 0

    private let series: UInt64
    private let allowance: ConnectionAllowance
    private let accessLog: AccessLog?
    private var connections: [Connection] = []
    private var lastSecond: Int64 = -1
    private var started = false
    private var draining = false
    private var stopped = false

    private static let period = Duration.milliseconds(250)

    init(
        loop: Loop, limits: ServerLimits, responder: any Responder, series: UInt64, allowance: ConnectionAllowance,
        accessLog: AccessLog?
    ) {
        (self.loop, self.limits, self.responder, self.allowance) = (loop, limits, responder, allowance)
        (self.series, self.accessLog) = (series &+ UInt64(loop.index), accessLog)
        unsafe scratch = .allocate(capacity: 64 * 1024)
    }

    deinit { unsafe scratch.deallocate() }

    /// Starts the clock, once however many addresses are listened on.
    func startOnce() {
        guard !started else { return }
        started = true
        timerFired()
    }

    // MARK: Connections

    /// Takes a socket, unless there are too many already.
    func take(_ socket: AcceptedSocket) {
        counters.accepted &+= 1
        guard !stopped, allowance.take() else {
            counters.turnedAway &+= 1
            Glibc.close(socket.descriptor)
            return
        }
        let connection = Connection(worker: self, socket: socket)
        connection.place = connections.count
        connections.append(connection)
        connection.start()
        if draining { connection.drain() }
    }

    func remove(_ connection: Connection) {
        let place = connection.place
        guard place < connections.count, connections[place] === connection else { return }
        allowance.give()
        let last = connections.removeLast()
        guard last !== connection else { return }
        connections[place] = last
        last.place = place
    }

    var openConnections: Int { connections.count }

    func drain() {
        draining = true
        for connection in connections { connection.drain() }
    }

    /// Ends whatever has not ended by itself.
    func stop() {
        stopped = true
        for connection in connections { connection.close() }
        accessLog?.flush(counters: &counters)
    }

    // MARK: The clock

    /// Four times a second: deadlines of all connections, the date, the log. One timer instead of one a connection.
    func timerFired() {
        renewDate()
        accessLog?.flush(counters: &counters)
        let now = loop.now
        for connection in connections { connection.check(now: now) }
        if !stopped { _ = loop.timer(at: loop.deadline(in: Self.period), self) }
    }

    private func renewDate() {
        let now = SystemClock().now()
        guard now.seconds != lastSecond else { return }
        lastSecond = now.seconds
        commonFields.removeAll(keepingCapacity: true)
        ResponseWriter.writeCommon(now, into: &commonFields)
    }

    // MARK: Accounts

    func nextNumber() -> RequestNumber {
        requestCount &+= 1
        return RequestNumber(series: series, count: requestCount)
    }

    func log(_ status: Status, _ request: Request, bytes: Int) {
        counters.answers[Int(status.code / 100)] &+= 1
        accessLog?.append(status, request, bytes: bytes, turn: loop.now, counters: &counters)
    }

    func log(_ refusal: Refusal, _ number: RequestNumber, from peer: Peer) {
        counters.answers[Int(refusal.status.code / 100)] &+= 1
        accessLog?.append(refusal, number, from: peer, turn: loop.now, counters: &counters)
    }

    var snapshot: ServerCounters {
        var counters = counters
        counters.open = UInt64(connections.count)
        return counters
    }
}

/// How many connections all loops of a server may have together.
final class ConnectionAllowance: Sendable {
    private let most: Int
    private let open = Atomic<Int>(0)

    init(most: Int) { self.most = most }

    /// False when there are too many already.
    func take() -> Bool {
        guard open.add(1, ordering: .relaxed).newValue > most else { return true }
        give()
        return false
    }

    func give() { open.subtract(1, ordering: .relaxed) }
}
