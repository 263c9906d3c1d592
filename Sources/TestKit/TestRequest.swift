public import HTTP
import HTTPServer
import Synchronization

/// Requests made of text, for what stands above the server and needs no socket.
public enum TestRequest {
    /// A request as the server would hand it on; throws the server's refusal.
    public static func make(
        _ line: String, _ fields: [String] = [], host: String = "example.com", body: [UInt8]? = nil,
        peer: String = "127.0.0.1", id: RequestNumber = RequestNumber(series: 0xA1, count: 7)
    ) throws -> Request {
        let length = body.map { ["Content-Length: \($0.count)"] } ?? []
        let lines = [line + " HTTP/1.1", "Host: \(host)"] + fields + length
        let text = lines.joined(separator: "\r\n") + "\r\n\r\n"
        let parser = RequestParser(limits: ServerLimits())
        _ = try unsafe Array(text.utf8).withUnsafeBufferPointer { try unsafe parser.parse(head: $0) }
        let given = body.map { RequestBody(declaredLength: $0.count, source: GivenBody($0)) } ?? .empty
        return Request(
            head: parser.head, body: given, peer: Peer(host: peer, port: 4711, isSecure: false), id: id)
    }
}

/// A body that is there, in pieces as a socket would give them.
private final class GivenBody: BodySource {
    private let rest: Mutex<[UInt8]>

    init(_ bytes: [UInt8]) { rest = Mutex(bytes) }

    func next() async throws -> [UInt8]? {
        rest.withLock { rest in
            guard !rest.isEmpty else { return nil }
            let piece = Array(rest.prefix(65_536))
            rest.removeFirst(piece.count)
            return piece
        }
    }
}
