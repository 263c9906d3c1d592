/// A currency of ISO 4217 whose smallest unit is a whole, a hundredth or a thousandth.
public struct Currency: Hashable, Sendable {
    /// The three letters, the first in the lowest byte.
    private let packed: UInt32
    /// How many decimal places the smallest unit has: 0, 2 or 3.
    public let exponent: UInt8

    /// A currency by its three capital letters; nil for one that is not listed.
    public init?(_ code: some StringProtocol) { self.init(Substring(code).utf8Span.span) }

    /// A currency by its three capital letters; nil for one that is not listed.
    public init?(_ code: Span<UInt8>) {
        guard code.count == 3, let packed = code.packed3(at: 0), let exponent = CurrencyList.exponent(of: packed) else {
            return nil
        }
        (self.packed, self.exponent) = (packed, exponent)
    }

    private init(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) {
        packed = a.value | b.value << 8 | c.value << 16
        exponent = 2
    }

    /// How many smallest units make one: 1, 100 or 1000.
    public var unitsPerWhole: Int64 { exponent == 0 ? 1 : exponent == 2 ? 100 : 1000 }
}

extension Currency: CustomStringConvertible {
    /// TRY.
    public static var turkishLira: Currency { Currency("T", "R", "Y") }
    /// EUR.
    public static var euro: Currency { Currency("E", "U", "R") }
    /// USD.
    public static var usDollar: Currency { Currency("U", "S", "D") }
    /// GBP.
    public static var poundSterling: Currency { Currency("G", "B", "P") }

    /// The three letters.
    public var code: String {
        var text = InlineArray<3, UInt8>(repeating: 0)
        text.put3(packed, at: 0)
        return unsafe String(copying: UTF8Span(unchecked: text.span))
    }

    /// The three letters.
    public var description: String { code }
}

extension Currency: Codable {
    /// Reads three capital letters.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let currency = Currency(try container.decode(String.self)) else {
            throw FieldFault(.format, "A currency code of three letters is needed.")
        }
        self = currency
    }

    /// Writes three capital letters.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
