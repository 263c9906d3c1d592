import EventLoop
import Glibc
import HTTP

/// A socket that does not block: what is system about a stream, and nothing else.
struct ConnectedSocket: ~Copyable {
    let descriptor: Int32

    /// Begins to connect. The other side's answer shows as writability.
    init(connectingTo address: IPAddress, port: UInt16) throws(StreamError) {
        let address = address.unmapped
        let family = if case .v4 = address { AF_INET } else { AF_INET6 }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(family, kind, 0)
        guard descriptor >= 0 else { throw StreamError(.notConnected, systemMessage("socket")) }
        setSocketOption(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        setSocketOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1)
        let code = unsafe address.withSocketAddress(port: port) { unsafe connect(descriptor, $0, $1) }
        guard code == 0 || errno == EINPROGRESS else {
            let failure = StreamError(.notConnected, systemMessage("connect"))
            close(descriptor)
            throw failure
        }
        self.descriptor = descriptor
    }

    /// Begins to connect to a socket of this machine.
    init(connectingTo path: String) throws(StreamError) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard (1..<room).contains(path.utf8.count) else { throw StreamError(.notConnected, "no path of a socket") }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { throw StreamError(.notConnected, systemMessage("socket")) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let code = unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, length)
            }
        }
        // A queue that is full says EAGAIN, and will not tell when it has room: as good as nobody there.
        guard code == 0 || errno == EINPROGRESS else {
            let failure = StreamError(.notConnected, systemMessage("connect"))
            close(descriptor)
            throw failure
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Throws what became of the connecting.
    borrowing func checkConnected() throws(StreamError) {
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
        guard code == 0 else {
            throw StreamError(.notConnected, unsafe "connect failed: \(String(cString: strerror(code)))")
        }
    }

    /// Where this end of the connection is.
    borrowing func ownAddress() -> IPAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let code = unsafe withUnsafeMutablePointer(to: &storage) { storage in
            unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &length)
            }
        }
        guard code == 0 else { return nil }
        let range = Int32(storage.ss_family) == AF_INET ? 4..<8 : 8..<24
        let bytes = unsafe withUnsafeBytes(of: storage) { unsafe [UInt8]($0[range]) }
        return IPAddress(networkBytes: bytes.span)
    }

    enum Received { case bytes(Int), nothingYet, end }

    borrowing func receive(into room: UnsafeMutableBufferPointer<UInt8>) throws(StreamError) -> Received {
        while true {
            let count = unsafe recv(descriptor, room.baseAddress, room.count, 0)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .end }
            if errno == EAGAIN { return .nothingYet }
            if errno != EINTR { throw StreamError(.interrupted, systemMessage("recv")) }
        }
    }

    /// How many bytes the system took; 0 when it takes none now.
    borrowing func send(_ bytes: UnsafeBufferPointer<UInt8>) throws(StreamError) -> Int {
        while true {
            let count = unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if count >= 0 { return count }
            if errno == EAGAIN { return 0 }
            if errno != EINTR { throw StreamError(.interrupted, systemMessage("send")) }
        }
    }

    borrowing func endOutput() { shutdown(descriptor, Int32(SHUT_WR)) }
}

private func systemMessage(_ call: String) -> String {
    let code = errno
    return unsafe "\(call) failed: \(String(cString: strerror(code)))"
}

extension IPAddress {
    /// Lends the address as the system wants it.
    func withSocketAddress<Result>(port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var storage = sockaddr_storage()
        let length = unsafe withUnsafeMutableBytes(of: &storage) { unsafe write(port: port, into: $0) }
        return unsafe withUnsafePointer(to: storage) { storage in
            unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, socklen_t(length)) }
        }
    }

    private func write(port: UInt16, into raw: UnsafeMutableRawBufferPointer) -> Int {
        unsafe raw.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
        switch self {
        case .v4(let bits):
            unsafe raw.storeBytes(of: sa_family_t(AF_INET), as: sa_family_t.self)
            unsafe raw.storeBytes(of: bits.bigEndian, toByteOffset: 4, as: UInt32.self)
            return MemoryLayout<sockaddr_in>.size
        case .v6(let high, let low):
            unsafe raw.storeBytes(of: sa_family_t(AF_INET6), as: sa_family_t.self)
            unsafe raw.storeBytes(of: high.bigEndian, toByteOffset: 8, as: UInt64.self)
            unsafe raw.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt64.self)
            return MemoryLayout<sockaddr_in6>.size
        }
    }
}
