import EventLoop
import TestKit

/// What a program of this machine says.
func run(_ path: String, _ arguments: [String]) async throws -> String {
    let loops = try LoopGroup(count: 1)
    let result = try await ChildProcess.run(
        on: loops.first, ChildCommand(path, arguments, environment: ["PATH": "/usr/bin:/bin"], folder: "/"),
        limit: 1 << 26, timeout: .seconds(60))
    loops.stop()
    guard result.exit.isSuccess else { throw ProgramFault(description: String(decoding: result.errors, as: UTF8.self)) }
    return String(decoding: result.output, as: UTF8.self)
}

struct ProgramFault: Error, CustomStringConvertible {
    let description: String
}
