import EventLoop

/// The loop on which the tests' own helpers run. It lives as long as the process: the children it started are its own.
enum TestLoops {
    private static let group = Result { () throws -> LoopGroup in try LoopGroup(count: 1) }
    static let blocking = BlockingPool(threads: 16, waiting: 1_000)

    static var first: Loop { get throws { try group.get().first } }

    static func run<Success: Sendable>(
        _ work: @escaping @Sendable () async throws -> Success
    ) async throws -> Success {
        try await Task(executorPreference: try first) { try await work() }.value
    }

    static func spawn(_ command: ChildCommand) async throws -> ChildProcess {
        let loop = try first
        return try await run { try ChildProcess(on: loop, command) }
    }
}
