import SQL
import Testing

@Suite("SQL and cells of any bytes")
struct SQLFuzzingTests {
    @Test func `keep their promises`() {
        var state: UInt64 = 5
        let pieces = [
            "SELECT", "INSERT", "INTO", "WITH a AS", " ", "\n", "(", ")", ",", ";", "'", "\"", "$1", "$a$", "$$", "E'",
            "\\",
            "--", "/*", "*/", "COPY", "TO STDOUT", "é", "1", "-", "{", "}", "2026-11-21", "t", "NULL", "\0",
        ].map { Array($0.utf8) }
        for _ in 0..<10_000 {
            var bytes: [UInt8] = []
            for _ in 0..<(nextRandom(&state) % 10) { bytes += pieces[Int(nextRandom(&state) % UInt64(pieces.count))] }
            let kept = unsafe bytes.withUnsafeBytes { raw in
                unsafe SQLFuzzing.classify(raw) && SQLFuzzing.renumber(raw) && SQLFuzzing.decode(raw)
            }
            #expect(kept, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
