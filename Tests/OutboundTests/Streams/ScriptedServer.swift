import EventLoop
import Glibc

/// A server that says and hears exactly what one test wants, on a thread of its own.
enum ScriptedServer {
    /// Runs the script for the first client, and the body with the port; both are waited for.
    static func run<Success: Sendable>(
        _ script: @escaping @Sendable (RawPeer) throws -> Void,
        _ body: @escaping @Sendable (UInt16) async throws -> Success
    ) async throws -> Success {
        let listener = try Listening()
        let thread = BlockingPool(threads: 1, waiting: 4)
        let finished = Task {
            try await thread.run {
                guard let peer = listener.accept() else { return }
                defer { peer.close() }
                // A client that leaves early ends the script; what it saw is the body's business.
                try? script(peer)
            }
        }
        let result: Result<Success, any Error>
        do { result = .success(try await body(listener.port)) } catch { result = .failure(error) }
        listener.stop()
        _ = try? await finished.value
        thread.stop()
        return try result.get()
    }
}

/// A socket that listens on a free port of 127.0.0.1.
///
/// `@unchecked Sendable`: the descriptor is made once and ended once.
final class Listening: @unchecked Sendable {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (descriptor, size) = (descriptor, length)
        let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, size) == 0 && listen(descriptor, 8) == 0
                    ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard code == 0 else { throw SystemError(call: "bind", code: errno) }
        port = UInt16(bigEndian: address.sin_port)
    }

    func accept() -> RawPeer? { acceptRaw().map { RawPeer($0) } }

    /// The client's descriptor, to be made a peer on the thread that serves it.
    func acceptRaw() -> Int32? {
        let peer = Glibc.accept(descriptor, nil, nil)
        return peer >= 0 ? peer : nil
    }

    /// Whoever waits for a client waits no longer.
    func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    deinit { close(descriptor) }
}

/// The server's side of one connection, in plain blocking calls.
final class RawPeer {
    struct Gone: Error {}

    private let descriptor: Int32
    private var received: [UInt8] = []

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    func say(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.send(
                    descriptor, $0.baseAddress.map { unsafe $0 + sent }, $0.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Gone() }
            sent += count
        }
    }

    /// The next line, without its end.
    @discardableResult
    func hear() throws -> String {
        while true {
            if let end = received.firstIndex(of: 10) {
                let line = received[..<end].filter { $0 != 13 }
                received.removeFirst(end + 1)
                return String(decoding: line, as: UTF8.self)
            }
            try receive()
        }
    }

    /// Everything up to and with the line that is a dot alone.
    @discardableResult
    func hearMessage() throws -> [String] {
        var lines: [String] = []
        while lines.last != "." { lines.append(try hear()) }
        return lines
    }

    /// At least one byte, of whatever kind.
    func hearAnything() throws {
        while received.isEmpty { try receive() }
        received = []
    }

    /// Everything up to the client's end.
    func hearAll() throws -> [UInt8] {
        while (try? receive()) != nil {}
        return received
    }

    private func receive() throws {
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        let count = unsafe recv(descriptor, &piece, piece.count, 0)
        guard count > 0 else { throw Gone() }
        received += piece[..<count]
    }

    func pause(_ milliseconds: UInt32) { usleep(milliseconds * 1000) }

    func endOutput() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The end the other side cannot read past.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    private var isClosed = false

    func close() {
        guard !isClosed else { return }
        isClosed = true
        Glibc.close(descriptor)
    }
}
