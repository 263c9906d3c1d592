import Testing

@testable import HTTPServer

@Suite struct HeadScannerTests {
    /// Scans text that comes in pieces cut at these places.
    private func scan(
        _ text: String, cutAt cuts: [Int] = [], limits: ServerLimits = ServerLimits()
    ) -> HeadScanner.Result {
        let bytes = Array(text.utf8)
        var scanner = HeadScanner()
        var result = HeadScanner.Result.incomplete
        for end in cuts + [bytes.count] where result == .incomplete {
            result = unsafe bytes[..<end].withUnsafeBufferPointer { unsafe scanner.scan($0, limits: limits) }
        }
        return result
    }

    static let refused: [(String, Refusal)] = [
        ("\r\nGET / HTTP/1.1\r\n\r\n", .malformedRequestLine),
        (" GET / HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("\u{0}GET", .malformedRequestLine),
        ("GET / HTTP/1.1\nHost: a\r\n\r\n", .bareLineFeed),
        ("GET / HTTP/1.1\r\nHost: a\n\r\n", .bareLineFeed),
        ("GET / HTTP/1.1\r\nHost: a\r\n\n", .bareLineFeed),
        ("GET / HTTP/1.1\r\nHost: a\r\n b: c\r\n\r\n", .foldedField),
        ("GET / HTTP/1.1\r\n\tHost: a\r\n\r\n", .foldedField),
    ]

    @Test(arguments: refused) func refuses(text: String, refusal: Refusal) {
        #expect(scan(text) == .refused(refusal))
    }

    /// What is refused whole is refused as well wherever it is cut, and never taken for complete.
    @Test(arguments: refused) func refusesAtEveryCut(text: String, refusal: Refusal) {
        for cut in 1..<text.utf8.count { #expect(scan(text, cutAt: [cut]) == .refused(refusal)) }
    }

    static let complete = [
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /a?b HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nA: \t b\r\n\r\n",
    ]

    @Test(arguments: complete) func findsTheEndAtEveryPairOfCuts(head: String) {
        let text = head + "GET /next HTTP/1.1\r\n"
        for first in 1..<text.utf8.count {
            for second in first..<text.utf8.count {
                #expect(scan(text, cutAt: [first, second]) == .complete(length: head.utf8.count))
            }
        }
    }

    @Test(arguments: complete) func waitsForTheRest(head: String) {
        for length in 1..<head.utf8.count {
            #expect(scan(String(decoding: head.utf8.prefix(length), as: UTF8.self)) == .incomplete)
        }
        #expect(scan("") == .incomplete)
    }

    @Test func refusesALongTargetBeforeItsEnd() {
        var limits = ServerLimits()
        limits.targetBytes = 100
        #expect(scan("GET /" + String(repeating: "a", count: 200), limits: limits) == .refused(.longTarget))
        let line = "GET /" + String(repeating: "a", count: 200) + " HTTP/1.1\r\n\r\n"
        #expect(scan(line, limits: limits) == .refused(.longTarget))
    }

    @Test func refusesALargeHeadBeforeItsEnd() {
        var limits = ServerLimits()
        limits.headBytes = 1000
        let start = "GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: 1000)
        #expect(scan(start, limits: limits) == .refused(.largeHead))
        #expect(scan(start + "\r\n\r\n", limits: limits) == .refused(.largeHead))
    }

    @Test func countsFields() {
        var limits = ServerLimits()
        limits.fields = 3
        let three = "GET / HTTP/1.1\r\na: 1\r\nb: 2\r\nc: 3\r\n"
        #expect(scan(three + "\r\n", limits: limits) == .complete(length: three.utf8.count + 2))
        #expect(scan(three + "d: 4\r\n\r\n", limits: limits) == .refused(.tooManyFields))
    }
}
