import EventLoop

/// A pause inside a handler, on the handler's own loop.
enum EventLoopSleep {
    static func sleep(milliseconds: Int) async throws {
        try await Loop.current?.sleep(for: .milliseconds(milliseconds))
    }
}
