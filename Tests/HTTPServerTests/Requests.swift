import HTTP
import Testing

@testable import HTTPServer

/// Requests made of text, for what can be tested without a socket.
enum Requests {
    /// A request as the server would hand it on, its body in these pieces.
    static func make(
        _ line: String, _ fields: [String] = [], body: [[UInt8]] = [], peer: String = "127.0.0.1"
    ) throws -> Request {
        let text = ([line + " HTTP/1.1", "Host: example.com"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
        let parser = RequestParser(limits: ServerLimits())
        _ = try unsafe Array(text.utf8).withUnsafeBufferPointer { try unsafe parser.parse(head: $0) }
        return Request(
            head: parser.head, body: RequestBody(declaredLength: nil, source: Pieces(body)),
            peer: Peer(host: peer, port: 4711, isSecure: false), id: RequestNumber(series: 1, count: 1))
    }

    /// The framing of a head given as lines, or the refusal.
    static func framing(_ lines: [String], limits: ServerLimits = ServerLimits()) throws -> Framing {
        let text = lines.joined(separator: "\r\n") + "\r\n\r\n"
        let parser = RequestParser(limits: limits)
        return try unsafe Array(text.utf8).withUnsafeBufferPointer { try unsafe parser.parse(head: $0) }
    }

    /// Why a head is refused; nil when it is not.
    static func refusal(_ lines: [String], limits: ServerLimits = ServerLimits()) -> Refusal? {
        do {
            _ = try framing(lines, limits: limits)
            return nil
        } catch {
            return error as? Refusal
        }
    }
}

/// A body that comes in given pieces, then ends, or fails.
///
/// `@unchecked Sendable`: one test's task reads it.
final class Pieces: BodySource, @unchecked Sendable {
    private var pieces: [[UInt8]]
    private let fault: BodyFault?

    init(_ pieces: [[UInt8]], thenFailing fault: BodyFault? = nil) {
        (self.pieces, self.fault) = (pieces.reversed(), fault)
    }

    func next() async throws -> [UInt8]? {
        if let piece = pieces.popLast() { return piece }
        if let fault { throw fault }
        return nil
    }
}

/// What a streamed answer wrote, piece by piece.
///
/// `@unchecked Sendable`: one test's task writes and reads it.
final class CollectingSink: BodySink, @unchecked Sendable {
    private(set) var pieces: [[UInt8]] = []

    func write(_ bytes: [UInt8]) async throws { pieces.append(bytes) }

    var bytes: [UInt8] { Array(pieces.joined()) }
}

extension Response {
    /// The whole body, streams included.
    func collected() async throws -> [UInt8] {
        switch body {
        case .empty: return []
        case .bytes(let bytes): return bytes
        case .stream(_, let produce):
            let sink = CollectingSink()
            try await produce(sink)
            return sink.bytes
        case .file, .upgrade: throw BodyFault.interrupted
        }
    }
}
