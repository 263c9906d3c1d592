public import EventLoop
public import HTTP

/// An open WebSocket, as its handler sees it: messages in, messages out; pings, pongs and the closing handshake are seen
/// to whether or not the handler is listening just now.
///
/// `@unchecked Sendable`: used on its connection's loop only; elsewhere it takes and gives nothing.
public final class WebSocket: ChannelListener, TimerTarget, @unchecked Sendable {
    private let channel: any ByteChannel
    private let loop: Loop
    private let limits: WebSocketLimits
    private let bell: Bell
    private var machine: WebSocketMachine
    private var messages: [WebSocketMessage] = []
    private var taken = 0
    private var waitingBytes = 0
    private var timer: TimerID?
    private var nextLook = UInt64.max

    init(channel: any ByteChannel, loop: Loop, limits: WebSocketLimits) {
        (self.channel, self.loop, self.limits) = (channel, loop, limits)
        bell = Bell(on: loop)
        machine = WebSocketMachine(limits: limits, now: loop.now)
    }

    /// Nothing is heard before this; nothing is answered after `end`.
    func begin() {
        setTimer()
        channel.listen(self)
    }

    func end() {
        if let timer { loop.cancel(timer) }
        timer = nil
    }

    // MARK: For the handler

    /// Why it ended; nil while it is open.
    public var closure: WebSocketClosure? { machine.closure }

    /// True until one side has said goodbye or is gone.
    public var isOpen: Bool { machine.phase == .open }

    /// The next message; nil when there will be none, or the task is cancelled. `closure` says why.
    public func receive() async -> WebSocketMessage? {
        while loop.isCurrent {
            if let message = nextMessage() { return message }
            guard isOpen, !Task.isCancelled else { return nil }
            await bell.wait()
        }
        return nil
    }

    private func nextMessage() -> WebSocketMessage? {
        guard taken < messages.count else { return nil }
        let message = messages[taken]
        taken += 1
        waitingBytes -= message.count
        if taken == messages.count {
            (messages, taken) = ([], 0)
            channel.readOn()
        }
        return message
    }

    /// Sends a message; suspends while the peer is slow, throws when it is gone.
    public func send(_ message: WebSocketMessage) async throws {
        guard isOpen else { throw BodyFault.interrupted }
        try await channel.write(WebSocketFrames.frame(message))
    }

    /// Sends a message without waiting; false, and nothing sent, when the peer is too slow to take it or gone.
    public func post(_ message: WebSocketMessage) -> Bool { isOpen && channel.post(WebSocketFrames.frame(message)) }

    /// Says goodbye and waits for the peer to say so too, but not for long.
    public func close(_ closure: WebSocketClosure = .normal) async {
        guard loop.isCurrent else { return }
        if isOpen { (messages, taken, waitingBytes) = ([], 0, 0) }
        startClosing(closure)
        while machine.phase == .closing, !Task.isCancelled { await bell.wait() }
    }

    /// Suspends until one side has said goodbye or is gone, or the task is cancelled.
    public func untilEnd() async { while loop.isCurrent, isOpen, !Task.isCancelled { await bell.wait() } }

    private func startClosing(_ closure: WebSocketClosure) {
        guard let frame = machine.close(closure, now: loop.now) else { return }
        channel.reply(frame)
        channel.readOn()
        changed()
    }

    // MARK: For the channel

    /// Bytes have come.
    public func received(_ bytes: Span<UInt8>) -> Bool {
        let reception = machine.received(bytes, now: loop.now)
        for message in reception.messages { waitingBytes += message.count }
        messages += reception.messages
        if !reception.reply.isEmpty { channel.reply(reception.reply) }
        if !isOpen { changed() } else if !reception.messages.isEmpty { bell.ring() }
        // A message that has begun may have to be whole before the timer would look.
        if isOpen, machine.nextCheck < nextLook { setTimer() }
        // Small messages cost more than their bytes.
        return !isOpen || waitingBytes < limits.readAhead && messages.count - taken < Self.mostWaiting
    }

    private static let mostWaiting = 256

    /// The peer is gone.
    public func peerEnded() {
        machine.peerEnded(now: loop.now)
        changed()
    }

    /// The server stops: the peer is told. What it sent before is still for the handler.
    public func serverStops() { startClosing(.goingAway) }

    /// The end has come nearer: the clock is another one, and whoever waits wants to know.
    private func changed() {
        bell.ring()
        setTimer()
    }

    // MARK: The clock

    private func setTimer() {
        if let timer { loop.cancel(timer) }
        nextLook = machine.nextCheck
        timer = loop.timer(at: nextLook, self)
    }

    /// Time to look whether the peer is still there.
    public func timerFired() {
        timer = nil
        switch machine.check(now: loop.now, listening: channel.isReading) {
        case .nothing: setTimer()
        case .send(let bytes):
            channel.reply(bytes)
            changed()
        case .giveUp:
            machine.peerEnded(now: loop.now)
            bell.ring()
            channel.abort()
        }
    }
}
