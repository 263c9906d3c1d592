import EventLoop

/// The life of one HTTP/1.1 connection, without sockets and clocks: it is told what happened and says what to do.
package struct ConnectionMachine {
    /// Where the connection stands.
    package enum Phase: Equatable {
        /// Waits for a first byte. Goes to `readingHead`, `closed`.
        case idle
        /// Part of a head has come. Goes to `handling`, `lingering` (refused), `closed`.
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
        /// Close without a word.
        case close
    }

    /// What follows a finished answer.
    package enum Sequel: Equatable {
        case nextRequest
        case linger
    }

    package private(set) var phase = Phase.idle
    private let limits: ServerLimits
    private var deadline: UInt64
    private var keepAlive = true
    private var draining = false
    private var bodyComing = false
    private var bodyFailed = false
    private var bodyBytesInStretch = 0
    private var bodyDeadline = UInt64.max
    private var handlerCancelled = false
    private var writeDeadline = UInt64.max
    private var streaming = false

    package init(limits: ServerLimits, now: UInt64) {
        self.limits = limits
        deadline = now &+ limits.headTime.clippedNanoseconds
    }

    /// Bytes of a head have come.
    package mutating func headBegan(now: UInt64) {
        guard phase == .idle else { return }
        phase = .readingHead
        deadline = now &+ limits.headTime.clippedNanoseconds
    }

    /// A whole, acceptable head has come.
    package mutating func headCompleted(keepAlive: Bool, bodyComing: Bool, now: UInt64) {
        phase = .handling
        self.keepAlive = keepAlive && !draining
        self.bodyComing = bodyComing
        handlerCancelled = false
        streaming = false
        deadline = now &+ limits.handlerTime.clippedNanoseconds
        bodyDeadline = bodyComing ? now &+ limits.bodyFloorTime.clippedNanoseconds : .max
        bodyBytesInStretch = 0
    }

    /// Some of the body has come.
    package mutating func bodyArrived(_ count: Int) { bodyBytesInStretch += count }

    /// The handler does not read: the client is not to blame for what does not come.
    package mutating func bodyHeldBack(now: UInt64) {
        if bodyComing { bodyDeadline = now &+ limits.bodyFloorTime.clippedNanoseconds }
    }

    /// The body is whole.
    package mutating func bodyEnded() { (bodyComing, bodyDeadline) = (false, .max) }

    /// The answer will be made piece by piece, for as long as the handler likes.
    package mutating func streamingBegan() { (streaming, deadline) = (true, .max) }

    /// Bytes wait for a slow reader; called again whenever some were taken.
    package mutating func writeBlocked(now: UInt64) { writeDeadline = now &+ limits.writeStallTime.clippedNanoseconds }

    /// Everything has been handed to the system.
    package mutating func writeCaughtUp() { writeDeadline = .max }

    /// Whether the answer under way may promise another request.
    package var mayKeepAlive: Bool { keepAlive && !draining && !bodyComing && !bodyFailed && !handlerCancelled }

    /// The answer has been written. A body not read to its end leaves the connection useless.
    package mutating func responseEnded(promisedKeepAlive: Bool, now: UInt64) -> Sequel {
        guard promisedKeepAlive, !bodyComing, !bodyFailed, !handlerCancelled else {
            linger(now: now)
            return .linger
        }
        phase = .idle
        deadline = now &+ (draining ? limits.lingerTime : limits.idleTime).clippedNanoseconds
        return .nextRequest
    }

    /// The request was refused; the answer is on its way.
    package mutating func refused(now: UInt64) { linger(now: now) }

    private mutating func linger(now: UInt64) {
        phase = .lingering
        deadline = now &+ limits.lingerTime.clippedNanoseconds
        bodyDeadline = .max
    }

    /// The server stops: a connection at rest may still bring the request that is already on its way, but only
    /// for a moment.
    package mutating func drain(now: UInt64) {
        draining = true
        if phase == .idle { deadline = min(deadline, now &+ limits.lingerTime.clippedNanoseconds / 2) }
    }

    package mutating func closed() { phase = .closed }

    /// Looks at the clock.
    package mutating func check(now: UInt64) -> Verdict {
        if now >= writeDeadline { return .close }
        if now >= bodyDeadline, phase == .handling { return checkBody(now: now) }
        guard now >= deadline else { return .nothing }
        switch phase {
        case .idle, .lingering: return .close
        case .readingHead: return .refuseSlowHead
        case .handling: return handlerOverdue(now: now)
        case .closed: return .nothing
        }
    }

    private mutating func checkBody(now: UInt64) -> Verdict {
        if bodyBytesInStretch >= limits.bodyFloorBytes {
            bodyBytesInStretch = 0
            bodyDeadline = now &+ limits.bodyFloorTime.clippedNanoseconds
            return .nothing
        }
        (bodyFailed, bodyDeadline) = (true, .max)
        return .failSlowBody
    }

    private mutating func handlerOverdue(now: UInt64) -> Verdict {
        if handlerCancelled { return .close }
        handlerCancelled = true
        deadline = now &+ limits.handlerGrace.clippedNanoseconds
        return .cancelHandler
    }
}
