import Glibc
public import HTTP

/// A name server's place.
public struct NameServer: Sendable, Hashable {
    /// Its address.
    public let address: IPAddress
    /// Its port, for datagrams and connections.
    public let port: UInt16

    /// A name server.
    public init(_ address: IPAddress, port: UInt16 = 53) { (self.address, self.port) = (address.unmapped, port) }
}

/// One socket to a name server, connected, so that the system drops whatever comes from elsewhere.
struct NameSocket: ~Copyable {
    let descriptor: Int32

    init(to server: NameServer, stream: Bool) throws(DNSError) {
        let family = if case .v4 = server.address { AF_INET } else { AF_INET6 }
        let kind = stream ? SOCK_STREAM.rawValue : SOCK_DGRAM.rawValue
        descriptor = socket(family, Int32(kind | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw DNSError(.unreachable, "socket: \(errno)") }
        if !stream { bindAnywhere(family) }
        let code = unsafe Self.withSocketAddress(server.address, server.port) {
            unsafe connect(descriptor, $0, $1)
        }
        guard code == 0 || errno == EINPROGRESS else { throw DNSError(.unreachable, "connect: \(errno)") }
    }

    deinit { close(descriptor) }

    /// A random port is half of what a forger has to guess. Where none can be had, the system chooses.
    private borrowing func bindAnywhere(_ family: Int32) {
        let anywhere: IPAddress = family == AF_INET ? .v4(0) : .v6(high: 0, low: 0)
        for _ in 0..<8 {
            let port = UInt16.random(in: 1_024...65_535)
            let code = unsafe Self.withSocketAddress(anywhere, port) { unsafe bind(descriptor, $0, $1) }
            if code == 0 { return }
        }
    }

    /// How many bytes went; nil when none can go now.
    borrowing func send(_ bytes: ArraySlice<UInt8>) throws(DNSError) -> Int? {
        let count = unsafe bytes.withUnsafeBytes { raw in
            unsafe Glibc.send(descriptor, raw.baseAddress, raw.count, Int32(MSG_NOSIGNAL))
        }
        if count >= 0 { return count }
        guard errno == EAGAIN || errno == EINTR else { throw DNSError(.unreachable, "send: \(errno)") }
        return nil
    }

    /// What has come; nil when nothing has yet, empty at a stream's end.
    borrowing func receive(atMost limit: Int) throws(DNSError) -> [UInt8]? {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            count = unsafe recv(descriptor, buffer.baseAddress, limit, 0)
            filled = max(count, 0)
        }
        if count >= 0 { return bytes }
        guard errno == EAGAIN || errno == EINTR else { throw DNSError(.unreachable, "recv: \(errno)") }
        return nil
    }

    private static func withSocketAddress<Result>(
        _ address: IPAddress, _ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        switch address {
        case .v4(let bits):
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = port.bigEndian
            place.sin_addr.s_addr = bits.bigEndian
            return unsafe lend(place, body)
        case .v6(let high, let low):
            var place = sockaddr_in6()
            place.sin6_family = sa_family_t(AF_INET6)
            place.sin6_port = port.bigEndian
            unsafe withUnsafeMutableBytes(of: &place.sin6_addr) { raw in
                unsafe raw.storeBytes(of: high.bigEndian, as: UInt64.self)
                unsafe raw.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            }
            return unsafe lend(place, body)
        }
    }

    private static func lend<Place, Result>(
        _ place: Place, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        unsafe withUnsafePointer(to: place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<Place>.size))
            }
        }
    }
}
