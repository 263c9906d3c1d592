@testable import Security

/// Writes CBOR for the tests: canonical, unless a test spoils it.
enum CBORWriter {
    static func head(_ major: UInt8, _ number: UInt64) -> [UInt8] {
        func tail(_ minor: UInt8, _ width: Int) -> [UInt8] {
            [major << 5 | minor] + (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
        }
        switch number {
        case 0..<24: return [major << 5 | UInt8(number)]
        case 24..<0x100: return tail(24, 1)
        case 0x100..<0x1_0000: return tail(25, 2)
        case 0x1_0000..<0x1_0000_0000: return tail(26, 4)
        default: return tail(27, 8)
        }
    }

    /// In the order the entries have.
    static func write(_ value: CBORValue) -> [UInt8] {
        switch value {
        case .unsigned(let number): head(0, number)
        case .negative(let number): head(1, number)
        case .bytes(let bytes): head(2, UInt64(bytes.count)) + bytes
        case .text(let text): head(3, UInt64(text.utf8.count)) + Array(text.utf8)
        case .array(let values): head(4, UInt64(values.count)) + values.flatMap(write)
        case .map(let map):
            head(5, UInt64(map.count)) + map.entries.flatMap { write($0.key) + write($0.value) }
        case .bool(let value): [value ? 0xF5 : 0xF4]
        case .null: [0xF6]
        }
    }

    static func map(_ entries: (CBORValue, CBORValue)...) -> CBORValue {
        .map(CBORMap(entries.map { CBORMap.Entry($0.0, $0.1) }))
    }
}
