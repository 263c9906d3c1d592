import EventLoop
import HTTP
import Outbound
import Synchronization
import Testing

@Suite("A line to Redis")
struct RedisLineTests {
    private struct Nobody: HostResolver {
        func addresses(of host: HostName) async throws -> [IPAddress] { [] }
    }

    /// What the line told of itself.
    private final class Told: Sendable {
        private let turns = Mutex<[(Bool, String)]>([])
        var all: [(isUp: Bool, cause: String)] { turns.withLock { $0.map { ($0.0, $0.1) } } }
        func add(_ isUp: Bool, _ cause: (any Error)?) {
            turns.withLock { $0.append((isUp, cause.map { String(reflecting: $0) } ?? "")) }
        }
    }

    /// A line to a server that plays one script a connection, and what it tells.
    private static func with(
        _ scripts: [@Sendable (RawPeer) throws -> Void], patience: RedisPatience = quick,
        _ body: @escaping @Sendable (RedisLine, Told) async throws -> Void
    ) async throws {
        let (listener, thread, told) = (try Listening(), BlockingPool(threads: 1, waiting: 4), Told())
        let loops = try LoopGroup(count: 1)
        let finished = Task {
            try await thread.run {
                for script in scripts {
                    guard let peer = listener.accept() else { return }
                    defer { peer.close() }
                    try? script(peer)
                }
            }
        }
        let url = try #require(RedisURL("redis://127.0.0.1:\(listener.port)"))
        let result = await Task(executorPreference: loops.first) {
            let line = RedisLine(url, resolver: Nobody(), on: loops.first, patience: patience) { told.add($0, $1) }
            let running = Task(executorPreference: loops.first) { await line.run() }
            defer { line.stop() }
            do { try await body(line, told) } catch {
                line.stop()
                await running.value
                throw error
            }
            line.stop()
            await running.value
        }.result
        listener.stop()
        _ = try? await finished.value
        thread.stop()
        loops.stop()
        try result.get()
    }

    private static let quick: RedisPatience = {
        var patience = RedisPatience()
        (patience.answer, patience.pause) = (.milliseconds(300), .milliseconds(10))
        return patience
    }()

    private static func wait(_ line: RedisLine, isUp: Bool = true) async throws {
        for _ in 0..<2_000 where line.isUp != isUp { try await line.loop.sleep(for: .milliseconds(5)) }
        #expect(line.isUp == isUp)
    }

    /// `*4 $5 HELLO $1 3 $7 SETNAME $5 konak`, let in.
    @Sendable private static func letIn(_ peer: RawPeer) throws {
        for _ in 0..<9 { try peer.hear() }
        try peer.say("%0\r\n")
    }

    @Sendable private static func hearPing(_ peer: RawPeer) throws { for _ in 0..<3 { try peer.hear() } }

    @Test("asks without waiting for answers, and gives each its own")
    func pipeline() async throws {
        try await Self.with([
            { peer in
                try Self.letIn(peer)
                for _ in 0..<3 { try Self.hearPing(peer) }
                try peer.say(":1\r\n:2\r\n")
                try peer.say(":3\r\n")
                _ = try peer.hearAll()
            }
        ]) { line, _ in
            #expect(await line.ask(RedisCommand(["PING"])) == nil)
            try await Self.wait(line)
            async let one = line.ask(RedisCommand(["PING"]))
            async let two = line.ask(RedisCommand(["PING"]))
            async let three = line.ask(RedisCommand(["PING"]))
            let answers = await [one, two, three]
            #expect(Set(answers) == [.integer(1), .integer(2), .integer(3)])
        }
    }

    @Test("gives up a server that is late or talks nonsense, says so, and comes back by itself")
    func comesBack() async throws {
        try await Self.with([
            { peer in
                try Self.letIn(peer)
                _ = try peer.hearAll()
            },
            { peer in
                try Self.letIn(peer)
                try Self.hearPing(peer)
                try peer.say("nonsense\r\n")
            },
            { peer in
                try Self.letIn(peer)
                try Self.hearPing(peer)
                try peer.say("+PONG\r\n")
                _ = try peer.hearAll()
            },
        ]) { line, told in
            for _ in 0..<2 {
                try await Self.wait(line)
                #expect(await line.ask(RedisCommand(["PING"])) == nil)
                #expect(!line.isUp)
            }
            try await Self.wait(line)
            #expect(await line.ask(RedisCommand(["PING"])) == .text(Array("PONG".utf8)))
            let turns = told.all
            #expect(turns.map(\.isUp) == [true, false, true, false, true])
            #expect(turns[1].cause.hasPrefix("late") && turns[3].cause.hasPrefix("malformed"))
        }
    }

    @Test("stays down where it is not let in")
    func refused() async throws {
        let refusing: @Sendable (RawPeer) throws -> Void = { peer in
            for _ in 0..<9 { try peer.hear() }
            try peer.say("-NOAUTH first\r\n")
            _ = try peer.hearAll()
        }
        try await Self.with([refusing, refusing]) { line, told in
            for _ in 0..<2_000 where told.all.isEmpty { try await line.loop.sleep(for: .milliseconds(5)) }
            #expect(!line.isUp && told.all.first?.isUp == false)
            #expect(told.all.first?.cause.contains("NOAUTH") == true)
            #expect(await line.ask(RedisCommand(["PING"])) == nil)
        }
    }
}
