import Core
import TestKit
import Testing

/// Hostile input must be refused or read, never trap. The seed is fixed, so a crash can be had again.
@Suite struct JSONRobustnessTests {
    private static let seeds = [
        #"{"id":"018f3a6b-7c00-7abc-8def-0123456789ab","at":"2026-03-01T09:30:00.5Z","total":{"amount":-12,"currency":"TRY"}}"#,
        #"[1,-2.5e+10,"\ud83d\ude00\u00e7",null,true,{"a":[[],{}]}]"#,
        #"{"şehir":"İzmir","n":[0.1,1E5,1e400],"x":"\\\"\/\b"}"#,
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "-92233720368547758.08",
    ].map { Array($0.utf8) }

    private static let tokens = [
        "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", "\\udc00", ",", ":", "-", "0", "1e999", ".", "null", "tru",
        "é", "\u{0}",
        "9999999999999999999", "+", "Z", "60", " GMT", "-23:59",
    ].map { Array($0.utf8) }

    private struct Invoice: Codable, Equatable {
        var id: TenantID?
        var at: Timestamp?
        var total: Money?
        var n: [Double]?
        var x: String?
    }

    @Test func survivesMutations() {
        var random = SeededRandom(seed: 20_260_301)
        var (read, refused) = (0, 0)
        for _ in 0..<100_000 {
            var bytes = Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &random)]
            for _ in 0..<Int.random(in: 1...4, using: &random) { Self.mutate(&bytes, &random) }
            Self.reads(bytes) ? (read += 1) : (refused += 1)
        }
        #expect(read > 1_000 && refused > 1_000)
    }

    @Test func survivesRandomTokens() {
        var random = SeededRandom(seed: 42)
        for _ in 0..<100_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
                Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &random)]
            }
            _ = Self.reads(bytes)
        }
        #expect(!Self.reads([UInt8](repeating: UInt8(ascii: "{"), count: 500)))
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place...)
        case 3: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        default: bytes.insert(contentsOf: tokens[Int.random(in: 0..<tokens.count, using: &random)], at: place)
        }
    }

    /// Puts the bytes through everything that reads; true when they are JSON, which must then come back unchanged.
    private static func reads(_ bytes: [UInt8]) -> Bool {
        _ = Timestamp(rfc3339: bytes.span)
        _ = Timestamp(httpDate: bytes.span, now: .latest)
        _ = UUIDv7(bytes.span)
        _ = Currency(bytes.span)
        guard let value = try? JSONParser.parse(bytes, limits: JSONLimits(bytes: 4096, depth: 8)) else { return false }
        let again = try? JSONParser.parse(Array(value.description.utf8))
        if again != value { Issue.record("\(bytes) became \(value)") }
        _ = try? JSONReader.decode(Invoice.self, from: value)
        _ = try? JSONReader.decode([String: [Double]].self, from: value, unknownKeys: .ignore)
        return true
    }
}
