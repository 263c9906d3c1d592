import HTTPServer
import Testing

@Suite("Trailers")
struct TrailerRulesTests {
    @Test(
        "that change framing, routing or rights are refused, wherever the network cuts their names",
        arguments: [
            "Host", "TRANSFER-encoding", "content-length", "Cookie", "authorization", "te", "Trailer", "upgrade",
        ])
    func forbidden(_ name: String) {
        for size in 1...12 { #expect(Self.isRefused("\(name): x\r\n", cut: size)) }
    }

    @Test("that only look like those are read past", arguments: ["X-Host", "Hos", "Hosts", "ETE", "t", "X-Cookie-Te"])
    func harmless(_ name: String) {
        for size in 1...12 { #expect(!Self.isRefused("\(name): te\r\n", cut: size)) }
    }

    @Test("are short, and what follows them is not theirs")
    func size() {
        #expect(Self.isRefused("X: \(String(repeating: "a", count: 8 * 1024))\r\n", cut: 1_000))
        #expect(!Self.isRefused("X: \(String(repeating: "a", count: 8 * 1024 - 8))\r\n", cut: 1_000))
        #expect(!Self.isRefused("", cut: 100_000, then: String(repeating: "Host: x\r\n", count: 2_000)))
    }

    /// Reads a chunked body with these trailers in pieces of one size.
    private static func isRefused(_ trailers: String, cut size: Int, then next: String = "") -> Bool {
        let parser = RequestParser(limits: ServerLimits())
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        let body = Array("1\r\na\r\n0\r\n\(trailers)\r\n\(next)".utf8)
        do {
            _ = try unsafe Array(head.utf8).withUnsafeBufferPointer { try unsafe parser.parse(head: $0) }
            for start in stride(from: 0, to: body.count, by: size) {
                let piece = Array(body[start..<min(start + size, body.count)])
                let progress = try unsafe piece.withUnsafeBufferPointer { try unsafe parser.parse(body: $0) }
                if progress.ended { return false }
            }
            Issue.record("the body did not end")
        } catch {
            #expect(error is Refusal)
        }
        return true
    }
}
