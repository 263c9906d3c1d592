import Testing

@testable import HTTPServer

@Suite("WebSocket frames")
struct WebSocketFramesTests {
    struct Hostile: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let code: UInt16

        init(_ name: String, _ bytes: [UInt8], _ code: UInt16) {
            (testDescription, self.bytes, self.code) = (name, bytes, code)
        }
    }

    private static func frame(
        _ first: UInt8, _ payload: [UInt8] = [], masked: Bool = true, length: [UInt8]? = nil
    ) -> [UInt8] { ClientFrames.frame(first, payload, masked: masked, length: length) }

    static let hostile = [
        Hostile("not masked", frame(0x81, [0x61], masked: false), 1002),
        Hostile("a close that is not masked", frame(0x88, [3, 232], masked: false), 1002),
        Hostile("first reserved bit", frame(0xc1, [0x61]), 1002),
        Hostile("second reserved bit", frame(0xa1, [0x61]), 1002),
        Hostile("third reserved bit", frame(0x91, [0x61]), 1002),
        Hostile("reserved opcode 3", frame(0x83, [0x61]), 1002),
        Hostile("reserved opcode 7", frame(0x87), 1002),
        Hostile("reserved control opcode 11", frame(0x8b), 1002),
        Hostile("reserved control opcode 15", frame(0x8f), 1002),
        Hostile("continuation of nothing", frame(0x80, [0x61]), 1002),
        Hostile("continuation of what has ended", frame(0x81, [0x61]) + frame(0x80, [0x61]), 1002),
        Hostile("a new message inside one", frame(0x01, [0x61]) + frame(0x81, [0x62]), 1002),
        Hostile("a ping in pieces", frame(0x09, [0x61]), 1002),
        Hostile("a close in pieces", frame(0x08, [3, 232]), 1002),
        Hostile("a long ping", frame(0x89, [UInt8](repeating: 0, count: 126)), 1002),
        Hostile("a length longer than it need be", frame(0x82, [1], length: [126, 0, 1]), 1002),
        Hostile("125 written long", frame(0x82, [1], length: [126, 0, 125]), 1002),
        Hostile("a huge length longer than it need be", frame(0x82, [1], length: [127, 0, 0, 0, 0, 0, 0, 0, 1]), 1002),
        Hostile("65,535 written huge", frame(0x82, [1], length: [127, 0, 0, 0, 0, 0, 0, 0xff, 0xff]), 1002),
        Hostile("the highest bit of a length", frame(0x82, length: [127, 0x80, 0, 0, 0, 0, 0, 0, 0]), 1002),
        Hostile("the highest length", frame(0x82, length: [127, 0x7f] + [UInt8](repeating: 0xff, count: 7)), 1009),
        Hostile("more than is allowed", frame(0x82, length: [127, 0, 0, 0, 0, 1, 0, 0, 0]), 1009),
        Hostile("one more than is allowed", frame(0x82, length: [127, 0, 0, 0, 0, 0, 1, 0, 1]), 1009),
        Hostile(
            "more than is allowed in pieces", frame(0x02, [1]) + frame(0x80, length: [127, 0, 0, 0, 0, 0, 1, 0, 0]),
            1009),
        Hostile("close with half a code", frame(0x88, [3]), 1002),
        Hostile("close with code 0", frame(0x88, [0, 0]), 1002),
        Hostile("close with code 999", frame(0x88, [3, 231]), 1002),
        Hostile("close with code 1004", frame(0x88, [3, 236]), 1002),
        Hostile("close with code 1005", frame(0x88, [3, 237]), 1002),
        Hostile("close with code 1006", frame(0x88, [3, 238]), 1002),
        Hostile("close with code 1015", frame(0x88, [3, 247]), 1002),
        Hostile("close with code 2999", frame(0x88, [0x0b, 0xb7]), 1002),
        Hostile("close with code 5000", frame(0x88, [0x13, 0x88]), 1002),
        Hostile("close with words that are none", frame(0x88, [3, 232, 0xff]), 1007),
        Hostile("text with a stray byte", frame(0x81, [0xff]), 1007),
        Hostile("text with half a letter", frame(0x81, [0xc3]), 1007),
        Hostile("text with a surrogate", frame(0x81, [0xed, 0xa0, 0x80]), 1007),
        Hostile("text that is too long for its letter", frame(0x81, [0xc0, 0xaf]), 1007),
        Hostile("text beyond Unicode", frame(0x81, [0xf4, 0x90, 0x80, 0x80]), 1007),
        Hostile("text broken in its first piece, the rest never sent", frame(0x01, [0x61, 0xff]), 1007),
        Hostile("text broken where two pieces meet", frame(0x01, [0xc3]) + frame(0x00, [0x61]), 1007),
        Hostile("text broken in a frame that is not whole", Array(frame(0x81, [0xff, 0x61, 0x61]).prefix(7)), 1007),
    ]

    @Test("is refused with its code", arguments: hostile)
    func refused(_ hostile: Hostile) {
        for size in [1, 2, 3, hostile.bytes.count] {
            #expect(closure(after: hostile.bytes, inPiecesOf: size)?.code == hostile.code, "in pieces of \(size)")
        }
    }

    private func closure(after bytes: [UInt8], inPiecesOf size: Int, limit: Int = 1 << 16) -> WebSocketClosure? {
        var frames = WebSocketFrames(limit: limit)
        for start in stride(from: 0, to: bytes.count, by: size) {
            do { _ = try frames.feed(Array(bytes[start..<min(start + size, bytes.count)])) } catch {
                return error.closure
            }
        }
        return nil
    }

    @Test func piecesOfAMessageMayNotAddUpBeyondTheLimit() {
        let half = [UInt8](repeating: 1, count: 100)
        let both = Self.frame(0x02, half) + Self.frame(0x80, half)
        #expect(closure(after: both, inPiecesOf: 50, limit: 199)?.code == 1009)
        #expect(closure(after: both, inPiecesOf: 50, limit: 200) == nil)
    }

    @Test func messagesComeOutWholeHoweverTheBytesComeIn() throws {
        let stream =
            Self.frame(0x81, Array("Ağır ılık".utf8)) + Self.frame(0x01, [0xc4]) + Self.frame(0x89, [7])
            + Self.frame(0x00) + Self.frame(0x80, [0x9f]) + Self.frame(0x82) + Self.frame(0x8a, [1])
            + Self.frame(0x82, [UInt8](0..<200)) + Self.frame(0x88, [3, 232, 0x6f, 0x6b])
        let expected: [WebSocketFrames.Event] = [
            .message(.text("Ağır ılık")), .ping([7]), .message(.text("ğ")), .message(.binary([])), .pong([1]),
            .message(.binary([UInt8](0..<200))), .close(WebSocketClosure(1000, "ok")),
        ]
        for cut in 0...stream.count {
            var frames = WebSocketFrames(limit: 1 << 16)
            let events = try frames.feed(Array(stream[..<cut])) + frames.feed(Array(stream[cut...]))
            #expect(events == expected, "cut at \(cut)")
        }
        var frames = WebSocketFrames(limit: 1 << 16)
        var events: [WebSocketFrames.Event] = []
        for byte in stream { events += try frames.feed([byte]) }
        #expect(events == expected)
    }

    @Test func aMegabyteIsTakenInPiecesOfAnySize() throws {
        let payload = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let bytes = Self.frame(0x82, payload)
        var frames = WebSocketFrames(limit: 1 << 20)
        var (events, start): ([WebSocketFrames.Event], Int) = ([], 0)
        for size in 1... where start < bytes.count {
            let end = min(start + size * 7, bytes.count)
            events += try frames.feed(Array(bytes[start..<end]))
            start = end
            if start == bytes.count { break }
        }
        #expect(events == [.message(.binary(payload))])
        #expect(!frames.isInMessage)
    }

    @Test func lengthsAreWrittenInTheirShortestForm() {
        for (count, head) in [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)] {
            let bytes = WebSocketFrames.frame(.binary([UInt8](repeating: 9, count: count)))
            #expect(bytes.count == count + head)
            #expect(bytes[0] == 0x82)
        }
    }

    @Test func farewellsAreCutAtALetterAndSecretCodesLeftOut() {
        let long = WebSocketClosure(1000, String(repeating: "ğ", count: 100))
        #expect(long.reason == String(repeating: "ğ", count: 61))
        #expect(WebSocketFrames.close(long).count == 2 + 2 + 122)
        #expect(WebSocketFrames.close(.vanished) == [0x88, 0])
    }

    @Test func theHandshakeKeyIsThatOfTheStandard() {
        #expect(HandshakeKey.accept(for: "dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        #expect(HandshakeKey.isValid("dGhlIHNhbXBsZSBub25jZQ=="))
        for bad in ["", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25j\u{131}Q=="] {
            #expect(!HandshakeKey.isValid(bad))
        }
    }
}
