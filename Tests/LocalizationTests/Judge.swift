import CICU
import Core
import Localization

/// What ICU itself writes, with which the house's own forms are compared.
enum Judge {
    static func number(_ skeleton: String, _ value: String, _ language: Language) -> String {
        unsafe written { unsafe konak_icu_number(language.rawValue, skeleton, value, $0, $1) }
    }

    static func date(_ skeleton: String, _ instant: Timestamp, _ zone: String, _ language: Language) -> String {
        unsafe written {
            unsafe konak_icu_date(language.rawValue, zone, skeleton, Double(instant.milliseconds), $0, $1)
        }
    }

    /// The unit by ICU's number: 0 for years, 2 months, 4 days, 5 hours, 6 minutes.
    static func relative(_ offset: Double, _ unit: Int32, _ language: Language) -> String {
        unsafe written { unsafe konak_icu_relative(language.rawValue, offset, unit, $0, $1) }
    }

    static func list(_ count: Int, or isOr: Bool, _ language: Language) -> String {
        unsafe written { unsafe konak_icu_list(language.rawValue, isOr ? 1 : 0, Int32(count), $0, $1) }
    }

    static func plural(_ value: Double, ordinal isOrdinal: Bool, _ language: Language) -> String {
        unsafe written { unsafe konak_icu_plural(language.rawValue, isOrdinal ? 1 : 0, value, $0, $1) }
    }

    static func cased(_ which: konak_icu_case, _ text: String, _ language: Language) -> String {
        let bytes = text.utf8.map { CChar(bitPattern: $0) }
        return unsafe written {
            unsafe konak_icu_change_case(which, language.rawValue, bytes, Int32(bytes.count), $0, $1)
        }
    }

    private static func written(_ body: (UnsafeMutablePointer<CChar>, Int32) -> Int32) -> String {
        var out = [CChar](repeating: 0, count: 4096)
        let count = unsafe out.withUnsafeMutableBufferPointer { buffer -> Int32 in
            guard let start = buffer.baseAddress else { return -1 }
            return unsafe body(start, Int32(buffer.count))
        }
        return count < 0
            ? "refused" : String(decoding: out.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Values that are the same in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

let turkish = Localizer(language: .tr, zone: .istanbul)
let english = Localizer(language: .en, zone: .istanbul)
let both = [turkish, english]
