import Core
import EventLoop
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@Suite("WebSocket and event streams against others' clients")
struct LiveTests {
    @Test func theWebSocketsOfPython() async throws {
        try await TestServer.run(LiveResponder(), loops: 2) { server in
            let result = try await python("peer.py", [String(server.port)], on: server)
            #expect(result.exit.isSuccess, "\(said(result))")
        }
    }

    @Test func aClientHearsThatTheServerStops() async throws {
        let responder = LiveResponder()
        try await TestServer.run(responder, loops: 2) { server in
            async let peer = python("peer.py", [String(server.port), "stop"], on: server)
            for _ in 0..<6_000 where !responder.stands.isReady { try await Task.sleep(for: .milliseconds(10)) }
            await server.listener.stop()
            #expect(await server.server.drain(for: .seconds(60)))
            let result = try await peer
            #expect(result.exit.isSuccess, "\(said(result))")
        }
    }

    @Test func aBrowser() async throws {
        let responder = LiveResponder()
        try await TestServer.run(responder, loops: 2) { server in
            responder.stands.open(EventHub(loops: server.loops))
            let result = try await python("browser.py", [String(server.port)], on: server)
            let report = String(decoding: result.output, as: UTF8.self)
            #expect(result.exit.isSuccess)
            #expect(report.split(separator: "\n").count { $0.hasSuffix(": ok") } == 8, "\(said(result))")
            #expect(!report.contains("FAILED"))
        }
    }

    private func said(_ result: ChildResult) -> String {
        String(decoding: result.output + result.errors, as: UTF8.self)
    }

    private func python(_ script: String, _ arguments: [String], on server: TestServer) async throws -> ChildResult {
        let command = ChildCommand(
            LiveResponder.root + "/var/python/bin/python", [LiveResponder.folder + script] + arguments,
            environment: ["PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"])
        return try await ChildProcess.run(on: server.loops.first, command, timeout: .seconds(300))
    }
}
