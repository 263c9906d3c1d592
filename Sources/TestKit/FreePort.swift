public import EventLoop
import Glibc

/// Ports of 127.0.0.1 that nobody listens on just now.
public enum FreePort {
    /// One.
    public static func find() throws(SystemError) -> UInt16 { try find(1)[0] }

    /// So many different ones: all are held until all are known.
    public static func find(_ count: Int) throws(SystemError) -> [UInt16] {
        var descriptors: [Int32] = []
        defer { for descriptor in descriptors { close(descriptor) } }
        var ports: [UInt16] = []
        for _ in 0..<count {
            let (descriptor, port) = try LoopbackSocket.bound()
            descriptors.append(descriptor)
            ports.append(port)
        }
        return ports
    }
}

/// Plain blocking sockets of 127.0.0.1, for what stands beside the code under test.
enum LoopbackSocket {
    static func new() -> Int32 { socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0) }

    /// One at a free port.
    static func bound() throws(SystemError) -> (descriptor: Int32, port: UInt16) {
        let descriptor = try systemCall("socket") { new() }
        var place = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = unsafe at(0) { unsafe bind(descriptor, $0, $1) }
        let told = unsafe withUnsafeMutablePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &length)
            }
        }
        guard code == 0, told == 0 else {
            let failure = SystemError(call: "bind", code: errno)
            close(descriptor)
            throw failure
        }
        return (descriptor, UInt16(bigEndian: place.sin_port))
    }

    /// One that is connected; nil when nobody listens there.
    static func connected(to port: UInt16) -> Int32? {
        let descriptor = new()
        if unsafe at(port, { unsafe connect(descriptor, $0, $1) }) == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    private static func at(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return unsafe withUnsafePointer(to: place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
