import Glibc

/// A port of this machine that somebody listens on, as long as the value lives.
final class TakenPort {
    let port: UInt16
    private let descriptor: Int32

    static let inUse = EADDRINUSE

    init?() {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let bound = unsafe withUnsafeMutablePointer(to: &name) { name in
            unsafe name.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe bind(descriptor, name, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, name, &length) == 0
            }
        }
        port = UInt16(bigEndian: name.sin_port)
        if !bound { return nil }
    }

    deinit { close(descriptor) }
}
