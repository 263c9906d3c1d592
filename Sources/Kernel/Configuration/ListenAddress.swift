public import HTTP

/// Where a listener binds: a numeric address and a port (0 lets the system choose).
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address.
    public let host: IPAddress
    /// The port.
    public let port: UInt16

    /// An address and a port.
    public init(host: IPAddress, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// `127.0.0.1:8080` or `[::1]:8080`.
    public var description: String {
        switch host {
        case .v4: "\(host):\(port)"
        case .v6: "[\(host)]:\(port)"
        }
    }
}
