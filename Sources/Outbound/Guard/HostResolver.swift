public import HTTP

/// Turns names into addresses: the seam at which tests put a server of their own.
public protocol HostResolver: Sendable {
    /// All addresses of a name; empty when it has none.
    func addresses(of host: HostName) async throws -> [IPAddress]
}
