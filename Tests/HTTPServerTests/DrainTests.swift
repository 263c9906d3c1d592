import EventLoop
import HTTP
import HTTPServer
import TestKit
import Testing

@Suite struct DrainTests {
    @Test func whatIsUnderWayIsAnsweredAndTheRestEnds() async throws {
        let (began, go) = (Gate(), Gate())
        let patient = Answering { request in
            if request.head.path == "/slow" {
                began.open()
                try? await go.passed()
            }
            return .text("done")
        }
        try await TestServer.run(patient) { server in
            let (idle, busy, fresh) = (try server.connect(), try server.connect(), try server.connect())
            try idle.send(Echo.get("/"))
            #expect(try !idle.readResponse().endsConnection)
            try busy.send(Echo.get("/slow"))
            try await began.passed()
            await server.listener.stop()
            let drained = Task(executorPreference: server.loops.first) { await server.server.drain(for: .seconds(10)) }
            // A request that was already on its way is still answered.
            try fresh.send(Echo.get("/"))
            let last = try fresh.readResponse()
            #expect(last.text == "done")
            #expect(idle.isClosed())
            #expect(throws: RawClient.Fault.self) { try server.connect() }
            go.open()
            let response = try busy.readResponse()
            #expect(response.text == "done")
            #expect(response.endsConnection)
            #expect(busy.isClosed())
            fresh.close()
            #expect(await drained.value)
        }
    }

    @Test func whatDoesNotEndIsCut() async throws {
        let began = Gate()
        let stubborn = Answering { _ in
            began.open()
            try? await EventLoopSleep.sleep(milliseconds: 60_000)
            return .text("never")
        }
        try await TestServer.run(stubborn) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            try await began.passed()
            #expect(await server.server.drain(for: .milliseconds(200)) == false)
            #expect(client.isClosed())
        }
    }
}
