import EventLoop
import HTTP

extension Connection {
    /// Writes an answer whose bytes are all there and fit: most are such, and nothing about them has to wait. False, and
    /// nothing written, for any other.
    func sendAtOnce(_ response: Response, to request: Request) -> Bool {
        let bytes: [UInt8]
        switch response.body {
        case .bytes(let whole): bytes = whole
        case .empty: bytes = []
        default: return false
        }
        guard response.status.code >= 200, machine.phase != .closed, bodyRefusal == nil,
            output.count + bytes.count <= worker.limits.sendAhead
        else { return false }
        let (_, headOnly, keepAlive) = writeHead(of: response, to: request)
        if !headOnly { output.append(bytes) }
        worker.log(response.status, request, bytes: bytes.count)
        answered(keptAlive: keepAlive)
        return true
    }

    /// Writes an answer. The framing is decided here, from the request's version and method.
    func send(_ answer: Response, to request: Request) async {
        var response = answer
        if case .upgrade(let speak) = answer.body {
            if mayUpgrade(answer, request) { return await upgrade(answer, request, speak) }
            response = Response(.internalServerError)
        }
        // An interim status would leave the client waiting for the answer itself.
        if response.status.code < 200 { response = Response(.internalServerError) }
        guard machine.phase != .closed else { return worker.log(response.status, request, bytes: 0) }
        if let bodyRefusal { return refuse(bodyRefusal, request) }
        let (end, headOnly, keepAlive) = writeHead(of: response, to: request)
        var whole = true
        if !headOnly { whole = await sendBody(response.body, end) }
        if whole, output.count > worker.limits.sendAhead {
            whole = await waitForRoom(below: worker.limits.sendAhead)
        }
        worker.log(response.status, request, bytes: response.length ?? 0)
        if whole { answered(keptAlive: keepAlive) } else { breakOff(resetting: end == .close) }
    }

    private func writeHead(
        of response: Response, to request: Request
    ) -> (end: ResponseWriter.BodyEnd, headOnly: Bool, keepAlive: Bool) {
        machine.answerBegan()
        let headOnly = request.method == .head || response.status.forbidsBody
        let end = framing(of: response, request)
        let keepAlive = machine.mayKeepAlive && !response.endsConnection && (end != .close || headOnly)
        ResponseWriter.writeHead(
            response, end, keepAlive: keepAlive, minorVersion: request.head.minorVersion, into: &output,
            common: worker.commonFields, number: request.id)
        return (end, headOnly, keepAlive)
    }

    /// The peer gets what there is, but no proper end: it can tell that something is missing. Where the connection's end
    /// is the body's, only a reset can say so.
    private func breakOff(resetting: Bool) {
        flush()
        if resetting { endWithReset() }
        close()
    }

    private func framing(of response: Response, _ request: Request) -> ResponseWriter.BodyEnd {
        if response.status.forbidsBody { return .none }
        if let length = response.length { return .length(max(length, 0)) }
        return request.head.minorVersion == 1 ? .chunked : .close
    }

    /// False when the body could not be sent whole: then the connection must end without its proper end.
    private func sendBody(_ body: Response.Body, _ end: ResponseWriter.BodyEnd) async -> Bool {
        switch body {
        case .empty, .upgrade: return true
        case .bytes(let bytes):
            output.append(bytes)
            return true
        case .stream(let length, let produce):
            return await stream(SocketSink(connection: self, chunked: end == .chunked, length: length), produce)
        case .file(let file, let offset, let length):
            return await sendFile(file.descriptor, offset: offset, length: length)
        }
    }

    private func stream(
        _ sink: SocketSink, _ produce: @Sendable (any BodySink) async throws -> Void
    ) async -> Bool {
        scheduleFlush()
        do {
            try await produce(sink)
            return sink.finish()
        } catch {
            sink.abandon()
            return false
        }
    }
}

/// The socket as the place a streamed answer goes to.
///
/// `@unchecked Sendable`: used on the connection's loop only, which `write` makes sure of.
final class SocketSink: PostingSink, @unchecked Sendable {
    private let connection: Connection
    private let chunked: Bool
    private var remaining: Int?
    private var ended = false

    init(connection: Connection, chunked: Bool, length: Int?) {
        (self.connection, self.chunked, remaining) = (connection, chunked, length)
    }

    /// A sink kept beyond its answer takes nothing: the bytes would become part of another's.
    func write(_ bytes: [UInt8]) async throws {
        guard connection.worker.loop.isCurrent, !ended else { throw BodyFault.interrupted }
        if let remaining {
            guard bytes.count <= remaining else { throw BodyFault.tooLarge }
            self.remaining = remaining - bytes.count
        }
        if chunked {
            ResponseWriter.writeChunk(bytes, into: &connection.output)
        } else {
            connection.output.append(bytes)
        }
        connection.scheduleFlush()
        guard await connection.waitForRoom(below: connection.worker.limits.sendAhead) else {
            throw BodyFault.interrupted
        }
    }

    func post(_ bytes: [UInt8]) -> Bool {
        guard connection.worker.loop.isCurrent, !ended, remaining == nil, connection.mayPost else { return false }
        if chunked {
            ResponseWriter.writeChunk(bytes, into: &connection.output)
        } else {
            connection.output.append(bytes)
        }
        connection.scheduleFlush()
        return true
    }

    func keep(_ keeper: any ConnectionKeeper) {
        if connection.worker.loop.isCurrent, !ended { connection.keep(keeper) }
    }

    /// True when as much was written as was promised.
    func finish() -> Bool {
        ended = true
        if chunked { connection.output.append("0\r\n\r\n") }
        return (remaining ?? 0) == 0
    }

    /// The producer failed: whatever it still writes is lost.
    func abandon() { ended = true }
}
