import CICU
import Core

/// Upper and lower case by the rules of a language: in Turkish i ↔ İ and ı ↔ I.
enum Casing {
    /// What is Latin is changed here, letter by letter; anything else by ICU, which knows final sigmas and the like.
    static func upper(_ text: String, _ language: Language) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            guard scalar.value < 0x180, scalar.value != 0x149 else { return changed(konak_icu_upper, text, language) }
            if scalar == "ß" {
                // The one Latin letter that grows.
                out.append(contentsOf: "SS".utf8)
            } else {
                append(upper(scalar, language), to: &out)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The same the other way.
    static func lower(_ text: String, _ language: Language) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            guard scalar.value < 0x180 else { return changed(konak_icu_lower, text, language) }
            if scalar == "İ", language == .en {
                // Without Turkish rules the dot stays, as a mark of its own.
                out.append(contentsOf: "i\u{307}".utf8)
            } else {
                append(lower(scalar, language), to: &out)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func upper(_ scalar: Unicode.Scalar, _ language: Language) -> Unicode.Scalar {
        switch scalar.value {
        case 0x69: language == .tr ? "İ" : "I"
        case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: moved(scalar, by: -0x20)
        case 0xB5: "Μ"
        case 0xFF: "Ÿ"
        case 0x131: "I"
        case 0x17F: "S"
        case 0x100...0x137 where scalar.value % 2 == 1, 0x14A...0x177 where scalar.value % 2 == 1: moved(scalar, by: -1)
        case 0x139...0x148 where scalar.value % 2 == 0, 0x179...0x17E where scalar.value % 2 == 0: moved(scalar, by: -1)
        default: scalar
        }
    }

    private static func lower(_ scalar: Unicode.Scalar, _ language: Language) -> Unicode.Scalar {
        switch scalar.value {
        case 0x49: language == .tr ? "ı" : "i"
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: moved(scalar, by: 0x20)
        case 0x130: "i"
        case 0x178: "ÿ"
        case 0x100...0x137 where scalar.value % 2 == 0, 0x14A...0x177 where scalar.value % 2 == 0: moved(scalar, by: 1)
        case 0x139...0x148 where scalar.value % 2 == 1, 0x179...0x17E where scalar.value % 2 == 1: moved(scalar, by: 1)
        default: scalar
        }
    }

    private static func moved(_ scalar: Unicode.Scalar, by distance: Int32) -> Unicode.Scalar {
        Unicode.Scalar(UInt32(bitPattern: Int32(bitPattern: scalar.value) &+ distance)) ?? scalar
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        if scalar.isASCII { return out.append(UInt8(truncatingIfNeeded: scalar.value)) }
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private static func changed(_ which: konak_icu_case, _ text: String, _ language: Language) -> String {
        let source = Array(text.utf8)
        guard source.count < 1 << 28 else { return text }
        var out = [CChar](repeating: 0, count: source.count * 3 + 16)
        let count = unsafe source.withUnsafeBytes { bytes in
            unsafe konak_icu_change_case(
                which, language.rawValue, bytes.bindMemory(to: CChar.self).baseAddress, Int32(source.count), &out,
                Int32(out.count))
        }
        guard count >= 0, count <= out.count else { return text }
        return String(decoding: out.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
