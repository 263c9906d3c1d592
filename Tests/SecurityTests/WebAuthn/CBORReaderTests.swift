import Testing

@testable import Security

@Suite("CBOR")
struct CBORReaderTests {
    private static let refusals: [([UInt8], CBORReader.Fault)] = [
        ([], .truncated), ([0x18], .truncated), ([0x19, 0x01], .truncated), ([0x42, 0x01], .truncated),
        ([0x82, 0x01], .truncated), ([0xA1, 0x01], .truncated),
        ([0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .truncated),
        ([0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .truncated),
        ([0xBA, 0xFF, 0xFF, 0xFF, 0xFF], .truncated),
        ([0x18, 0x17], .notShortest), ([0x19, 0x00, 0xFF], .notShortest),
        ([0x1A, 0x00, 0x00, 0xFF, 0xFF], .notShortest),
        ([0x1B, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], .notShortest), ([0x58, 0x01, 0x00], .notShortest),
        ([0x5F, 0x41, 0x00, 0xFF], .indefinite), ([0x9F, 0xFF], .indefinite), ([0xBF, 0xFF], .indefinite),
        ([0xFF], .indefinite), ([0xC0, 0x00], .unsupported), ([0xF9, 0x3C, 0x00], .unsupported),
        ([0xFB, 0, 0, 0, 0, 0, 0, 0, 0], .unsupported), ([0xF7], .unsupported), ([0xF8, 0x20], .unsupported),
        ([0x1C], .unsupported), ([0x62, 0xC3, 0x28], .notUTF8), ([0x00, 0x00], .trailingBytes),
        ([0xA2, 0x01, 0x00, 0x01, 0x00], .keyOrder), ([0xA2, 0x02, 0x00, 0x01, 0x00], .keyOrder),
        ([0xA2, 0x20, 0x00, 0x01, 0x00], .keyOrder), ([0xA2, 0x62, 0x61, 0x61, 0x00, 0x61, 0x62, 0x00], .keyOrder),
        ([0xA2, 0x61, 0x62, 0x00, 0x61, 0x61, 0x00], .keyOrder),
    ]

    @Test("refuses all but the one canonical form", arguments: refusals)
    func refuses(bytes: [UInt8], fault: CBORReader.Fault) {
        #expect(throws: fault) { try CBORReader.value(of: bytes) }
    }

    @Test("refuses what is too deep or too long before it builds any of it")
    func bounds() {
        for depth in [8, 60_000] {
            #expect(throws: CBORReader.Fault.tooDeep) {
                try CBORReader.value(of: [UInt8](repeating: 0x81, count: depth) + [0x00])
            }
        }
        #expect(throws: CBORReader.Fault.tooLarge) {
            try CBORReader.value(of: [UInt8](repeating: 0, count: 65_537))
        }
    }

    @Test("reads what it should")
    func reads() throws {
        let value = CBORWriter.map(
            (.unsigned(1), .unsigned(.max)), (.unsigned(300), .array([.bool(true), .null, .bool(false)])),
            (CBORValue(-1), .bytes([1, 2, 3])), (CBORValue(-257), .text("çay")), (.text("a"), CBORWriter.map()))
        let read = try CBORReader.value(of: CBORWriter.write(value))
        #expect(read == value)
        #expect(read.map?[-257]?.text == "çay" && read.map?["a"]?.map?.count == 0)
        #expect(read.map?[1]?.integer == nil && CBORValue(.min).integer == .min)
    }

    @Test("survives any bytes whatever")
    func noise() {
        var state: UInt64 = 42
        var refused = 0
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(UInt8(truncatingIfNeeded: state >> 33))
            }
            guard let value = try? CBORReader.value(in: bytes, from: 0) else {
                refused += 1
                continue
            }
            // What is read writes itself the same way: there is no second spelling.
            #expect(CBORWriter.write(value.value) == Array(bytes[..<value.next]))
        }
        #expect(refused > 1_000)
    }
}
