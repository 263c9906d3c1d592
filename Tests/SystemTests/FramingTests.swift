import EventLoop
import HTTP
import HTTPServer
import TestKit
import Testing

@Suite("Framing: every hostile request of the corpus is refused, every sound one answered")
struct FramingTests {
    /// What the corpus asks of a server under test: reads the content, answers with the target.
    private struct Echo: Responder {
        func respond(to request: Request) async -> Response {
            do {
                _ = try await request.body.collect(upTo: 1 << 20)
                return .text(request.head.target)
            } catch {
                return .text("", status: (error as? BodyFault) == .tooLarge ? .contentTooLarge : .badRequest)
            }
        }
    }

    @Test func everyCaseOfTheCorpus() async throws {
        var limits = ServerLimits()
        limits.bodyBytes = 1 << 20
        try await TestServer.run(Echo(), limits: limits, loops: 2) { server in
            let result = try await python("run.py", ["127.0.0.1", String(server.port), "--jobs", "4"], on: server)
            print(String(decoding: result.output, as: UTF8.self))
            #expect(result.exit.isSuccess)
            let counters = await server.server.counters()
            #expect(counters.refused >= 300)
        }
    }

    @Test func theCorpusIsWhole() async throws {
        try await TestServer.run(Echo()) { server in
            let result = try await python("check_corpus.py", [], on: server)
            #expect(result.exit.isSuccess)
        }
    }

    private func python(_ script: String, _ arguments: [String], on server: TestServer) async throws -> ChildResult {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        let command = ChildCommand(
            "/usr/bin/python3", ["/\(folder)/Framing/\(script)"] + arguments, environment: ["PATH": "/usr/bin:/bin"])
        return try await ChildProcess.run(on: server.loops.first, command, timeout: .seconds(120))
    }
}
