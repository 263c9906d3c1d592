/// Where the bytes of a body come from. The server's own conformance reads the socket.
public protocol BodySource: AnyObject, Sendable {
    /// The next piece, nil at the end. Suspends until some has come; reading it makes room for more.
    func next() async throws -> [UInt8]?
}

/// A request's body. Nothing is read from the network until it is asked for, beyond one buffer.
public struct RequestBody: Sendable {
    /// What `Content-Length` said; nil for a chunked body; 0 without a body.
    public let declaredLength: Int?
    private let source: (any BodySource)?

    /// No body.
    public static let empty = RequestBody(declaredLength: 0, source: nil)

    /// A body that comes from the source.
    public init(declaredLength: Int?, source: (any BodySource)?) {
        (self.declaredLength, self.source) = (declaredLength, source)
    }

    /// The next piece; nil at the end.
    public func next() async throws -> [UInt8]? { try await source?.next() }

    /// The whole body, if it has no more than `limit` bytes.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        guard let source else { return [] }
        if let declaredLength, declaredLength > limit { throw BodyFault.tooLarge }
        var whole: [UInt8] = []
        while let piece = try await source.next() {
            guard piece.count <= limit - whole.count else { throw BodyFault.tooLarge }
            if whole.isEmpty { whole = piece } else { whole.append(contentsOf: piece) }
        }
        return whole
    }
}

/// Why a body could not be read to its end.
public enum BodyFault: Error, Sendable, CustomStringConvertible {
    /// More than the limit.
    case tooLarge
    /// The peer went away, or broke the framing.
    case interrupted
    /// It came too slowly.
    case tooSlow

    /// For people.
    public var description: String {
        switch self {
        case .tooLarge: "the body is larger than allowed"
        case .interrupted: "the body did not arrive whole"
        case .tooSlow: "the body came too slowly"
        }
    }
}
