import Markup
import Testing

@Suite("Markup of any bytes")
struct MarkupFuzzingTests {
    @Test func `keeps its promises`() {
        var state: UInt64 = 11
        let pieces = [
            "<", ">", "\"", "'", "/", "!", "-", "--", "=", " ", "a", "script", "</script", "style", "href", "é", "&",
            ":",
        ]
        .map { Array($0.utf8) }
        for _ in 0..<5000 {
            var bytes: [UInt8] = []
            for _ in 0..<(next(&state) % 14) { bytes += pieces[Int(next(&state) % UInt64(pieces.count))] }
            let kept = unsafe bytes.withUnsafeBytes { raw in
                unsafe MarkupFuzzing.literal(raw) && MarkupFuzzing.context(raw) && MarkupFuzzing.address(raw)
            }
            #expect(kept, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private func next(_ state: inout UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
