import EventLoop
import HTTP

extension Connection {
    /// So much of a body is read before the handler asks for it.
    private static let readAhead = 64 * 1024

    func parseBodyFromInput() {
        while bodyComing, bodyFault == nil, !input.isEmpty {
            let consumed = unsafe parseBody(input.readable)
            input.consume(consumed)
        }
        input.releaseIfEmpty()
    }

    func readBody() {
        while mayHaveMore, bodyComing, bodyFault == nil, parser.body.count < Self.readAhead {
            let buffer = unsafe worker.scratch
            let count = unsafe receive(buffer)
            guard count > 0 else { break }
            let consumed = unsafe parseBody(UnsafeBufferPointer(start: buffer.baseAddress, count: count))
            if consumed < count {
                unsafe input.append(UnsafeBufferPointer(rebasing: buffer[consumed..<count]))
            }
        }
        wakeBodyWaiter()
    }

    private func parseBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        do {
            let progress = try unsafe parser.parse(body: bytes)
            machine.bodyArrived(bytes.count)
            if progress.ended {
                bodyComing = false
                machine.bodyEnded()
            }
            return progress.consumed
        } catch {
            bodyRefusal = error
            failBody(error.status == .contentTooLarge ? .tooLarge : .interrupted)
            return bytes.count
        }
    }

    func failBody(_ fault: BodyFault) {
        guard bodyFault == nil else { return }
        bodyFault = fault
        wakeBodyWaiter()
    }

    func wakeBodyWaiter() {
        guard let waiter = unsafe bodyWaiter, !parser.body.isEmpty || !bodyComing || bodyFault != nil else { return }
        unsafe bodyWaiter = nil
        unsafe waiter.resume()
    }

    /// The handler asks for more of the body. Only the time it waits here counts against a slow client.
    func nextBodyPiece() async throws(BodyFault) -> [UInt8]? {
        if parser.body.isEmpty, bodyComing, bodyFault == nil {
            guard unsafe bodyWaiter == nil, !Task.isCancelled else { throw .interrupted }
            readBody()
            if parser.body.isEmpty, bodyComing, bodyFault == nil {
                machine.bodyAwaited(now: worker.loop.now)
                await unsafe withUnsafeContinuation { unsafe bodyWaiter = $0 }
                machine.bodyTaken(now: worker.loop.now)
            }
        }
        if let bodyFault { throw bodyFault }
        if parser.body.isEmpty {
            if bodyComing { throw .interrupted }
            return nil
        }
        var piece: [UInt8] = []
        swap(&piece, &parser.body)
        return piece
    }

    /// True while the body's own request is being answered.
    func isServing(_ body: SocketBody) -> Bool { servedBody === body && machine.phase == .handling }

    func sendContinue() {
        output.append("HTTP/1.1 100 Continue\r\n\r\n")
        scheduleFlush()
    }
}

/// The socket as the place a request's body comes from.
///
/// `@unchecked Sendable`: used by the connection's task only, on the connection's loop.
final class SocketBody: BodySource, @unchecked Sendable {
    private let connection: Connection
    private var expectsContinue: Bool

    init(connection: Connection, expectsContinue: Bool) {
        (self.connection, self.expectsContinue) = (connection, expectsContinue)
    }

    /// A body kept beyond its request gives nothing: the connection has gone on to another.
    func next() async throws -> [UInt8]? {
        guard connection.worker.loop.isCurrent, connection.isServing(self) else { throw BodyFault.interrupted }
        if expectsContinue {
            expectsContinue = false
            if connection.bodyComing, connection.parser.body.isEmpty { connection.sendContinue() }
        }
        return try await connection.nextBodyPiece()
    }
}
