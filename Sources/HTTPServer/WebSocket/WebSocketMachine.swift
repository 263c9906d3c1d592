import EventLoop

/// The life of one WebSocket, without sockets and clocks: it is told what happened and says what to send.
package struct WebSocketMachine {
    /// Where it stands.
    package enum Phase: Equatable {
        /// Messages go both ways. Goes to `closing`, `closed`.
        case open
        /// We have said goodbye; what still comes is thrown away until the peer says it too. Goes to `closed`.
        case closing
        /// Both have said goodbye, or one is gone or broke the rules.
        case closed
    }

    /// What the shell must do after a look at the clock.
    package enum Verdict: Equatable {
        case nothing
        /// Send this.
        case send([UInt8])
        /// End the connection without a word.
        case giveUp
    }

    /// What bytes came to: what the handler is to see, and what is to be sent at once.
    package struct Reception: Equatable {
        package var messages: [WebSocketMessage] = []
        package var reply: [UInt8] = []
    }

    package private(set) var phase = Phase.open
    /// Why it ended, in the words of whoever ended it first; nil while it is open.
    package private(set) var closure: WebSocketClosure?
    private var frames: WebSocketFrames
    private let limits: WebSocketLimits
    private var lastHeard: UInt64
    private var pinged = false
    /// When the message begun must be whole, once one is.
    private var messageDeadline = UInt64.max
    private var endDeadline = UInt64.max

    package init(limits: WebSocketLimits, now: UInt64) {
        (self.limits, lastHeard) = (limits, now)
        frames = WebSocketFrames(limit: limits.message)
    }

    // MARK: What the peer does

    /// Bytes have come.
    package mutating func received(_ bytes: Span<UInt8>, now: UInt64) -> Reception {
        var reception = Reception()
        guard phase != .closed else { return reception }
        (lastHeard, pinged) = (now, false)
        var position = 0
        do {
            while phase != .closed, let event = try frames.next(bytes, at: &position) {
                if case .message = event { messageDeadline = .max }
                take(event, into: &reception, now)
            }
        } catch {
            fail(error.closure, into: &reception, now)
        }
        if frames.isInMessage, messageDeadline == .max { startMessageClock(now) }
        return reception
    }

    private mutating func startMessageClock(_ now: UInt64) {
        messageDeadline = now &+ limits.messageTime.clippedNanoseconds
    }

    private mutating func take(_ event: WebSocketFrames.Event, into reception: inout Reception, _ now: UInt64) {
        switch event {
        case .message(let message): if phase == .open { reception.messages.append(message) }
        case .ping(let payload): if phase == .open { reception.reply += WebSocketFrames.pong(payload) }
        case .pong: break
        case .close(let closure):
            if phase == .open { reception.reply += WebSocketFrames.close(closure) }
            end(closure, now)
        }
    }

    /// The peer broke the rules: it is told, and no answer awaited.
    private mutating func fail(_ closure: WebSocketClosure, into reception: inout Reception, _ now: UInt64) {
        if phase == .open { reception.reply += WebSocketFrames.close(closure) }
        end(closure, now)
    }

    /// The connection has ended without a goodbye, or after it.
    package mutating func peerEnded(now: UInt64) { if phase != .closed { end(.vanished, now) } }

    private mutating func end(_ closure: WebSocketClosure, _ now: UInt64) {
        phase = .closed
        if self.closure == nil { self.closure = closure }
        endDeadline = now &+ limits.closing.clippedNanoseconds
    }

    // MARK: What we do

    /// Says goodbye: the frame to send, nil when that has been done.
    package mutating func close(_ closure: WebSocketClosure, now: UInt64) -> [UInt8]? {
        guard phase == .open else { return nil }
        (phase, self.closure) = (.closing, closure)
        endDeadline = now &+ limits.closing.clippedNanoseconds
        return WebSocketFrames.close(closure)
    }

    // MARK: The clock

    /// When to look at the clock next.
    package var nextCheck: UInt64 {
        if phase != .open { return endDeadline }
        return min(messageDeadline, lastHeard &+ silence &* (pinged ? 2 : 1))
    }

    /// A silent peer is asked whether it is there; one that does not answer is not. While we do not listen, nobody can
    /// be blamed for silence.
    package mutating func check(now: UInt64, listening: Bool) -> Verdict {
        if phase != .open { return now >= endDeadline ? .giveUp : .nothing }
        guard listening else {
            (lastHeard, pinged) = (now, false)
            if messageDeadline != .max { startMessageClock(now) }
            return .nothing
        }
        if now >= messageDeadline { return tooSlow(now) }
        guard now >= lastHeard &+ silence else { return .nothing }
        guard pinged else {
            pinged = true
            return .send(WebSocketFrames.ping())
        }
        guard now >= lastHeard &+ 2 &* silence else { return .nothing }
        end(.vanished, now)
        return .giveUp
    }

    private mutating func tooSlow(_ now: UInt64) -> Verdict {
        end(.tooSlow, now)
        return .send(WebSocketFrames.close(.tooSlow))
    }

    private var silence: UInt64 { limits.silence.clippedNanoseconds }
}

/// What one WebSocket may cost.
public struct WebSocketLimits: Sendable {
    /// A message's bytes; more is 1009.
    public var message = 1 << 20
    /// From a message's first byte to its last; longer is 1008.
    public var messageTime = Duration.seconds(60)
    /// How many bytes of messages may wait for the handler before no more is read.
    public var readAhead = 64 * 1024
    /// A ping is sent after so much silence, and the peer given up after as much again.
    public var silence = Duration.seconds(30)
    /// How long the closing handshake may take, and the handler once it is over.
    public var closing = Duration.seconds(5)

    /// The defaults.
    public init() {}
}
