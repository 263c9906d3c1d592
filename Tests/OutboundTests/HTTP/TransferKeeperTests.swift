import Crypto
import EventLoop
import HTTP
import HTTPServer
import TestKit
import Testing

@testable import Outbound

@Suite("What a transfer lends to libcurl") struct TransferKeeperTests {
    @Test func `fields are wiped before their memory is given back`() throws {
        var keeper = TransferKeeper()
        defer { keeper.release() }
        for line in ["authorization: Bearer secret", "x: y"] { keeper.addField(line) }
        keeper.cleanse()
        // A node is its text and the next node.
        var node = unsafe keeper.fields.map { UnsafeRawPointer($0) }
        for count in [28, 4] {
            guard let start = unsafe node else {
                Issue.record("a field is missing")
                return
            }
            let words = unsafe start.assumingMemoryBound(to: UnsafeRawPointer?.self)
            let text = unsafe UnsafeRawBufferPointer(start: words[0], count: count)
            #expect(unsafe text.allSatisfy { $0 == 0 })
            unsafe node = unsafe words[1]
        }
    }

    @Test func `a secret is in the list as it was lent, and wiped with it`() throws {
        var keeper = TransferKeeper()
        defer { keeper.release() }
        keeper.addField("x: y")
        var token = Array("secret\u{e9}".utf8)
        let field: SecretField? = try SecretField.bearer(SecretBytes(wiping: &token))
        #expect(token.isEmpty)
        keeper.addSecret(field)
        let line = Array("authorization: Bearer secret\u{e9}".utf8)
        guard let text = unsafe Self.lastLine(keeper, count: line.count + 1) else {
            Issue.record("a field is missing")
            return
        }
        #expect(unsafe text.elementsEqual(line + [0]))
        keeper.cleanse()
        #expect(unsafe text.allSatisfy { $0 == 0 })
    }

    private static func lastLine(_ keeper: TransferKeeper, count: Int) -> UnsafeRawBufferPointer? {
        // A node is its text and the next node.
        var node = unsafe keeper.fields.map { UnsafeRawPointer($0) }
        var last: UnsafeRawPointer?
        while let start = unsafe node {
            let words = unsafe start.assumingMemoryBound(to: UnsafeRawPointer?.self)
            unsafe (last, node) = unsafe (words[0], words[1])
        }
        return unsafe last.map { unsafe UnsafeRawBufferPointer(start: $0, count: count) }
    }

    @Test(arguments: ["", " a", "a\r\nb: c", "a\nb", "a\0b", "a\u{7f}", "\t"])
    func `what would be more than a field's value is no secret to send`(value: String) {
        #expect(throws: OutboundError.self) {
            var bytes = Array(value.utf8)
            let secret = SecretBytes(wiping: &bytes)
            _ = try SecretField(.authorization, secret)
        }
    }

    @Test(arguments: [FieldName.host, .contentLength, .connection])
    func `framing is no secret`(name: FieldName) {
        #expect(throws: OutboundError.self) {
            var bytes = Array("1".utf8)
            let secret = SecretBytes(wiping: &bytes)
            _ = try SecretField(name, secret)
        }
    }

    @Test func `what was to be forgotten with a transfer that never began is forgotten with the next`() async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let counts = try await Task(executorPreference: loops.first) {
            // Without room no transfer begins.
            var settings = HTTPClientSettings()
            settings.concurrency = 0
            let curl = try #require(CurlLoop(loop: loops.first, settings: settings))
            defer { curl.close() }
            for number in 0..<64 {
                var keeper = TransferKeeper()
                curl.pin("h\(number):80", to: "192.0.2.1", &keeper)
                curl.unpin("h\(number):80")
                keeper.release()
            }
            return [await Self.forgotten(curl), await Self.forgotten(curl)]
        }.value
        #expect(counts == [64, 64])
    }

    private static func forgotten(_ curl: CurlLoop) async -> Int {
        var keeper = TransferKeeper()
        curl.pin("new:80", to: "192.0.2.1", &keeper)
        let transfer = Transfer(curl: curl, policy: DestinationPolicy(), host: "new", limit: 1, keeper: keeper)
        guard let easy = unsafe curl.takeEasy() else { return 0 }
        await #expect(throws: OutboundError.self) { _ = try await unsafe transfer.start(easy, streaming: false) }
        return keeper.forgotten.count
    }

    @Test func `a request that libcurl will not have as it was meant is not sent`() async throws {
        var settings = HTTPClientSettings()
        // More than libcurl takes of any text.
        settings.userAgent = String(repeating: "x", count: 9_000_000)
        try await ClientAndServer.run(settings: settings, answering: { _ in .text("heard") }) { pair in
            let request = try pair.get("/")
            #expect(await pair.failure(of: request) == .notConnected)
            #expect(await pair.server.server.counters().accepted == 0)
        }
    }
}
