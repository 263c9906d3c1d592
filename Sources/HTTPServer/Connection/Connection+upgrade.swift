import EventLoop
import HTTP

extension Connection {
    /// So much is read before the channel's user asks for it.
    private static let readAhead = 64 * 1024

    /// Leaves HTTP behind: writes the head of the 101 and hands the connection over until the closure returns.
    func upgrade(
        _ response: Response, _ request: Request, _ speak: @Sendable (any ByteChannel) async throws -> Void
    ) async {
        ResponseWriter.writeHead(
            response, .none, keepAlive: true, minorVersion: request.head.minorVersion, into: &output, date: worker.date)
        isUpgraded = true
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

    /// True when a little more may be queued for a peer that keeps up.
    var mayPost: Bool { machine.phase == .handling && output.count < worker.limits.sendAhead }

    func readChannel() {
        while mayHaveMore, input.count < Self.readAhead {
            let count = unsafe receive(worker.scratch)
            guard count > 0 else { break }
            unsafe input.append(UnsafeBufferPointer(start: worker.scratch.baseAddress, count: count))
        }
        wakeChannelReader()
    }

    func wakeChannelReader() {
        guard let waiter = unsafe bodyWaiter, !input.isEmpty || peerEnded || machine.phase == .closed else { return }
        unsafe bodyWaiter = nil
        unsafe waiter.resume()
    }

    func nextChannelPiece() async throws -> [UInt8]? {
        if input.isEmpty { readChannel() }
        if input.isEmpty, !peerEnded, machine.phase == .handling {
            guard unsafe bodyWaiter == nil, !Task.isCancelled else { throw BodyFault.interrupted }
            await unsafe withUnsafeContinuation { unsafe bodyWaiter = $0 }
        }
        if input.isEmpty {
            if machine.phase != .handling { throw BodyFault.interrupted }
            return nil
        }
        let piece = unsafe Array(input.readable)
        input.consume(piece.count)
        input.releaseIfEmpty()
        return piece
    }
}

/// The socket after HTTP. A channel kept beyond its closure does nothing.
///
/// `@unchecked Sendable`: used on the connection's loop only, which each call makes sure of.
final class SocketChannel: ByteChannel, @unchecked Sendable {
    private let connection: Connection
    private var ended = false

    init(connection: Connection) { self.connection = connection }

    func next() async throws -> [UInt8]? {
        guard isUsable else { throw BodyFault.interrupted }
        return try await connection.nextChannelPiece()
    }

    func write(_ bytes: [UInt8]) async throws {
        guard isUsable else { throw BodyFault.interrupted }
        connection.output.append(bytes)
        connection.scheduleFlush()
        guard await connection.waitForRoom(below: connection.worker.limits.sendAhead) else {
            throw BodyFault.interrupted
        }
    }

    func post(_ bytes: [UInt8]) -> Bool {
        guard isUsable, connection.mayPost else { return false }
        connection.output.append(bytes)
        connection.scheduleFlush()
        return true
    }

    func abort() { if isUsable { connection.peerVanished() } }

    func whenEnding(_ action: @escaping @Sendable () -> Void) { if isUsable { connection.whenEnding(action) } }

    func end() { ended = true }

    private var isUsable: Bool { !ended && connection.worker.loop.isCurrent }
}
