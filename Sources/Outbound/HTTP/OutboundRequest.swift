import EventLoop
public import HTTP

/// A request of ours to somebody else.
public struct OutboundRequest: Sendable {
    /// What is sent along; nothing with a HEAD.
    public enum Body: Sendable {
        /// Nothing.
        case empty
        /// All at once.
        case bytes([UInt8])
        /// Piece by piece, nil at the end; with a length where it is known.
        case stream(length: Int?, @Sendable () async throws -> [UInt8]?)
    }

    /// The method.
    public var method: Method
    /// Where to.
    public var url: OutboundURL
    /// Fields; Host, length and framing are ours.
    public var fields: Fields
    /// What is sent along.
    public var body: Body
    /// From the first step to the last byte.
    public var timeout: Duration = .seconds(10)
    /// Until connected, the TLS handshake included.
    public var connectTimeout: Duration = .seconds(5)
    /// More than this is refused while it comes.
    public var responseLimit = 1 << 20
    /// How many redirects are followed; none unless asked for. Each is judged as the first address was.
    public var redirects = 0

    /// A request.
    public init(_ method: Method, _ url: OutboundURL, fields: Fields = Fields(), body: Body = .empty) {
        (self.method, self.url, self.fields, self.body) = (method, url, fields, body)
    }
}

/// Somebody else's answer.
public struct OutboundResponse: Sendable {
    /// The status.
    public let status: Status
    /// The protocol it came by.
    public let version: OutboundVersion
    /// Fields in order, names in lower case.
    public let fields: [(name: String, value: String)]
    /// The content, as it comes. Not reading it holds the sender back.
    public let body: OutboundBody

    init(_ head: TransferHead, _ body: OutboundBody) {
        (status, version, fields, self.body) = (Status(head.status), head.version, head.fields, body)
    }

    /// A field's first value.
    public subscript(_ name: FieldName) -> String? { fields.first { $0.name == name.text }?.value }
}

/// A protocol's version.
public enum OutboundVersion: Sendable, Hashable {
    case http1
    case http2
}

/// The content of an answer.
public struct OutboundBody: Sendable {
    private let hold: Hold

    init(transfer: Transfer) { hold = Hold(transfer) }

    var transfer: Transfer { hold.transfer }

    /// The next piece; nil at the end.
    public func next() async throws(OutboundError) -> [UInt8]? {
        if transfer.curl.loop.isCurrent { return try await transfer.nextPiece() }
        let task = Task(executorPreference: transfer.curl.loop) {
            [transfer] () async -> Result<[UInt8]?, OutboundError> in
            do throws(OutboundError) { return .success(try await transfer.nextPiece()) } catch {
                return .failure(error)
            }
        }
        return try await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }.get()
    }

    /// All of it; the request's limit holds.
    public func collect() async throws(OutboundError) -> [UInt8] {
        var whole: [UInt8] = []
        while let piece = try await next() {
            if whole.isEmpty { whole = piece } else { whole.append(contentsOf: piece) }
        }
        return whole
    }

    /// Reads no further; the connection is closed.
    public func abandon() async {
        await Task(executorPreference: transfer.curl.loop) { [transfer] in
            transfer.fail(OutboundError(.cancelled))
        }.value
    }

    /// An answer that nobody can read any more gives its place back at once, not when its time is over.
    private final class Hold: Sendable {
        let transfer: Transfer

        init(_ transfer: Transfer) { self.transfer = transfer }

        deinit { transfer.letGo() }
    }
}
