import EventLoop
import Glibc
import Synchronization

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

    /// Listens. `plan` is asked once for each connection, with its number from 0.
    public init(to server: UInt16, _ plan: @escaping @Sendable (Int) -> PlannedFault?) throws {
        (self.server, self.plan) = (server, plan)
        (listener, port) = try LoopbackSocket.bound()
        guard listen(listener, 1_024) == 0, threads.submit({ [self] in serve() }) else {
            let failure = SystemError(call: "listen", code: errno)
            close(listener)
            throw failure
        }
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

    private func pass(_ client: Int32, _ fault: PlannedFault?) {
        defer { close(client) }
        guard let upstream = LoopbackSocket.connected(to: server) else { return }
        defer { close(upstream) }
        for socket in [client, upstream] { setSocketOption(socket, Int32(IPPROTO_TCP), TCP_NODELAY, 1) }
        let isUpstream = fault?.isUpstream ?? false
        copy([
            FaultPipe(from: client, to: upstream, isUpstream ? fault : nil),
            FaultPipe(from: upstream, to: client, isUpstream ? nil : fault),
        ])
    }

    /// Copies both ways until both have ended or the fault ends it.
    private func copy(_ pipes: [FaultPipe]) {
        var pipes = pipes
        while pipes.contains(where: { !$0.isOver }), !open.withLock(\.isStopped) {
            var waiting = pipes.map { pollfd(fd: $0.isOver ? -1 : $0.from, events: Int16(POLLIN), revents: 0) }
            // A client that has gone is missed even where nothing passes: else its server would wait for it for ever.
            if pipes[0].isStalled { waiting[0] = pollfd(fd: pipes[0].from, events: Self.hasGone, revents: 0) }
            _ = unsafe poll(&waiting, 2, 50)
            if pipes[0].isStalled, waiting[0].revents != 0 { return }
            for index in 0..<2 where waiting[index].revents != 0 {
                guard pipes[index].copy(noting: { open.withLock { $0.faults += 1 } }) else { return }
            }
        }
    }
}
