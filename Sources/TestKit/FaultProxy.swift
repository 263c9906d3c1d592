import EventLoop
import Glibc
import Synchronization

/// A way for a connection to go wrong.
public enum Fault: Sendable, Hashable, CaseIterable {
    /// Both sides are closed, politely.
    case cut
    /// Both sides are reset.
    case reset
    /// Nothing more passes in this direction, and nobody is told.
    case stall
    /// This direction ends, the other goes on.
    case halfClose
    /// Noise takes the place of what follows, then both sides are closed.
    case garbage
    /// The next pieces come late; after so many of them both sides are closed.
    case delay
}

/// One fault at one place of a connection.
public struct PlannedFault: Sendable, Hashable {
    /// What happens.
    public var fault: Fault
    /// After how many bytes.
    public var after: Int
    /// True when it happens to what the client sends.
    public var isUpstream: Bool

    /// A fault at a place.
    public init(_ fault: Fault, after: Int, isUpstream: Bool) {
        (self.fault, self.after, self.isUpstream) = (fault, after, isUpstream)
    }
}

/// Stands between a client and a server on 127.0.0.1 and does to each connection what the plan says. One thread a
/// connection, blocking; ends by `stop`.
///
/// `@unchecked Sendable`: the descriptor is closed once, by `stop`; the rest is behind locks or does not change.
public final class FaultProxy: @unchecked Sendable {
    /// Where clients connect on 127.0.0.1.
    public let port: UInt16
    private let listener: Int32
    private let server: UInt16
    private let plan: @Sendable (Int) -> PlannedFault?
    private let threads = BlockingPool(threads: 128, waiting: 1_024)
    private let open = Mutex((connections: 0, faults: 0, isStopped: false))
    /// POLLRDHUP, which the module of the C library does not tell.
    private static let hasGone: Int16 = 0x2000
    private static let late: UInt32 = 30_000
    private static let latePieces = 6

    /// Listens. `plan` is asked once for each connection, with its number from 0.
    public init(to server: UInt16, _ plan: @escaping @Sendable (Int) -> PlannedFault?) throws {
        (self.server, self.plan) = (server, plan)
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        _ = unsafe Self.place(0) { unsafe Glibc.bind(socket, $0, $1) }
        guard listen(socket, 1_024) == 0, let bound = Self.port(of: socket) else {
            throw SystemError(call: "bind", code: errno)
        }
        (listener, port) = (socket, bound)
        guard threads.submit({ [self] in serve() }) else { throw SystemError(call: "thread", code: EAGAIN) }
    }

    /// How many faults have happened.
    public var faults: Int { open.withLock { $0.faults } }

    /// Ends all connections and waits for their threads.
    public func stop() {
        open.withLock { $0.isStopped = true }
        shutdown(listener, Int32(SHUT_RDWR))
        threads.stop()
        close(listener)
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            let number = open.withLock { open in
                defer { open.connections += 1 }
                return open.connections
            }
            if !threads.submit({ [self] in pass(client, plan(number)) }) { close(client) }
        }
    }

    /// Copies both ways until both have ended or the fault ends it.
    private func pass(_ client: Int32, _ fault: PlannedFault?) {
        let upstream = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer {
            close(client)
            close(upstream)
        }
        guard unsafe Self.place(server, { unsafe connect(upstream, $0, $1) }) == 0 else { return }
        for socket in [client, upstream] { setSocketOption(socket, Int32(IPPROTO_TCP), TCP_NODELAY, 1) }
        var pipes = [Pipe(from: client, to: upstream), Pipe(from: upstream, to: client)]
        if let fault {
            let index = fault.isUpstream ? 0 : 1
            (pipes[index].fault, pipes[index].left) = (fault.fault, fault.after)
        }
        while pipes.contains(where: { !$0.isOver }), !open.withLock(\.isStopped) {
            var waiting = pipes.map { pollfd(fd: $0.isOver ? -1 : $0.from, events: Int16(POLLIN), revents: 0) }
            // A client that has gone is missed even where nothing passes: else its server would wait for it for ever.
            if pipes[0].isStalled { waiting[0] = pollfd(fd: client, events: FaultProxy.hasGone, revents: 0) }
            _ = unsafe poll(&waiting, 2, 50)
            if pipes[0].isStalled, waiting[0].revents != 0 { return }
            for index in 0..<2 where waiting[index].revents != 0 {
                guard pipes[index].copy(noting: { open.withLock { $0.faults += 1 } }) else { return }
            }
        }
    }

    private static func place(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
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

    private static func port(of descriptor: Int32) -> UInt16? {
        var place = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = unsafe withUnsafeMutablePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &length)
            }
        }
        return code == 0 ? UInt16(bigEndian: place.sin_port) : nil
    }

    /// One direction of a connection.
    private struct Pipe {
        let from: Int32
        let to: Int32
        var fault: Fault?
        var left = 0
        var isOver = false
        private(set) var isStalled = false
        private var late = 0

        init(from: Int32, to: Int32) { (self.from, self.to) = (from, to) }

        /// Copies what has come; false when the whole connection is to end.
        mutating func copy(noting note: () -> Void) -> Bool {
            var buffer = [UInt8](repeating: 0, count: 16_384)
            let count = unsafe recv(from, &buffer, buffer.count, 0)
            guard count > 0 else {
                isOver = true
                shutdown(to, Int32(SHUT_WR))
                return count == 0
            }
            guard let fault, count >= left else {
                if fault != nil { left -= count }
                return write(buffer[..<count])
            }
            if late == 0 { note() }
            guard write(buffer[..<left]) else { return false }
            return happen(fault, buffer[left..<count])
        }

        private mutating func happen(_ fault: Fault, _ rest: ArraySlice<UInt8>) -> Bool {
            switch fault {
            case .cut: return false
            case .reset:
                for socket in [from, to] {
                    var now = linger(l_onoff: 1, l_linger: 0)
                    unsafe setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
                }
                return false
            case .stall: (isOver, isStalled) = (true, true)
            case .halfClose:
                isOver = true
                shutdown(to, Int32(SHUT_WR))
            case .garbage:
                _ = write((0..<max(rest.count, 64)).map { _ in UInt8.random(in: .min ... .max) }[...])
                return false
            case .delay:
                (left, late) = (0, late + 1)
                usleep(FaultProxy.late)
                return write(rest) && late < FaultProxy.latePieces
            }
            return true
        }

        private func write(_ bytes: ArraySlice<UInt8>) -> Bool {
            var rest = bytes
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes {
                    unsafe send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }
}
