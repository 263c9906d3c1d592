import Testing

@testable import HTTPServer

@Suite("UTF-8 in pieces")
struct TextCheckTests {
    /// All there is to say about a letter lies in its first two bytes, so these are all the cases.
    @Test func agreesWithTheStandardLibraryOnEveryPairOfBytesAndWhatFollows() {
        var wrong: [[UInt8]] = []
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                for rest: [UInt8] in [[], [0x80], [0xbf, 0x80], [0x80, 0x61], [0x61]] {
                    let bytes = [first, second] + rest
                    if whole(bytes) != (String(validating: bytes, as: UTF8.self) != nil) { wrong.append(bytes) }
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    /// As one piece and byte by byte, which must agree.
    private func whole(_ bytes: [UInt8]) -> Bool? {
        var (atOnce, slowly) = (TextCheck(), TextCheck())
        let first = atOnce.accepts(bytes.span) && atOnce.isWhole
        let second = bytes.allSatisfy { accepts($0, &slowly) } && slowly.isWhole
        return first == second ? first : nil
    }

    private func accepts(_ byte: UInt8, _ text: inout TextCheck) -> Bool { text.accepts([byte].span) }

    @Test func tellsAtTheFirstByteThatCannotBe() {
        for (good, bad): ([UInt8], UInt8) in [
            ([], 0x80), ([], 0xc1), ([], 0xf5), ([0xe0], 0x9f), ([0xed], 0xa0), ([0xf0], 0x8f), ([0xf4], 0x90),
            ([0xc3], 0x28), ([0xe2, 0x82], 0x28), ([0xf0, 0x9f, 0x98], 0xc0),
        ] {
            var text = TextCheck()
            let isGood = text.accepts(good.span)
            let isBad = !accepts(bad, &text)
            #expect(isGood && isBad, "\(bad) after \(good)")
        }
    }
}
