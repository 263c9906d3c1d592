import Glibc
import Testing

@testable import EventLoop

@Suite struct ListenerTests {
    /// `@unchecked Sendable`: used on one loop only.
    private final class Guests: @unchecked Sendable { var sockets: [AcceptedSocket] = [] }

    private func connect(to port: UInt16) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        unsafe inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        let result = unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 { return descriptor }
        close(descriptor)
        return -1
    }

    @Test func `accepts everybody, says who it is, and nobody after the stop`() async throws {
        try await withLoops { group in
            let guests = Guests()
            let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
            let listener = try Listener(on: group.first, address) { guests.sockets.append($0) }
            #expect(listener.address.port != 0)
            let clients = (0..<300).map { _ in connect(to: listener.address.port) }
            #expect(!clients.contains(-1))
            for _ in 0..<200 where guests.sockets.count < 300 { try await group.first.sleep(for: .milliseconds(5)) }
            #expect(guests.sockets.count == 300)
            #expect(guests.sockets.allSatisfy { $0.peer.host == "127.0.0.1" && $0.peer.port != 0 })
            #expect(guests.sockets.allSatisfy { fcntl($0.descriptor, F_GETFL) & O_NONBLOCK != 0 })
            #expect(guests.sockets.allSatisfy { fcntl($0.descriptor, F_GETFD) & FD_CLOEXEC != 0 })
            listener.stop()
            // A child that another test starts just now may hold the socket for a moment longer.
            var late = connect(to: listener.address.port)
            for _ in 0..<100 where late >= 0 {
                close(late)
                try await group.first.sleep(for: .milliseconds(10))
                late = connect(to: listener.address.port)
            }
            #expect(late == -1)
            for socket in clients + guests.sockets.map(\.descriptor) { close(socket) }
        }
    }

    @Test func `an address in use is refused`() async throws {
        try await withLoops { group in
            let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
            let first = try Listener(on: group.first, address) { _ in }
            let taken = try #require(SocketAddress(host: "127.0.0.1", port: first.address.port))
            let error = #expect(throws: SystemError.self) { _ = try Listener(on: group.first, taken) { _ in } }
            #expect(error?.code == EADDRINUSE)
            first.stop()
        }
    }

    @Test(arguments: ["localhost", "", "127.0.0.1:80", "::g", "999.1.1.1", "[::1]"])
    func `only numeric addresses are addresses`(text: String) {
        #expect(SocketAddress(host: text, port: 80) == nil)
    }

    @Test(arguments: [("127.0.0.1", 4), ("::1", 16), ("2001:db8::7", 16)])
    func `addresses keep their bytes`(text: String, count: Int) throws {
        let address = try #require(SocketAddress(host: text, port: 8_080))
        #expect(address.host == text)
        #expect(address.port == 8_080)
        #expect(address.bytes.count == count)
    }
}
