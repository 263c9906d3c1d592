import EventLoop
import Glibc
import HTTP
import Outbound
import Synchronization
import TestKit
import Testing

/// A network of its own in which every address there is leads to the same listeners. Whoever connects to an address that is not
/// public has gone into the trap; at public addresses somebody answers, with redirects if asked.
///
/// The loop's thread alone lives in it: sockets belong to the network of the thread that makes them.
///
/// `@unchecked Sendable`: made and used on the loop's thread, but for the counters, which are behind a lock.
final class TrappedNetwork: @unchecked Sendable {
    static let ports: [UInt16] = [80, 443]

    private let loop: Loop
    private var listeners: [Listener] = []
    private let threads = BlockingPool(threads: 16, waiting: 256)
    private let seen = Mutex<(trapped: [String], served: Int)>(([], 0))

    /// Addresses that were connected to although they are not public, since the last call.
    func takeTrapped() -> [String] {
        seen.withLock { seen in
            defer { seen.trapped = [] }
            return seen.trapped
        }
    }

    /// How many connections came to public addresses.
    var served: Int { seen.withLock { $0.served } }

    private init(on loop: Loop) { self.loop = loop }

    /// Moves the loop's thread into a network of its own and sets the traps.
    static func make(on loop: Loop) async throws -> TrappedNetwork {
        guard leaveNetwork() == 0 else { throw SystemError(call: "unshare", code: errno) }
        for words in [
            "link set lo up", "route add local 0.0.0.0/0 dev lo", "-6 route add local ::/0 dev lo",
            "-6 addr add fe80::1/64 dev lo",
        ] {
            let command = ChildCommand("/usr/sbin/ip", words.split(separator: " ").map(String.init))
            let result = try await ChildProcess.run(on: loop, command, timeout: .seconds(20))
            try #require(result.exit.isSuccess, "ip \(words): \(String(decoding: result.errors, as: UTF8.self))")
        }
        let network = TrappedNetwork(on: loop)
        for port in ports {
            // One listener for both families.
            let address = try #require(SocketAddress(host: "::", port: port))
            network.listeners.append(try Listener(on: loop, address) { network.take($0.descriptor) })
        }
        return network
    }

    /// `unshare(CLONE_NEWNET)`, which the C library's module keeps from Swift. Needs root: without it the test fails.
    private static func leaveNetwork() -> Int32 {
        typealias Unshare = @convention(c) (Int32) -> Int32
        guard let symbol = unsafe dlsym(nil, "unshare") else { return -1 }
        return unsafe unsafeBitCast(symbol, to: Unshare.self)(0x4000_0000)
    }

    func stop() {
        for listener in listeners { listener.stop() }
        listeners = []
        threads.stop()
    }

    /// Judged by the address that was connected to, by a list of its own: the guard must not be its own judge.
    private func take(_ connection: Int32) {
        let address = Self.localAddress(of: connection)
        let isPublic = PublicAddresses.contain(address)
        seen.withLock { seen in
            if isPublic { seen.served += 1 } else { seen.trapped.append("\(address)") }
        }
        let flags = fcntl(connection, F_GETFL)
        _ = fcntl(connection, F_SETFL, flags & ~O_NONBLOCK)
        if !threads.submit({ Self.serve(connection) }) { close(connection) }
    }

    /// `/to?<where>` leads there; anything else is answered, but for a TLS handshake: to have come is all it can do.
    private static func serve(_ connection: Int32) {
        defer { close(connection) }
        var (head, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4_096))
        while !head.contains(10) {
            let count = unsafe recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            head += buffer[..<count]
            if head[0] == 22 { return }
        }
        let target = String(decoding: head, as: UTF8.self).split(separator: " ").dropFirst().first ?? "/"
        let place = target.hasPrefix("/to?") ? String(target.dropFirst(4)) : nil
        let answer =
            place.map { "HTTP/1.1 302 Found\r\nLocation: \($0)\r\n" } ?? "HTTP/1.1 200 OK\r\n"
        let bytes = Array("\(answer)Content-Length: 2\r\nConnection: close\r\n\r\nok".utf8)
        unsafe _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func localAddress(of descriptor: Int32) -> IPAddress {
        var place = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        _ = unsafe withUnsafeMutablePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &length)
            }
        }
        let bytes = unsafe withUnsafeBytes(of: place) { raw in
            place.ss_family == sa_family_t(AF_INET) ? unsafe [UInt8](raw[4..<8]) : unsafe [UInt8](raw[8..<24])
        }
        return (IPAddress(networkBytes: bytes.span) ?? .loopback).unmapped
    }
}

/// The few addresses the tests use as public ones: whatever else is connected to is trapped.
enum PublicAddresses {
    static let all = ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "64:ff9b::5db8:d822"]

    static func contain(_ address: IPAddress) -> Bool { all.contains(address.description) }
}
