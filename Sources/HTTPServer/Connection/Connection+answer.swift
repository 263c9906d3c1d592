import EventLoop
import HTTP

extension Connection {
    /// Writes an answer. The framing is decided here, from the request's version and method.
    func send(_ response: Response, to request: Request) async {
        guard machine.phase != .closed else { return worker.log(response.status, request, bytes: 0) }
        if let bodyRefusal { return refuseLate(bodyRefusal, request) }
        let headOnly = request.method == .head || response.status.forbidsBody
        let end = framing(of: response, request)
        let keepAlive = machine.mayKeepAlive && (end != .close || headOnly)
        ResponseWriter.writeHead(
            response, end, keepAlive: keepAlive, minorVersion: request.head.minorVersion, into: &output,
            date: worker.date)
        var whole = true
        if !headOnly { whole = await sendBody(response.body, end) }
        worker.log(response.status, request, bytes: response.length ?? 0)
        if whole { responseEnded(keptAlive: keepAlive) } else { close() }
    }

    private func refuseLate(_ refusal: Refusal, _ request: Request) {
        worker.log(refusal.status, request, bytes: 0)
        refuse(refusal)
    }

    private func framing(of response: Response, _ request: Request) -> ResponseWriter.BodyEnd {
        if response.status.forbidsBody { return .none }
        if let length = response.length { return .length(length) }
        return request.head.minorVersion == 1 ? .chunked : .close
    }

    /// False when the body could not be sent whole: then the connection must end without its proper end.
    private func sendBody(_ body: Response.Body, _ end: ResponseWriter.BodyEnd) async -> Bool {
        switch body {
        case .empty: return true
        case .bytes(let bytes):
            output.append(bytes)
            return output.count <= worker.limits.sendAhead ? true : await waitForRoom(below: worker.limits.sendAhead)
        case .stream(let length, let produce):
            return await stream(SocketSink(connection: self, chunked: end == .chunked, length: length), produce)
        case .file(let file, let offset, let length):
            return await sendFile(file.descriptor, offset..<(offset + length))
        }
    }

    private func stream(
        _ sink: SocketSink, _ produce: @Sendable (any BodySink) async throws -> Void
    ) async -> Bool {
        machine.streamingBegan()
        scheduleFlush()
        do {
            try await produce(sink)
            return sink.finish()
        } catch {
            return false
        }
    }
}

/// The socket as the place a streamed answer goes to.
///
/// `@unchecked Sendable`: used by the connection's task only, on the connection's loop.
final class SocketSink: BodySink, @unchecked Sendable {
    private let connection: Connection
    private let chunked: Bool
    private var remaining: Int?

    init(connection: Connection, chunked: Bool, length: Int?) {
        (self.connection, self.chunked, remaining) = (connection, chunked, length)
    }

    func write(_ bytes: [UInt8]) async throws {
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

    /// True when as much was written as was promised.
    func finish() -> Bool {
        if chunked { connection.output.append("0\r\n\r\n") }
        return (remaining ?? 0) == 0
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
