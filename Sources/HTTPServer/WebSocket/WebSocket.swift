public import EventLoop
import HTTP

/// What one WebSocket may cost.
public struct WebSocketLimits: Sendable {
    /// A message's bytes.
    public var message = 1 << 20
    /// A ping is sent after so much silence, and the peer given up after as much again.
    public var silence = Duration.seconds(30)
    /// How long the closing handshake may take.
    public var closing = Duration.seconds(5)

    /// The defaults.
    public init() {}
}

/// An open WebSocket, as its handler sees it: messages in, messages out; pings, pongs and the closing handshake are seen to.
///
/// `@unchecked Sendable`: used on its connection's loop only; the channel refuses other threads.
public final class WebSocket: TimerTarget, @unchecked Sendable {
    private enum State { case open, closing, closed }

    private let channel: any ByteChannel
    private let loop: Loop
    private let limits: WebSocketLimits
    private var frames: WebSocketFrames
    private var events: [WebSocketFrames.Event] = []
    private var state = State.open
    private var lastHeard: UInt64
    private var timer: TimerID?
    /// Why it ended; nil while it is open.
    public private(set) var closure: WebSocketClosure?

    init(channel: any ByteChannel, loop: Loop, limits: WebSocketLimits) {
        (self.channel, self.loop, self.limits) = (channel, loop, limits)
        frames = WebSocketFrames(limit: limits.message)
        lastHeard = loop.now
        setTimer()
        channel.whenEnding { [weak self] in
            guard let self else { return }
            Task(executorPreference: loop) { self.sayGoingAway() }
        }
    }

    /// The server stops: the peer is told, and its own close ends `receive`.
    private func sayGoingAway() {
        guard state == .open else { return }
        closure = .goingAway
        _ = channel.post(WebSocketFrames.close(.goingAway))
        state = .closing
        setTimer()
    }

    /// The next message; nil when the peer has closed. Throws when it vanished or broke the protocol.
    public func receive() async throws -> WebSocketMessage? {
        while true {
            while let event = nextEvent() {
                if let message = try await take(event) { return message }
                if state == .closed { return nil }
            }
            if state == .closed { return nil }
            try await readMore()
        }
    }

    private func nextEvent() -> WebSocketFrames.Event? { events.isEmpty ? nil : events.removeFirst() }

    private func readMore() async throws {
        guard let bytes = try await channel.next() else {
            finish(.vanished)
            throw BodyFault.interrupted
        }
        lastHeard = loop.now
        do throws(WebSocketFault) {
            events = try frames.feed(bytes)
        } catch {
            try? await channel.write(WebSocketFrames.close(error.closure))
            finish(error.closure)
        }
    }

    private func take(_ event: WebSocketFrames.Event) async throws -> WebSocketMessage? {
        switch event {
        case .message(let message): return state == .open ? message : nil
        case .ping(let payload): if state == .open { try await channel.write(WebSocketFrames.pong(payload)) }
        case .pong: break
        case .close(let closure):
            if state == .open { try? await channel.write(WebSocketFrames.close(closure)) }
            finish(self.closure ?? closure)
        }
        return nil
    }

    /// Sends a message; suspends while the peer is slow.
    public func send(_ message: WebSocketMessage) async throws {
        guard state == .open else { throw BodyFault.interrupted }
        try await channel.write(WebSocketFrames.frame(message))
    }

    /// Sends a message without waiting; false when the peer is too slow to take it.
    public func post(_ message: WebSocketMessage) -> Bool {
        state == .open && channel.post(WebSocketFrames.frame(message))
    }

    /// Says goodbye and waits for the peer to say so too, but not for long.
    public func close(_ closure: WebSocketClosure = .normal) async {
        guard state == .open else { return }
        state = .closing
        self.closure = closure
        setTimer()
        do {
            try await channel.write(WebSocketFrames.close(closure))
            while state == .closing { _ = try await receive() }
        } catch {
            finish(closure)
        }
    }

    private func finish(_ closure: WebSocketClosure) {
        state = .closed
        if self.closure == nil { self.closure = closure }
        if let timer { loop.cancel(timer) }
        timer = nil
    }

    private func setTimer() {
        if let timer { loop.cancel(timer) }
        timer = loop.timer(at: loop.deadline(in: state == .closing ? limits.closing : limits.silence), self)
    }

    /// A silent peer is asked whether it is there; one that does not answer is not.
    public func timerFired() {
        timer = nil
        guard state != .closed else { return }
        let silent = loop.now &- lastHeard
        if state == .closing || silent >= 2 * limits.silence.clippedNanoseconds {
            finish(.vanished)
            return channel.abort()
        }
        if silent >= limits.silence.clippedNanoseconds { _ = channel.post(WebSocketFrames.ping()) }
        setTimer()
    }
}
