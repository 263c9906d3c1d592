import HTTP
import Testing

/// What a reader of a body was told, its data put together.
private struct Reading: Equatable {
    struct Part: Equatable {
        var name: String
        var filename: String?
        var contentType: String?
        var content: String
    }

    var parts: [Part] = []
    var isFinished = false
    var refusal: MultipartParser.Refusal?

    /// Reads the body in pieces of these sizes, the last size for all that remains.
    init(_ body: [UInt8], cut sizes: [Int], boundary: String = "b", limits: MultipartParser.Limits = .init()) {
        do throws(MultipartParser.Refusal) {
            guard let boundary = MultipartBoundary(boundary) else { return }
            var parser = MultipartParser(boundary: boundary, limits: limits)
            var content: [UInt8] = []
            var start = 0
            var sizes = sizes[...]
            while start < body.count {
                let size = sizes.count > 1 ? sizes.removeFirst() : sizes.first ?? body.count
                let chunk = Array(body[start..<min(start + max(size, 1), body.count)])
                start += chunk.count
                var offset = 0
                while let event = try parser.next(in: chunk.span, at: &offset) { note(event, chunk, &content) }
                #expect(offset == chunk.count)
            }
            try parser.finish()
        } catch { refusal = error }
    }

    private mutating func note(_ event: MultipartParser.Event, _ chunk: [UInt8], _ content: inout [UInt8]) {
        switch event {
        case .partBegan(let part):
            content = []
            parts.append(
                Part(
                    name: part.name, filename: part.filename, contentType: part.contentType?.description,
                    content: "open"))
        case .data(let range):
            #expect(!range.isEmpty)
            content += chunk[range]
        case .heldData(let bytes):
            #expect(!bytes.isEmpty)
            content += bytes
        case .partEnded: parts[parts.count - 1].content = String(decoding: content, as: UTF8.self)
        case .finished: isFinished = true
        }
    }
}

private func field(_ name: String, _ content: String) -> String {
    "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(content)\r\n"
}

@Suite struct MultipartTests {
    @Test(arguments: [
        "", String(repeating: "a", count: 71), "a ", " ", "a\r\nb", "a\"b", "a;b", "a*b", "a\0", "ö", "a@b", "a[b]",
        "a%b", "a&b", "a#b",
    ])
    func boundariesRefused(_ text: String) {
        #expect(MultipartBoundary(text) == nil)
    }

    @Test(arguments: [
        ("multipart/form-data", false), ("multipart/form-data; boundary=\"\"", false),
        ("multipart/mixed; boundary=b", false),
        ("text/plain; boundary=b", false), ("multipart/form-data; boundary=b", true),
        ("Multipart/Form-Data; Boundary=\"a b\"", true),
        ("multipart/form-data; charset=utf-8; boundary=--b", true),
    ])
    func boundaryOfAType(_ type: String, _ expected: Bool) throws {
        let type = try #require(MediaType(parsing: type))
        #expect((MultipartBoundary(type) != nil) == expected)
    }

    private static let head = "--b\r\nContent-Disposition: form-data; name=a\r\n"

    private static let broken: [(String, MultipartParser.Refusal)] = [
        ("", .truncated), ("--b", .truncated), ("--b-", .truncated), ("--b\r\n", .truncated),
        ("no body", .truncated),
        ("\(head)", .truncated), ("\(head)\r\n", .truncated), ("\(head)\r\nx", .truncated),
        ("\(head)\r\nx\r\n--b", .truncated), ("\(head)\r\nx\r\n--b-", .truncated),
        ("\(head)\r\nx\n--b--", .truncated), ("\(head)\r\nx--b--", .truncated), ("\(head)\r\nx\r--b--", .truncated),
        (" --b--", .truncated),
        ("--bx\r\n", .badDelimiter), ("--b\n", .badDelimiter), ("--b\r\r\n", .badDelimiter), ("--b-x", .badDelimiter),
        ("--b x\r\n", .badDelimiter),
        ("--b --", .badDelimiter), ("\(head)\r\nx\r\n--bc", .badDelimiter), ("\(head)\r\nx\r\n--b\n", .badDelimiter),
        ("--b\0\r\n", .badDelimiter),
        ("--b\r\nContent-Disposition: form-data; name=a\n\r\n", .badHead),
        ("--b\r\nContent-Disposition: form-data; name=a\r\n\n", .badHead),
        ("--b\r\nbad\r\n\r\n", .badHead), ("--b\r\n: x\r\n\r\n", .badHead), ("--b\r\nA : x\r\n\r\n", .badHead),
        ("--b\r\nA: x\r\n y\r\n\r\n", .badHead),
        ("--b\r\nA: x\0\r\n\r\n", .badHead), ("--b\r\nA: x\ry\r\n\r\n", .badHead),
        ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\n", .badHead),
        ("\(head)Content-Disposition: form-data; name=b\r\n\r\n", .badHead),
        ("\(head)Content-Type: a/b\r\nContent-Type: a/b\r\n\r\n", .badHead),
        ("--b\r\nContent-Disposition: form-data; name=\"\u{1}\"\r\n\r\n", .badHead), ("--b\r\n\r\nx\r\n--b--", .noName),
        ("--b\r\nContent-Type: text/plain\r\n\r\n", .noName),
        ("--b\r\nContent-Disposition: attachment; name=a\r\n\r\n", .noName),
        ("--b\r\nContent-Disposition: form-data; filename=a\r\n\r\n", .noName),
        ("\(head)Content-Transfer-Encoding: base64\r\n\r\n", .transferEncoding),
        ("\(head)content-transfer-encoding: quoted-printable\r\n\r\n", .transferEncoding),
    ]

    @Test(arguments: broken)
    func refused(_ body: String, _ refusal: MultipartParser.Refusal) {
        let bytes = Array(body.utf8)
        #expect(Reading(bytes, cut: [bytes.count]).refusal == refusal)
        #expect(Reading(bytes, cut: [1]).refusal == refusal)
    }

    @Test func limits() {
        let limits = MultipartParser.Limits(parts: 2, headBytes: 60, marginBytes: 10)
        func refusal(_ body: String) -> MultipartParser.Refusal? {
            let bytes = Array(body.utf8)
            let (whole, byByte) = (
                Reading(bytes, cut: [bytes.count], limits: limits), Reading(bytes, cut: [1], limits: limits)
            )
            #expect(whole == byByte)
            return whole.refusal
        }
        #expect(refusal(field("a", "1") + field("b", "2") + "--b--") == nil)
        #expect(refusal(field("a", "1") + field("b", "2") + field("c", "3") + "--b--") == .tooManyParts)
        #expect(refusal(field("a", String(repeating: "x", count: 5_000)) + "--b--") == nil)
        #expect(refusal(field(String(repeating: "n", count: 40), "1") + "--b--") == .headTooLong)
        #expect(refusal(String(repeating: "p", count: 100) + "\r\n--b--") == .marginTooLong)
        #expect(refusal("--b--" + String(repeating: "e", count: 10)) == nil)
        #expect(refusal("--b--" + String(repeating: "e", count: 11)) == .marginTooLong)
        #expect(refusal("--b" + String(repeating: " ", count: 11) + "\r\n") == .marginTooLong)
        #expect(MultipartParser.Refusal.tooManyParts.status == .contentTooLarge)
    }

    @Test func aRefusalStays() throws {
        let boundary = try #require(MultipartBoundary("b"))
        var parser = MultipartParser(boundary: boundary)
        for text in ["--bx", "--b--", ""] {
            var offset = 0
            var refusal: MultipartParser.Refusal?
            do throws(MultipartParser.Refusal) { _ = try parser.next(in: text.utf8.span, at: &offset) } catch {
                refusal = error
            }
            #expect(refusal == .badDelimiter)
        }
        #expect(throws: MultipartParser.Refusal.badDelimiter) { try parser.finish() }
    }

    private static let bodies: [(String, [Reading.Part])] = [
        ("--b--", []), ("--b--\r\n", []), ("--b--\r\nepilogue\r\n--b\r\n", []), ("preamble\r\n--b--", []),
        ("\r\n--b--", []), ("--b\r--b\r\n\r\n--b--", []),
        (field("a", "1") + "--b--\r\n", [.init(name: "a", content: "1")]),
        (
            field("a", "") + field("ö ş", "ğ") + "--b--",
            [.init(name: "a", content: ""), .init(name: "ö ş", content: "ğ")]
        ),
        (
            field("a", "\r\n--\r\n-\r\n--a\r\n\r\n--\r--b\n--b\r") + "--b--",
            [.init(name: "a", content: "\r\n--\r\n-\r\n--a\r\n\r\n--\r--b\n--b\r")]
        ),
        (
            "--b \t \r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n\r\n--b--x",
            [.init(name: "a", content: "\r\n")]
        ),
        (field("a", "--b--") + "--b--", [.init(name: "a", content: "--b--")]),
        (
            "--b\r\ncontent-type: Image/PNG\r\nX-Other: y\r\nCONTENT-DISPOSITION: form-data; name=\"f\"; filename=\"C:\\x\\p.png\"\r\n"
                + "Content-Transfer-Encoding: Binary\r\n\r\n\u{89}PNG\r\n\u{1A}\n\0\r\n--b--",
            [.init(name: "f", filename: "p.png", contentType: "image/png", content: "\u{89}PNG\r\n\u{1A}\n\0")]
        ),
        (
            "--b\r\nContent-Disposition: form-data; name=f; filename=\"\"\r\nContent-Type: ?\r\n\r\n\r\n--b--",
            [.init(name: "f", filename: "", content: "")]
        ),
    ]

    @Test func everyCutReadsTheSame() {
        for (body, parts) in Self.bodies {
            let bytes = Array(body.utf8)
            let whole = Reading(bytes, cut: [bytes.count])
            if body.hasPrefix("--b\r--b") {
                #expect(whole.refusal == .badDelimiter)
                continue
            }
            #expect(whole.refusal == nil && whole.isFinished, "\(body)")
            #expect(whole.parts == parts, "\(body)")
            for size in 1...7 { #expect(Reading(bytes, cut: [size]) == whole) }
            for first in 1..<bytes.count {
                #expect(Reading(bytes, cut: [first, bytes.count]) == whole, "\(body) cut at \(first)")
            }
        }
    }

    @Test func everyTwoCutsReadTheSame() {
        let body = Array((field("a", "x\r\n--y\r\r\n--") + field("b", "") + "--b--\r\n").utf8)
        let whole = Reading(body, cut: [body.count])
        #expect(whole.parts.map(\.content) == ["x\r\n--y\r\r\n--", ""])
        for first in 1..<body.count {
            for second in 1..<(body.count - first) {
                #expect(Reading(body, cut: [first, second, body.count]) == whole)
            }
        }
    }

    @Test func longBoundariesAndNearMisses() {
        let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
        var content = ""
        for length in 0..<boundary.count { content += "\r\n--" + boundary.prefix(length) }
        let body = Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=a\r\n\r\n\(content)\r\n--\(boundary)--\r\n".utf8)
        let whole = Reading(body, cut: [body.count], boundary: boundary)
        #expect(whole.parts == [.init(name: "a", content: content)])
        for size in [1, 2, 3, 5, 8, 13, 21, 34, 41, 42, 43] {
            #expect(Reading(body, cut: [size], boundary: boundary) == whole)
        }
    }

    @Test func smallFormsReadWhole() throws {
        let boundary = try #require(MultipartBoundary("b"))
        let body = field("a", "1") + field("a", "2") + field("n", "\0") + "--b--"
        let form = try MultipartForm(parsing: body.utf8.span, boundary: boundary)
        #expect(form["a"]?.text == "1")
        #expect(form.all("a").map(\.bytes) == [[0x31], [0x32]])
        #expect(form["n"]?.bytes == [0] && form["n"]?.text == nil && form["none"] == nil)
        #expect(throws: MultipartParser.Refusal.truncated) {
            try MultipartForm(parsing: field("a", "1").utf8.span, boundary: boundary)
        }
    }

    @Test func variationsReadTheSameInPieces() {
        var random = Mutations(seed: 14)
        let seeds = Self.bodies.map(\.0)
        for _ in 0..<2_000 {
            let body = random.variation(of: seeds)
            let sizes = (0..<8).map { _ in Int.random(in: 1...30, using: &random) }
            #expect(Reading(body, cut: [max(body.count, 1)]) == Reading(body, cut: sizes))
        }
    }
}
