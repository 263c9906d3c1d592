import EventLoop
import HTTP
import TestKit

@testable import Kernel

/// A chain over given routes on a loop of its own, with the log and the counts it keeps.
struct TestChain: Sendable {
    let log = KeptLines()
    let metrics: RouteMetrics
    let chain: WebChain
    let loops: LoopGroup

    private init(_ routes: [Route], _ loops: LoopGroup) throws {
        self.loops = loops
        metrics = RouteMetrics(loops: loops, routes: routes.count)
        chain = try WebChain(routes: routes, metrics: metrics, log: Log(into: log))
    }

    static func with(_ routes: [Route], _ body: (TestChain) async throws -> Void) async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        try await body(try TestChain(routes, loops))
    }

    func ask(_ line: String, _ fields: String...) async throws -> Response {
        let request = try TestRequest.make(line, fields)
        return await Task(executorPreference: loops.first) { [chain] in await chain.respond(to: request) }.value
    }
}

extension Route {
    /// A route that answers with its own method and template.
    static func named(_ method: HTTP.Method, _ path: String) throws -> Route {
        Route(method, try PathTemplate(path)) { _ in .text("\(method.rawValue) \(path)") }
    }

    static func failing(_ path: String, _ error: any Error) throws -> Route {
        Route(.get, try PathTemplate(path)) { _ in throw error }
    }
}

extension Response {
    /// A body that is there at once, as text.
    var text: String {
        if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
    }
}
