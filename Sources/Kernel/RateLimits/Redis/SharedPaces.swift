import Core
public import EventLoop
import HTTP
public import Outbound
import Synchronization

/// The memory of paces that processes share: Redis. While it cannot be asked, or not soon enough, each process goes on with
/// what it counted itself and what it last learnt; that is said once in the log, and ends by itself.
public final class SharedPaces: Sendable {
    private let lines: [RedisLine]
    private let standing: Standing

    /// One line for each loop; none is open before `run`.
    public init(
        _ url: RedisURL, loops: LoopGroup, resolver: any HostResolver, log: Log,
        patience: RedisPatience = RedisPatience()
    ) {
        let standing = Standing(lines: loops.loops.count, log)
        self.standing = standing
        lines = loops.loops.map { loop in
            RedisLine(url, resolver: resolver, on: loop, patience: patience) { isUp, cause in
                standing.turn(loop.index, isUp: isUp, cause)
            }
        }
    }

    /// Whether any line is open.
    public var isUp: Bool { standing.isUp }

    /// Counts one more for each of the tries there; nil when nobody answers in time.
    func take(_ tries: RateTries, now: Timestamp? = nil) async -> SharedVerdict? {
        // Without a single line nothing is worth a hop to another loop.
        guard standing.isUp, let line = line else { return nil }
        if line.loop.isCurrent { return await ask(line, tries, now) }
        return await Task(executorPreference: line.loop) { await self.ask(line, tries, now) }.value
    }

    private var line: RedisLine? {
        guard let loop = Loop.current, loop.index < lines.count, lines[loop.index].loop === loop else {
            return lines.first
        }
        return lines[loop.index]
    }

    private func ask(_ line: RedisLine, _ tries: RateTries, _ now: Timestamp?) async -> SharedVerdict? {
        guard line.isUp else { return missed() }
        let digest = await digest(by: line)
        var said = await line.ask(CellScript.command(tries, now: now, digest: digest))
        // A server that was started anew, or told to forget, has it again with the whole text.
        if said?.isError("NOSCRIPT") == true { said = await line.ask(CellScript.command(tries, now: now, digest: nil)) }
        guard let said, let verdict = SharedVerdict(said, tries: tries.count) else { return missed(said) }
        standing.asked.add(1, ordering: .relaxed)
        return verdict
    }

    /// How the server calls the script: asked once.
    private func digest(by line: RedisLine) async -> String? {
        if let known = standing.digest { return known }
        guard case .text(let digest)? = await line.ask(CellScript.load), digest.count == 40 else { return nil }
        standing.learn(digest: String(decoding: digest, as: UTF8.self))
        return standing.digest
    }

    private func missed(_ said: RedisValue? = nil) -> SharedVerdict? {
        standing.missed.add(1, ordering: .relaxed)
        if case .error(let text)? = said { standing.complain(text) }
        return nil
    }
}

extension SharedPaces: BackgroundWork, MetricsSource {
    /// In logs.
    public var name: String { "shared paces" }

    /// Keeps the lines open.
    public func run(until drain: Drain) async {
        let tasks = lines.map { line in Task(executorPreference: line.loop) { await line.run() } }
        // Requests under way are still counted together: the lines end with the process's last work.
        await drain.wait()
        for line in lines { await Task(executorPreference: line.loop) { line.stop() }.value }
        for task in tasks {
            task.cancel()
            await task.value
        }
    }

    func write(into text: inout MetricsText) async {
        text.single(
            "konak_shared_paces_up", "gauge", "Whether paces are shared with other processes now.",
            standing.isUp ? 1 : 0)
        text.single(
            "konak_shared_paces_asked_total", "counter", "Checks that all processes counted together.",
            standing.asked.load(ordering: .relaxed))
        text.single(
            "konak_shared_paces_missed_total", "counter",
            "Checks that this process counted alone for want of an answer.",
            standing.missed.load(ordering: .relaxed))
    }
}

/// How the lines stand, and who is told of it.
private final class Standing: Sendable {
    private struct State {
        var up: [Bool]
        /// Nil before anything is known.
        var said: Bool?
        var complaint: String?
        var digest: String?
    }

    let asked = Atomic<Int>(0)
    let missed = Atomic<Int>(0)
    private let state: Mutex<State>
    private let log: Log

    init(lines: Int, _ log: Log) {
        state = Mutex(State(up: [Bool](repeating: false, count: lines)))
        self.log = log
    }

    var isUp: Bool { state.withLock { $0.up.contains(true) } }

    var digest: String? { state.withLock { $0.digest } }

    func learn(digest: String) { state.withLock { $0.digest = digest } }

    /// Says what is news to the operator: the first line that opens, the last that is lost.
    func turn(_ line: Int, isUp: Bool, _ cause: (any Error)?) {
        let news: Bool? = state.withLock { state in
            guard state.up.indices.contains(line) else { return nil }
            state.up[line] = isUp
            let any = state.up.contains(true)
            guard state.said != any else { return nil }
            state.said = any
            return any
        }
        switch news {
        case true?: log.info("paces are shared with other processes")
        case false?: log.warning("paces are not shared: each process counts alone", cause: cause)
        case nil: break
        }
    }

    /// A server that answers with errors says the same each time.
    func complain(_ text: String) {
        let isNew = state.withLock { state in
            defer { state.complaint = text }
            return state.complaint != text
        }
        if isNew { log.warning("the shared memory of paces refused a question", ["reason": text]) }
    }
}
