internal import EventLoop
internal import Outbound
internal import Synchronization

extension Check {
    /// Whether the shared memory of paces can be reached, let us in, and runs our script. Nothing is counted there.
    static let redis = Check("redis") { examination in
        guard let url = examination.configuration.redis else { return [] }
        do {
            let loops = try LoopGroup(count: 1)
            defer { loops.stop() }
            let examination = RedisExamination(url: url, loop: loops.first)
            return [try loops.blockUntilDone { await examination.finding() }.get()]
        } catch {
            return [.failure("\(url) was not asked: \(error)", mend: "look at the limits of this account")]
        }
    }
}

/// Asks a Redis server what a serving process would.
private struct RedisExamination: Sendable {
    let url: RedisURL
    let loop: Loop

    private static let patience = Duration.seconds(3)
    private static let mend =
        "start Redis, or mend KONAK_REDIS_URL: until then each process counts paces alone, and lets through as many more"

    func finding() async -> Finding {
        let news = RedisNews()
        let line = RedisLine(url, resolver: DNSResolver(on: loop, settings: .system()), on: loop) { isUp, cause in
            if !isUp { news.tell(cause) }
        }
        let keeping = Task(executorPreference: loop) { await line.run() }
        let end = loop.deadline(in: Self.patience)
        while !line.isUp, news.cause == nil, loop.now < end { try? await loop.sleep(for: .milliseconds(10)) }
        let finding = line.isUp ? await asked(line) : unreachable(news)
        line.stop()
        keeping.cancel()
        await keeping.value
        return finding
    }

    private func unreachable(_ news: RedisNews) -> Finding {
        .warning("\(url) is not there for us: \(news.cause ?? "no answer in \(Self.patience)")", mend: Self.mend)
    }

    private func asked(_ line: RedisLine) async -> Finding {
        let start = monotonicNanoseconds()
        switch await line.ask(CellScript.load) {
        case .text: return .ok("\(url) runs the script of paces, in \((monotonicNanoseconds() &- start) / 1_000) µs")
        case .error(let reason): return .warning("\(url) refuses the script of paces: \(reason)", mend: Self.rights)
        default: return .warning("\(url) answers too late to be asked at requests", mend: Self.mend)
        }
    }

    private static let rights = "let the user of KONAK_REDIS_URL call SCRIPT, EVAL, EVALSHA, GET and SET on {konak}:*"
}

/// Why a line did not open, as far as it has been said.
private final class RedisNews: Sendable {
    private let said = Mutex<String?>(nil)

    var cause: String? { said.withLock(\.self) }

    func tell(_ cause: (any Error)?) {
        said.withLock { $0 = $0 ?? cause.map { String(reflecting: $0) } ?? "the connection was ended" }
    }
}
