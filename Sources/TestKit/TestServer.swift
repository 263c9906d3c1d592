public import EventLoop
public import HTTP
public import HTTPServer

/// A web server of its own for one test, on a free port.
public struct TestServer: Sendable {
    /// Where it listens on 127.0.0.1.
    public let port: UInt16
    /// The server.
    public let server: WebServer
    /// Its loops.
    public let loops: LoopGroup
    /// Where it accepts.
    public let listener: ServerListener

    /// Starts a server, lends it and stops it whatever happens. The body has a thread of its own, so its blocking clients
    /// hold up no other test.
    public static func run<Result>(
        _ responder: any Responder, limits: ServerLimits = ServerLimits(), loops count: Int = 1,
        log: (any LogSink)? = nil, trusting proxies: TrustedProxies = TrustedProxies([]),
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        ProcessSignal.block()
        let loops = try told { try LoopGroup(count: count) }
        let client = try told { try LoopGroup(count: 1) }
        defer {
            client.stop()
            loops.stop()
        }
        let server = WebServer(loops: loops, responder: responder, limits: limits, log: log, trusting: proxies)
        guard let address = SocketAddress(host: "127.0.0.1", port: 0) else { throw RawClient.Fault.closedEarly }
        let listener = try await server.listen(on: address)
        let running = TestServer(port: listener.address.port, server: server, loops: loops, listener: listener)
        do {
            let result = try await withTaskExecutorPreference(client.first) { try await body(running) }
            await running.stop()
            return result
        } catch {
            await running.stop()
            throw error
        }
    }

    /// A failed system call by its name: a test's log may know the truth.
    private static func told<Result>(_ work: () throws -> Result) throws -> Result {
        do { return try work() } catch let error as SystemError {
            throw RawClient.Fault.system("\(error.call)", error.code)
        }
    }

    private func stop() async {
        await listener.stop()
        _ = await server.drain(for: .zero)
    }

    /// A client that is connected.
    public func connect(timeout: Duration = .seconds(20), receiveBuffer: Int32? = nil) throws -> RawClient {
        try RawClient(port: port, timeout: timeout, receiveBuffer: receiveBuffer)
    }

    /// Sends one request on a connection of its own and reads the answer.
    public func ask(_ request: String, method: String = "GET") throws -> RawResponse {
        let client = try connect()
        try client.send(request)
        return try client.readResponse(to: method)
    }

    /// Asks until the counters say so, or a few seconds have passed.
    public func counts(until condition: (ServerCounters) -> Bool) async -> ServerCounters {
        var counters = await server.counters()
        for _ in 0..<500 where !condition(counters) {
            try? await Task.sleep(for: .milliseconds(10))
            counters = await server.counters()
        }
        return counters
    }
}

/// A responder made of a closure.
public struct Answering: Responder {
    private let answer: @Sendable (Request) async -> Response

    /// Answers as the closure does.
    public init(_ answer: @escaping @Sendable (Request) async -> Response) { self.answer = answer }

    /// The closure's answer.
    public func respond(to request: Request) async -> Response { await answer(request) }
}
