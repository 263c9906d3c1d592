import Testing

@testable import HTTPServer

@Suite("WebSocket frames")
struct WebSocketFramesTests {
    /// A client's frame: masked, with any header bits.
    private func frame(_ first: UInt8, _ payload: [UInt8], masked: Bool = true, length: [UInt8]? = nil) -> [UInt8] {
        let mask: [UInt8] = [0x37, 0xfa, 0x21, 0x3d]
        let short = length ?? [UInt8(payload.count)]
        var bytes = [first, short[0] | (masked ? 0x80 : 0)] + short.dropFirst()
        guard masked else { return bytes + payload }
        bytes += mask
        return bytes + payload.enumerated().map { $1 ^ mask[$0 & 3] }
    }

    private func closure(after bytes: [UInt8], limit: Int = 1 << 16) -> UInt16? {
        var frames = WebSocketFrames(limit: limit)
        do {
            _ = try frames.feed(bytes)
            return nil
        } catch {
            return error.closure.code
        }
    }

    @Test func whatBreaksTheProtocolIsRefusedWithItsCode() {
        let cases: [(String, [UInt8], UInt16)] = [
            ("not masked", frame(0x81, [0x61], masked: false), 1002),
            ("first reserved bit", frame(0xc1, [0x61]), 1002),
            ("second reserved bit", frame(0xa1, [0x61]), 1002),
            ("third reserved bit", frame(0x91, [0x61]), 1002),
            ("reserved opcode 3", frame(0x83, [0x61]), 1002),
            ("reserved opcode 7", frame(0x87, []), 1002),
            ("reserved control opcode 11", frame(0x8b, []), 1002),
            ("continuation of nothing", frame(0x80, [0x61]), 1002),
            ("a new message inside one", frame(0x01, [0x61]) + frame(0x81, [0x62]), 1002),
            ("a ping in pieces", frame(0x09, [0x61]), 1002),
            ("a long ping", frame(0x89, [UInt8](repeating: 0, count: 126), length: [126, 0, 126]), 1002),
            ("a length longer than it need be", frame(0x82, [1], length: [126, 0, 1]), 1002),
            ("a huge length longer than it need be", frame(0x82, [1], length: [127, 0, 0, 0, 0, 0, 0, 0, 1]), 1002),
            ("the highest bit of a length", frame(0x82, [], length: [127, 0x80, 0, 0, 0, 0, 0, 0, 0]), 1002),
            ("more than is allowed", frame(0x82, [], length: [127, 0, 0, 0, 0, 1, 0, 0, 0]), 1009),
            ("close with half a code", frame(0x88, [3]), 1002),
            ("close with code 1005", frame(0x88, [3, 237]), 1002),
            ("close with code 999", frame(0x88, [3, 231]), 1002),
            ("close with code 5000", frame(0x88, [0x13, 0x88]), 1002),
            ("close with words that are none", frame(0x88, [3, 232, 0xff]), 1007),
            ("text with a stray byte", frame(0x81, [0xff]), 1007),
            ("text with half a letter", frame(0x81, [0xc3]), 1007),
            ("text with a surrogate", frame(0x81, [0xed, 0xa0, 0x80]), 1007),
            ("text that is too long for its letter", frame(0x81, [0xc0, 0xaf]), 1007),
            ("text beyond Unicode", frame(0x81, [0xf4, 0x90, 0x80, 0x80]), 1007),
        ]
        for (name, bytes, code) in cases { #expect(closure(after: bytes) == code, "\(name)") }
    }

    @Test func piecesOfAMessageMayNotAddUpBeyondTheLimit() {
        let half = [UInt8](repeating: 1, count: 100)
        #expect(closure(after: frame(0x02, half) + frame(0x80, half), limit: 199) == 1009)
        #expect(closure(after: frame(0x02, half) + frame(0x80, half), limit: 200) == nil)
    }

    @Test func messagesComeOutWholeHoweverTheBytesComeIn() throws {
        let stream =
            frame(0x81, Array("Ağır ılık".utf8)) + frame(0x01, [0xc4]) + frame(0x89, [7])
            + frame(0x80, [0x9f]) + frame(0x82, []) + frame(0x88, [3, 232, 0x6f, 0x6b])
        let expected: [WebSocketFrames.Event] = [
            .message(.text("Ağır ılık")), .ping([7]), .message(.text("ğ")), .message(.binary([])),
            .close(WebSocketClosure(1000, "ok")),
        ]
        for cut in 0...stream.count {
            var frames = WebSocketFrames(limit: 1 << 16)
            let events = try frames.feed(stream[..<cut]) + frames.feed(stream[cut...])
            #expect(events == expected, "cut at \(cut)")
        }
        var frames = WebSocketFrames(limit: 1 << 16)
        var events: [WebSocketFrames.Event] = []
        for byte in stream { events += try frames.feed([byte]) }
        #expect(events == expected)
    }

    @Test func lengthsAreWrittenInTheirShortestForm() {
        for (count, head) in [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)] {
            let bytes = WebSocketFrames.frame(.binary([UInt8](repeating: 9, count: count)))
            #expect(bytes.count == count + head)
            #expect(bytes[0] == 0x82)
        }
    }

    @Test func theHandshakeKeyIsThatOfTheStandard() {
        #expect(HandshakeKey.accept(for: "dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        #expect(HandshakeKey.isValid("dGhlIHNhbXBsZSBub25jZQ=="))
        for bad in ["", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25j\u{131}Q=="] {
            #expect(!HandshakeKey.isValid(bad))
        }
    }
}
