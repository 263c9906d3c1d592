public import EventLoop
import Glibc
public import HTTP

/// Turns names into addresses: the seam at which tests put a server of their own.
public protocol HostResolver: Sendable {
    /// All addresses of a name; empty when it has none.
    func addresses(of host: HostName) async throws -> [IPAddress]
}

/// The system's own resolver: hosts file, then the servers it knows. It blocks, so it works on the pool.
public struct SystemResolver: HostResolver {
    private let blocking: BlockingPool

    /// A resolver on a pool.
    public init(blocking: BlockingPool) { self.blocking = blocking }

    /// Asks the system.
    public func addresses(of host: HostName) async throws -> [IPAddress] {
        try await blocking.run { Self.lookUp(host.text) }
    }

    private static func lookUp(_ name: String) -> [IPAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(name, nil, &hints, &list) == 0, let first = unsafe list else { return [] }
        defer { unsafe freeaddrinfo(first) }
        var addresses: [IPAddress] = []
        var entry = unsafe Optional(first)
        while let current = unsafe entry {
            if let address = unsafe address(current.pointee), !addresses.contains(address) { addresses.append(address) }
            unsafe entry = current.pointee.ai_next
        }
        return addresses
    }

    private static func address(_ entry: addrinfo) -> IPAddress? {
        guard let raw = unsafe entry.ai_addr else { return nil }
        return unsafe IPAddress(raw)
    }
}

extension IPAddress {
    /// The address in a socket address; nil for other families.
    init?(_ raw: UnsafePointer<sockaddr>) {
        let (offset, count): (Int, Int)
        switch unsafe Int32(raw.pointee.sa_family) {
        case AF_INET: (offset, count) = (4, 4)
        case AF_INET6: (offset, count) = (8, 16)
        default: return nil
        }
        let bytes = unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(raw) + offset, count: count)
        let copy = unsafe [UInt8](bytes)
        self.init(networkBytes: copy.span)
    }
}
