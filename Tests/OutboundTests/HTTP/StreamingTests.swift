import EventLoop
import HTTP
import HTTPServer
import TestKit
import Testing

@testable import Outbound

@Suite("The HTTP client streams both ways") struct StreamingTests {
    @Test func `a large answer comes whole, and waits for its reader`() async throws {
        let size = 20_000_000
        let answer: @Sendable (Request) async -> Response = { _ in
            Response(
                .ok,
                body: .stream(length: nil) { sink in
                    for index in 0..<size / 10_000 {
                        try await sink.write(Array(repeating: UInt8(index & 0xff), count: 10_000))
                    }
                })
        }
        try await ClientAndServer.run(answering: answer) { pair in
            var request = try pair.get("/")
            request.responseLimit = 1 << 30
            request.timeout = .seconds(30)
            let response = try await pair.send(request)
            try await pair.loop.sleep(for: .milliseconds(200))
            // What one loop's socket buffers and ours hold, and no more.
            #expect(response.body.transfer.buffer.count <= Transfer.highWater + 65_536)
            #expect(response.body.transfer.receivePaused)
            var count = 0
            while let piece = try await response.body.next() {
                let isRight = piece.enumerated().allSatisfy { $1 == UInt8((count + $0) / 10_000 & 0xff) }
                #expect(isRight)
                count += piece.count
            }
            #expect(count == size)
        }
    }

    @Test(arguments: [nil, 3_000_000] as [Int?])
    func `a large request goes whole, and waits for the other side`(length: Int?) async throws {
        let answer: @Sendable (Request) async -> Response = { request in
            var count = 0
            do {
                while let piece = try await request.body.next() { count += piece.count }
            } catch { return .text("broken") }
            return .text("\(count)")
        }
        try await ClientAndServer.run(answering: answer) { pair in
            let pieces = Pieces((0..<300).map { Array(repeating: UInt8($0 & 0xff), count: 10_000) })
            let request = OutboundRequest(.post, try pair.url("/"), body: .stream(length: length) { pieces.next() })
            #expect(try await pair.send(request).body.text == "3000000")
        }
    }

    @Test func `a request whose own body fails is never taken for whole`() async throws {
        struct Broken: Error {}
        let heard = Gathered<Bool>()
        let answer: @Sendable (Request) async -> Response = { request in
            let whole = try? await request.body.collect(upTo: 1 << 20)
            heard.add(whole != nil)
            return .text("got it")
        }
        try await ClientAndServer.run(answering: answer) { pair in
            let pieces = Pieces([[1], [2], [3]])
            let request = OutboundRequest(
                .post, try pair.url("/"),
                body: .stream(length: nil) {
                    guard let next = pieces.next() else { throw Broken() }
                    return next
                })
            #expect(await pair.failure(of: request) == .interrupted)
        }
        #expect(heard.values == [false] || heard.values == [])
    }

    @Test func `a stream that is shorter than it said is an error`() async throws {
        let answer: @Sendable (Request) async -> Response = { request in
            (try? await request.body.collect(upTo: 1 << 20)) == nil
                ? .text("broken", status: .badRequest) : .text("whole")
        }
        try await ClientAndServer.run(answering: answer) { pair in
            let pieces = Pieces([[1]])
            var request = OutboundRequest(.post, try pair.url("/"), body: .stream(length: 10) { pieces.next() })
            request.timeout = .seconds(2)
            #expect(await pair.failure(of: request) != nil)
        }
    }

    /// The surplus would be a request of its own, on a connection that others share.
    @Test func `a stream that is longer than it said sends nothing of the surplus`() async throws {
        let answer: @Sendable (Request) async -> Response = { request in
            _ = try? await request.body.collect(upTo: 1 << 20)
            return .text("heard")
        }
        let surplus = Array("12345GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        try await ClientAndServer.run(answering: answer) { pair in
            let pieces = Pieces([surplus])
            let request = OutboundRequest(.post, try pair.url("/"), body: .stream(length: 5) { pieces.next() })
            #expect(await pair.failure(of: request) == .interrupted)
            let first = await pair.server.server.counters().requests
            #expect(first <= 1)
            #expect(try await pair.send(try pair.get("/")).body.text == "heard")
            #expect(await pair.server.server.counters().requests == first + 1)
        }
    }

    @Test func `both directions at once`() async throws {
        let answer: @Sendable (Request) async -> Response = { request in
            Response(
                .ok,
                body: .stream(length: nil) { sink in
                    while let piece = try await request.body.next() { try await sink.write(piece) }
                })
        }
        try await ClientAndServer.run(answering: answer) { pair in
            let pieces = Pieces((0..<200).map { Array(repeating: UInt8($0), count: 5_000) })
            let request = OutboundRequest(.post, try pair.url("/"), body: .stream(length: nil) { pieces.next() })
            #expect(try await pair.send(request).body.collect().count == 1_000_000)
        }
    }

    @Test func `an answer that is not wanted any more is let go`() async throws {
        let answer: @Sendable (Request) async -> Response = { _ in
            Response(
                .ok,
                body: .stream(length: nil) { sink in
                    while true { try await sink.write(Array(repeating: 7, count: 10_000)) }
                })
        }
        try await ClientAndServer.run(answering: answer) { pair in
            var request = try pair.get("/")
            request.responseLimit = .max
            let response = try await pair.send(request)
            _ = try await response.body.next()
            await response.body.abandon()
            let counters = await pair.server.counts { $0.open == 0 }
            #expect(counters.open == 0)
            await #expect(throws: OutboundError.self) { while try await response.body.next() != nil {} }
        }
    }
}
