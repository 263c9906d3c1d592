import CLinux
import Glibc

/// Where a socket listens or where its peer is: an IPv4 or IPv6 address with a port, or a path.
@safe
public struct SocketAddress: Sendable {
    private var storage = sockaddr_storage()
    private(set) var length: socklen_t = 0

    /// From numeric text, `127.0.0.1` or `::1`. Nil for anything else; names are not looked up.
    public init?(host: String, port: UInt16) {
        var v4 = sockaddr_in()
        var v6 = sockaddr_in6()
        if unsafe inet_pton(AF_INET, host, &v4.sin_addr) == 1 {
            v4.sin_family = sa_family_t(AF_INET)
            v4.sin_port = port.bigEndian
            copy(&v4, MemoryLayout<sockaddr_in>.size)
        } else if unsafe inet_pton(AF_INET6, host, &v6.sin6_addr) == 1 {
            v6.sin6_family = sa_family_t(AF_INET6)
            v6.sin6_port = port.bigEndian
            copy(&v6, MemoryLayout<sockaddr_in6>.size)
        } else {
            return nil
        }
    }

    /// What the system wrote into the closure's buffer.
    init(filledBy fill: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Void) {
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        unsafe withUnsafeMutablePointer(to: &storage) { storage in
            unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe fill($0, &length) }
        }
        self.length = length
    }

    private mutating func copy<Address>(_ address: inout Address, _ size: Int) {
        unsafe withUnsafeMutableBytes(of: &storage) { target in
            unsafe withUnsafeBytes(of: &address) { unsafe target.copyMemory(from: $0) }
        }
        length = socklen_t(size)
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        unsafe withUnsafePointer(to: storage) { storage in
            unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) }
        }
    }

    /// The kind of socket that fits.
    var family: Int32 { Int32(storage.ss_family) }

    /// The port in host order; 0 for a path.
    public var port: UInt16 {
        family == AF_INET || family == AF_INET6
            ? unsafe withUnsafeBytes(of: storage) {
                UInt16(bigEndian: unsafe $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
            }
            : 0
    }

    /// The address's bytes: 4, 16, or none for a path.
    public var bytes: [UInt8] {
        unsafe withUnsafeBytes(of: storage) { raw in
            switch family {
            case AF_INET: unsafe [UInt8](raw[4..<8])
            case AF_INET6: unsafe [UInt8](raw[8..<24])
            default: []
            }
        }
    }

    /// Numeric text without the port.
    public var host: String {
        var text = [CChar](repeating: 0, count: 64)
        var bytes = self.bytes
        guard !bytes.isEmpty, unsafe inet_ntop(family, &bytes, &text, 64) != nil else { return "local" }
        return unsafe String(cString: &text)
    }
}
