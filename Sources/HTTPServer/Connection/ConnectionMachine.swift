import EventLoop

/// The life of one HTTP/1.1 connection, without sockets and clocks: it is told what happened and says what to do.
package struct ConnectionMachine {
    /// Where the connection stands.
    package enum Phase: Equatable {
        /// Waits for a first byte. Goes to `readingHead`, `lingering` (the peer has ended), `closed`.
        case idle
        /// Part of a head has come. Goes to `handling`, `lingering` (refused, or the peer has ended), `closed`.
        case readingHead
        /// A handler is at work; the body may still be coming. Goes to `idle`, `lingering`, `closed`.
        case handling
        /// The last answer is out; what still comes is thrown away, so that no reset overtakes the answer.
        case lingering
        /// Over.
        case closed
    }

    /// What the shell must do after a look at the clock.
    package enum Verdict: Equatable {
        case nothing
        /// Answer 408 and linger.
        case refuseSlowHead
        /// Tell the body's reader that it came too slowly; the handler answers, then the connection ends.
        case failSlowBody
        /// Cancel the handler's task.
        case cancelHandler
        /// Ask the system how much the reader took since it began to hold us up, and tell `readerTook`.
        case weighReader
        /// Close without a word.
        case close
    }

    /// What follows a finished answer.
    package enum Sequel: Equatable {
        case nextRequest
        case linger
    }

    package private(set) var phase = Phase.idle
    private let times: Times
    private let writeFloorBytes: Int
    private var deadline: UInt64
    private var keepAlive = true
    /// The server stops.
    package private(set) var draining = false
    private var bodyComing = false
    private var bodyFailed = false
    private var floor: BodyFloor
    private var handlerCancelled = false
    private var writeDeadline = UInt64.max

    package init(limits: ServerLimits, now: UInt64) {
        (times, writeFloorBytes) = (Times(limits), limits.writeFloorBytes)
        floor = BodyFloor(bytes: limits.bodyFloorBytes, time: limits.bodyFloorTime.clippedNanoseconds)
        deadline = now &+ times.head
    }

    /// The limits in nanoseconds: each request needs three of them, and to divide a `Duration` costs as much as a malloc.
    private struct Times {
        let head, handler, grace, idle, linger, write: UInt64

        init(_ limits: ServerLimits) {
            head = limits.headTime.clippedNanoseconds
            handler = limits.handlerTime.clippedNanoseconds
            grace = limits.handlerGrace.clippedNanoseconds
            idle = limits.idleTime.clippedNanoseconds
            linger = limits.lingerTime.clippedNanoseconds
            write = limits.writeFloorTime.clippedNanoseconds
        }
    }

    // MARK: The request

    /// Whether a request may begin or go on to arrive.
    package var awaitsHead: Bool { phase == .idle || phase == .readingHead }

    /// Bytes of a head have come.
    package mutating func headBegan(now: UInt64) {
        guard phase == .idle else { return }
        phase = .readingHead
        deadline = now &+ times.head
    }

    /// A whole, acceptable head has come.
    package mutating func headCompleted(keepAlive: Bool, bodyComing: Bool, now: UInt64) {
        guard awaitsHead else { return }
        phase = .handling
        self.keepAlive = keepAlive
        self.bodyComing = bodyComing
        if bodyComing { floor.begin() }
        deadline = now &+ times.handler
    }

    /// Some of the body has come.
    package mutating func bodyArrived(_ count: Int) { floor.count(count) }

    /// The handler waits for the body: now the client is on the clock, and the handler is not.
    package mutating func bodyAwaited(now: UInt64) { floor.start(now: now) }

    /// The handler goes on: nobody can blame the client for what it does not read.
    package mutating func bodyTaken(now: UInt64) {
        let waited = floor.pause(now: now)
        if deadline != .max { deadline = deadline &+ waited }
    }

    /// The body is whole.
    package mutating func bodyEnded() { bodyComing = false }

    // MARK: The answer

    /// The handler has answered. Making the body piece by piece, or sending a large one, may take as long as the peer
    /// goes on taking it.
    package mutating func answerBegan() { if phase == .handling { deadline = .max } }

    /// Bytes wait for a slow reader. True when that has just begun.
    package mutating func writeBlocked(now: UInt64) -> Bool {
        guard writeDeadline == .max else { return false }
        writeDeadline = now &+ times.write
        return true
    }

    /// So much was taken in the stretch now over; false when that is too little. What counts is what the reader's side
    /// has acknowledged: the system's own buffer can hold more than a slow reader takes in a minute.
    package mutating func readerTook(_ bytes: Int, now: UInt64) -> Bool {
        guard bytes >= writeFloorBytes else { return false }
        writeDeadline = now &+ times.write
        return true
    }

    /// Everything has been handed to the system. Rest begins only now.
    package mutating func writeCaughtUp(now: UInt64) {
        guard writeDeadline != .max else { return }
        writeDeadline = .max
        if phase == .idle || phase == .lingering { deadline = now &+ restTime }
    }

    /// Whether the answer under way may promise another request.
    package var mayKeepAlive: Bool { keepAlive && !draining && !bodyComing && !bodyFailed && !handlerCancelled }

    /// The answer has been written. A body not read to its end leaves the connection useless.
    package mutating func responseEnded(promisedKeepAlive: Bool, now: UInt64) -> Sequel {
        guard phase == .handling, promisedKeepAlive, !bodyComing, !bodyFailed, !handlerCancelled else {
            linger(now: now)
            return .linger
        }
        phase = .idle
        deadline = now &+ restTime
        return .nextRequest
    }

    // MARK: The end

    /// The request was refused; the answer is on its way.
    package mutating func refused(now: UInt64) { linger(now: now) }

    /// The peer sends no more, while something is still on its way to it.
    package mutating func inputEnded(now: UInt64) { if phase != .handling { linger(now: now) } }

    private mutating func linger(now: UInt64) {
        guard phase != .closed else { return }
        phase = .lingering
        deadline = now &+ restTime
    }

    /// How long a connection may rest in its phase.
    private var restTime: UInt64 {
        draining || phase == .lingering ? times.linger : times.idle
    }

    /// The server stops: a connection at rest may still bring the request that is already on its way, but only
    /// for a moment.
    package mutating func drain(now: UInt64) {
        draining = true
        if phase == .idle { deadline = min(deadline, now &+ times.linger / 2) }
    }

    package mutating func closed() { phase = .closed }

    // MARK: The clock

    /// Looks at the clock.
    package mutating func check(now: UInt64) -> Verdict {
        if phase == .closed { return .nothing }
        if now >= writeDeadline { return .weighReader }
        if phase == .handling, floor.isWaiting { return checkBody(now: now) }
        guard now >= deadline else { return .nothing }
        switch phase {
        // What waits to be sent is the write deadline's affair.
        case .idle, .lingering: return writeDeadline == .max ? .close : .nothing
        case .readingHead: return .refuseSlowHead
        case .handling: return handlerOverdue(now: now)
        case .closed: return .nothing
        }
    }

    private mutating func checkBody(now: UInt64) -> Verdict {
        guard floor.isMissed(now: now) else { return .nothing }
        bodyFailed = true
        return .failSlowBody
    }

    private mutating func handlerOverdue(now: UInt64) -> Verdict {
        if handlerCancelled { return .close }
        handlerCancelled = true
        deadline = now &+ times.grace
        return .cancelHandler
    }
}

/// The least a body must bring in each stretch of the time in which somebody waits for it.
private struct BodyFloor {
    private let bytes: Int
    private let time: UInt64
    private var arrived = 0
    private var timeLeft: UInt64 = 0
    private var stretchEnd: UInt64 = 0
    private var waitingSince: UInt64?

    init(bytes: Int, time: UInt64) { (self.bytes, self.time) = (bytes, time) }

    var isWaiting: Bool { waitingSince != nil }

    mutating func begin() { (arrived, timeLeft, waitingSince) = (0, time, nil) }

    mutating func count(_ count: Int) { arrived &+= count }

    mutating func start(now: UInt64) { (waitingSince, stretchEnd) = (now, now &+ timeLeft) }

    /// How long was waited.
    mutating func pause(now: UInt64) -> UInt64 {
        guard let since = waitingSince else { return 0 }
        waitingSince = nil
        timeLeft = stretchEnd > now ? stretchEnd - now : 0
        return now > since ? now - since : 0
    }

    /// Looks at the stretch; one that brought enough is followed by the next.
    mutating func isMissed(now: UInt64) -> Bool {
        guard isWaiting, now >= stretchEnd else { return false }
        guard arrived >= bytes else { return true }
        (arrived, stretchEnd) = (0, now &+ time)
        return false
    }
}
