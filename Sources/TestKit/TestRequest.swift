public import HTTP
import HTTPServer

/// Requests made of text, for what stands above the server and needs no socket.
public enum TestRequest {
    /// A request without a body as the server would hand it on; throws the server's refusal.
    public static func make(
        _ line: String, _ fields: [String] = [], id: RequestNumber = RequestNumber(series: 0xA1, count: 7)
    ) throws -> Request {
        let text = ([line + " HTTP/1.1", "Host: example.com"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
        let parser = RequestParser(limits: ServerLimits())
        _ = try unsafe Array(text.utf8).withUnsafeBufferPointer { try unsafe parser.parse(head: $0) }
        return Request(
            head: parser.head, body: .empty, peer: Peer(host: "127.0.0.1", port: 4711, isSecure: false), id: id)
    }
}
