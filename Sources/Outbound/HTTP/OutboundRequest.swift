public import HTTP

/// A request of ours to somebody else.
public struct OutboundRequest: Sendable {
    /// What is sent along.
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
    /// How many redirects are followed; none unless asked for.
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
    /// Fields in order, names in lower case.
    public let fields: [(name: String, value: String)]
    /// The content, as it comes. Not reading it holds the sender back.
    public let body: OutboundBody

    /// A field's first value.
    public subscript(_ name: FieldName) -> String? { fields.first { $0.name == name.text }?.value }
}

/// The content of an answer.
public struct OutboundBody: Sendable {
    let transfer: Transfer

    /// The next piece; nil at the end.
    public func next() async throws -> [UInt8]? { try await transfer.nextPiece() }

    /// All of it; the request's limit holds.
    public func collect() async throws -> [UInt8] {
        var whole: [UInt8] = []
        while let piece = try await next() {
            if whole.isEmpty { whole = piece } else { whole.append(contentsOf: piece) }
        }
        return whole
    }

    /// Reads no further; the connection is closed.
    public func abandon() async { await transfer.abandon() }
}

/// Why no whole answer came.
public struct OutboundError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kinds, for machines.
    public enum Code: Sendable, Hashable {
        /// The host is not among the caller's destinations.
        case destinationNotListed
        /// The address is not a public one.
        case addressNotAllowed
        /// The name has no address.
        case unknownHost
        /// No connection.
        case notConnected
        /// The certificate is not acceptable.
        case certificate
        /// It took too long.
        case timeout
        /// The answer is larger than allowed.
        case tooLarge
        /// More redirects than allowed, or one to nowhere.
        case redirect
        /// The connection broke, or the other side does not speak HTTP.
        case interrupted
        /// The calling task was cancelled.
        case cancelled
        /// Too many requests are under way.
        case saturated
    }

    /// What kind of failure.
    public let code: Code
    /// What the library said.
    public let message: String

    init(_ code: Code, _ message: String = "") { (self.code, self.message) = (code, message) }

    /// Bland: what a tenant learns must not map our network.
    public var description: String {
        switch code {
        case .destinationNotListed, .addressNotAllowed: "the destination is not allowed"
        case .timeout: "the other side took too long"
        case .tooLarge: "the answer is too large"
        case .certificate: "the other side's certificate is not valid"
        default: "the other side cannot be reached"
        }
    }

    /// All that is known.
    public var debugDescription: String { "OutboundError.\(code)\(message.isEmpty ? "" : ": \(message)")" }

    /// True when the same request may be tried again later.
    public var isTransient: Bool {
        switch code {
        case .notConnected, .timeout, .interrupted, .saturated, .unknownHost: true
        default: false
        }
    }
}
