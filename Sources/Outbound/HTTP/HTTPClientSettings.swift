public import HTTP

/// How the house talks to others.
public struct HTTPClientSettings: Sendable {
    /// Requests under way per loop; further ones are refused.
    public var concurrency = 256
    /// Connections per host and loop.
    public var connectionsPerHost = 64
    /// A file of certificate authorities instead of the system's: for tests and closed networks.
    public var authorities: String?
    /// What we call ourselves.
    public var userAgent = "Konak"

    /// The defaults.
    public init() {}
}

/// Something secret that goes along with a request: lent by its owner at the last moment, and never to another origin.
public protocol OutboundCredential: Sendable {
    /// Adds its field.
    func apply(to fields: inout Fields, for url: OutboundURL) async throws
}
