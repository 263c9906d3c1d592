import EventLoop
import Glibc
import HTTP

extension Connection {
    // MARK: Connections kept open for long

    /// Tells the keeper when the connection should end, at once if that is now.
    func keep(_ keeper: any ConnectionKeeper) {
        guard machine.phase == .handling else { return keeper.peerEnded() }
        self.keeper = keeper
        // A peer that vanished without a word acknowledges nothing; the system would try for a quarter of an hour.
        setSocketOption(
            descriptor, Int32(IPPROTO_TCP), TCP_USER_TIMEOUT,
            Int32(clamping: worker.limits.deafTime.clippedNanoseconds / 1_000_000))
        if peerEnding, isStreaming { keeper.peerEnded() }
        if machine.draining { keeper.serverStops() }
    }

    /// An answer without an end is under way: who listens to it has nothing to say, and goes when it says so.
    var isStreaming: Bool { keeper != nil && listener == nil }

    /// True when a little more may be queued for a peer that keeps up.
    var mayPost: Bool { machine.phase == .handling && output.count < worker.limits.postAhead }

    // MARK: Another protocol

    /// Only a request that is whole, and whose version knows it, can end in another protocol.
    func mayUpgrade(_ answer: Response, _ request: Request) -> Bool {
        answer.status == .switchingProtocols && request.head.minorVersion == 1 && machine.phase == .handling
            && !bodyComing && bodyRefusal == nil
    }

    /// Leaves HTTP behind: writes the head of the 101 and hands the connection over until the closure returns.
    func upgrade(
        _ response: Response, _ request: Request, _ speak: @Sendable (any ByteChannel) async throws -> Void
    ) async {
        machine.answerBegan()
        ResponseWriter.writeHead(
            response, .none, keepAlive: true, minorVersion: 1, into: &output, common: worker.commonFields,
            number: request.id)
        scheduleFlush()
        worker.log(response.status, request, bytes: 0)
        let channel = SocketChannel(connection: self)
        do {
            try await speak(channel)
            channel.end()
            answered(keptAlive: false)
        } catch {
            channel.end()
            flush()
            close()
        }
    }

    func listen(_ listener: any ChannelListener) {
        self.listener = listener
        keep(listener)
        // What came together with the request's head, or before the answer, has had its event.
        scheduleFlush()
    }

    /// Hands on what has come, a few reads at a time, while the listener wants more and does not owe much.
    func readChannel() {
        guard let listener else { return }
        if !listenerHasEnough, !input.isEmpty {
            listenerHasEnough = unsafe !listener.received(Span(_unsafeElements: input.readable))
            input.consume(input.count)
            input.releaseIfEmpty()
        }
        var reads = 0
        while mayReadChannel, mayHaveMore {
            guard reads < Self.readsPerEvent else { return scheduleFlush() }
            let buffer = unsafe worker.scratch
            let count = unsafe receive(buffer)
            guard count > 0 else { return }
            let bytes = unsafe UnsafeBufferPointer(start: buffer.baseAddress, count: count)
            listenerHasEnough = unsafe !listener.received(Span(_unsafeElements: bytes))
            reads += 1
        }
    }

    var mayReadChannel: Bool { !listenerHasEnough && listener != nil && mayPost }

    func readOn() {
        guard listenerHasEnough else { return }
        listenerHasEnough = false
        scheduleFlush()
    }
}

/// The socket after HTTP. A channel kept beyond its closure does nothing.
///
/// `@unchecked Sendable`: used on the connection's loop only, which each call makes sure of.
final class SocketChannel: ByteChannel, @unchecked Sendable {
    private let connection: Connection
    private var ended = false

    init(connection: Connection) { self.connection = connection }

    func listen(_ listener: any ChannelListener) {
        if isUsable { connection.listen(listener) } else { listener.peerEnded() }
    }

    var isReading: Bool { isUsable && connection.mayReadChannel }

    func readOn() { if isUsable { connection.readOn() } }

    func write(_ bytes: [UInt8]) async throws {
        guard isUsable, connection.machine.phase == .handling else { throw BodyFault.interrupted }
        connection.output.append(bytes)
        connection.scheduleFlush()
        guard await connection.waitForRoom(below: connection.worker.limits.sendAhead) else {
            throw BodyFault.interrupted
        }
    }

    func post(_ bytes: [UInt8]) -> Bool {
        guard isUsable, connection.mayPost else { return false }
        reply(bytes)
        return true
    }

    func reply(_ bytes: [UInt8]) {
        guard isUsable, connection.machine.phase == .handling else { return }
        connection.output.append(bytes)
        connection.scheduleFlush()
    }

    func abort() { if isUsable { connection.peerVanished() } }

    func end() { ended = true }

    private var isUsable: Bool { !ended && connection.worker.loop.isCurrent }
}
