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
