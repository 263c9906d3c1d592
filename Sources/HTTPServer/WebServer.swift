public import Core
public import EventLoop
public import HTTP

/// An HTTP/1.1 server over all loops of a group: one listener accepts, connections are dealt out in turn and stay where
/// they are.
public final class WebServer: Sendable {
    private let workers: [ServerWorker]
    private let loops: LoopGroup

    /// A server that does not listen yet. Its log names the client behind the proxies that are trusted.
    public init(
        loops: LoopGroup, responder: any Responder, limits: ServerLimits = ServerLimits(), log: (any LogSink)? = nil,
        trusting proxies: TrustedProxies = TrustedProxies([]), clock: any WallClock = SystemClock()
    ) {
        self.loops = loops
        let series = UInt64(truncatingIfNeeded: clock.now().microseconds) << 8
        let allowance = ConnectionAllowance(most: limits.connections)
        workers = loops.loops.map { loop in
            let log = log.map { AccessLog(sink: $0, trusting: proxies, clock: clock) }
            return ServerWorker(
                loop: loop, limits: limits, responder: responder, series: series, allowance: allowance, accessLog: log)
        }
    }

    /// Begins to serve on the address. The port asked for may be 0; the real one is in the answer.
    public func listen(on address: SocketAddress) async throws -> ServerListener {
        for worker in workers { await Self.on(worker) { $0.startOnce() } }
        let dealer = Dealer(workers: workers)
        return try await Task(executorPreference: loops.first) { [loops] in
            ServerListener(listener: try Listener(on: loops.first, address) { dealer.deal($0) }, loop: loops.first)
        }.value
    }

    /// Stops politely: open requests are answered and say that the connection ends; resting connections get a moment
    /// to bring what is already on its way. True when all had ended in time; the rest is cut.
    public func drain(for patience: Duration) async -> Bool {
        for worker in workers { await Self.on(worker) { $0.drain() } }
        let loop = loops.first
        let finished = await Task(executorPreference: loop) { [workers] in
            let deadline = loop.deadline(in: patience)
            while loop.now < deadline {
                if await Self.open(workers) == 0 { return true }
                try? await loop.sleep(for: .milliseconds(20))
            }
            return await Self.open(workers) == 0
        }.value
        for worker in workers { await Self.on(worker) { $0.stop() } }
        return finished
    }

    /// The counters of all loops together.
    public func counters() async -> ServerCounters {
        var sum = ServerCounters()
        for worker in workers { sum = sum + (await Self.on(worker) { $0.snapshot }) }
        return sum
    }

    private static func open(_ workers: [ServerWorker]) async -> Int {
        var open = 0
        for worker in workers { open += await on(worker) { $0.openConnections } }
        return open
    }

    private static func on<Result: Sendable>(
        _ worker: ServerWorker, _ body: @escaping @Sendable (ServerWorker) -> Result
    ) async -> Result {
        await Task(executorPreference: worker.loop) { body(worker) }.value
    }
}

/// A bound address of a server.
public struct ServerListener: Sendable {
    private let listener: Listener
    private let loop: Loop

    init(listener: Listener, loop: Loop) { (self.listener, self.loop) = (listener, loop) }

    /// Where it listens.
    public var address: SocketAddress { listener.address }

    /// The address as a browser wants it.
    public var url: String {
        let host = address.host.contains(":") ? "[\(address.host)]" : address.host
        return "http://\(host):\(address.port)"
    }

    /// Accepts what has already connected, then no more.
    public func stop() async {
        await Task(executorPreference: loop) { [listener] in
            listener.ready(.readable)
            listener.stop()
        }.value
    }
}

/// Deals connections out to the workers in turn.
///
/// `@unchecked Sendable`: used on the accepting loop's thread only.
private final class Dealer: @unchecked Sendable {
    private let workers: [ServerWorker]
    private var next = 0

    init(workers: [ServerWorker]) { self.workers = workers }

    func deal(_ socket: AcceptedSocket) {
        let worker = workers[next]
        next = (next + 1) % workers.count
        if worker.loop.isCurrent { return worker.take(socket) }
        Task(executorPreference: worker.loop) { worker.take(socket) }
    }
}
