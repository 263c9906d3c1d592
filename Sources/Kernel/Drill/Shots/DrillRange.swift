import Core
import HTTP
import HTTPServer

/// What came back.
struct DrillAnswer: Sendable {
    let status: UInt16
    let fields: [(name: String, value: String)]
    let body: [UInt8]
    /// The number of the request, which no two answers share.
    let number: String
    /// What was sent, to tell an echo from a leak.
    let sent: [UInt8]

    var isSuccess: Bool { (200..<300).contains(status) }

    /// Fields and body in one, as they are searched.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields { bytes += Array("\(name): \(value)\n".utf8) }
        return bytes + body
    }

    /// Everything that a caller can tell apart, without the number and without what the caller said himself.
    func likeness(without word: String) -> String {
        var text = "\(status)\n" + String(decoding: bytes, as: UTF8.self)
        for part in [number, word] where !part.isEmpty {
            text = text.split(separator: part, omittingEmptySubsequences: false).joined(separator: "…")
        }
        return text
    }
}

/// Where shots are fired: the whole chain of the house, in this process and without sockets.
struct DrillRange: Sendable {
    let chain: WebChain
    let words: DrillWords
    let series: UInt64

    func fire(_ shot: DrillShot, at route: DrillRoute, number: UInt64) async throws -> DrillAnswer {
        let (head, body) = try words.text(of: shot, to: route)
        return try await send(head, body, from: shot.peer, number: number)
    }

    /// Sends what has been put into words.
    func send(_ head: String, _ body: [UInt8] = [], from peer: Int, number: UInt64) async throws -> DrillAnswer {
        let number = RequestNumber(series: series, count: number)
        let sent = Array(head.utf8) + body
        guard let request = Self.request(head, HeldBody(body), body.count, number, peer) else {
            return DrillAnswer(status: 400, fields: [], body: [], number: number.description, sent: sent)
        }
        let response = await chain.respond(to: request)
        return DrillAnswer(
            status: response.status.code, fields: response.fields.entries.map { ($0.name.text, $0.value) },
            body: try await Self.body(of: response), number: number.description, sent: sent)
    }

    /// Nil where the server itself would have refused.
    static func request(
        _ head: String, _ body: any BodySource, _ length: Int, _ number: RequestNumber, _ peer: Int
    ) -> Request? {
        let parser = RequestParser(limits: ServerLimits())
        guard (try? unsafe Array(head.utf8).withUnsafeBufferPointer { try unsafe parser.parse(head: $0) }) != nil else {
            return nil
        }
        let address = "10.\(peer >> 16 & 255).\(peer >> 8 & 255).\(peer & 255)"
        return Request(
            head: parser.head, body: RequestBody(declaredLength: length, source: body),
            peer: Peer(host: address, port: 4711, isSecure: true), id: number)
    }

    /// A request for what is called without one.
    static func bareRequest(to host: String) throws -> Request {
        let number = RequestNumber(series: 0, count: 0)
        guard let request = request("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n", HeldBody([]), 0, number, 0) else {
            throw DrillFault("no request can be made to \(host)")
        }
        return request
    }

    private static func body(of response: Response) async throws -> [UInt8] {
        switch response.body {
        case .empty, .upgrade: return []
        case .bytes(let bytes): return bytes
        case .stream(_, let write):
            let sink = HeldSink()
            // A stream without an end is cut; what came until then is looked at.
            try? await write(sink)
            return sink.bytes
        case .file(let file, let offset, let length): return FileBytes.read(file, offset, min(length, HeldSink.most))
        }
    }
}
