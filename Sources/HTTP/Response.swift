/// Where a streamed response is written to. The server's own conformance writes the socket.
public protocol BodySink: AnyObject, Sendable {
    /// Sends a piece; suspends while the peer is slow, throws when it is gone.
    func write(_ bytes: [UInt8]) async throws
}

/// A sink for an answer without an end: what a broadcast needs. Used on its loop only.
public protocol PostingSink: BodySink {
    /// Sends a piece without waiting; false, and nothing sent, when the peer is too slow or gone.
    func post(_ bytes: [UInt8]) -> Bool
    /// Tells the keeper, once, when the answer should end.
    func keep(_ keeper: any ConnectionKeeper)
}

/// An answer.
public struct Response: Sendable {
    /// What it carries.
    public enum Body: Sendable {
        /// Nothing.
        case empty
        /// All of it at once.
        case bytes([UInt8])
        /// Made piece by piece; without a length it goes out chunked.
        case stream(length: Int?, @Sendable (any BodySink) async throws -> Void)
        /// A part of an open file, sent by the kernel without copies.
        case file(any OpenFile, offset: Int, length: Int)
        /// None: the connection goes over to another protocol (101), spoken by the closure until it returns.
        case upgrade(@Sendable (any ByteChannel) async throws -> Void)
    }

    /// The status.
    public var status: Status
    /// Fields; the server itself adds date, length, connection, nosniff and the request's number.
    public var fields: Fields
    /// The content.
    public var body: Body
    /// True when no other request is to follow on the connection: for answers that take very long.
    public var endsConnection = false

    /// An answer of these parts.
    public init(_ status: Status, fields: Fields = Fields(), body: Body = .empty) {
        (self.status, self.fields, self.body) = (status, fields, body)
    }

    /// Text in UTF-8.
    public static func text(_ text: String, status: Status = .ok) -> Response {
        Response(status, fields: Fields((.contentType, "text/plain; charset=utf-8")), body: .bytes(Array(text.utf8)))
    }

    /// JSON that has been written already.
    public static func json(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(status, fields: jsonFields, body: .bytes(bytes))
    }

    /// Made once: every answer in JSON begins with them.
    private static let jsonFields = Fields((.contentType, "application/json"))

    /// How long the body is, where that is known.
    public var length: Int? {
        switch body {
        case .empty, .upgrade: 0
        case .bytes(let bytes): bytes.count
        case .stream(let length, _): length
        case .file(_, _, let length): length
        }
    }
}

/// An open file, closed with its last reference.
public protocol OpenFile: AnyObject, Sendable {
    /// The descriptor.
    var descriptor: Int32 { get }
}

/// Answers requests: the one seam between the server and all that stands above it. It cannot fail; what goes wrong
/// above becomes an answer above.
public protocol Responder: Sendable {
    /// The answer.
    func respond(to request: Request) async -> Response
}
