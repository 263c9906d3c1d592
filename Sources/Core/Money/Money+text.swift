extension Money: CustomStringConvertible {
    /// Reads a plain decimal number, `-12.34`, with no more places than the currency has.
    public init?(decimal text: String, _ currency: Currency) {
        let negative = text.utf8.first == UInt8(ascii: "-")
        let parts = text.dropFirst(negative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, Self.areDigits(whole) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard Self.areDigits(fraction), parts.count == 1 || fraction.utf8.count <= Int(currency.exponent) else {
            return nil
        }
        let padded = parts.count == 1 ? "" : String(fraction)
        let zeros = String(repeating: "0", count: Int(currency.exponent) - padded.utf8.count)
        guard let units = Int64((negative ? "-" : "") + whole + padded + zeros) else { return nil }
        self.init(minorUnits: units, currency)
    }

    private static func areDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 &- 48 <= 9 }
    }

    /// The amount as a plain decimal number: `-12.34`, for machines; people get theirs from the locale.
    public var decimal: String {
        let units = UInt64(currency.unitsPerWhole)
        let (whole, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: units)
        let sign = minorUnits < 0 ? "-" : ""
        guard currency.exponent > 0 else { return "\(sign)\(whole)" }
        return "\(sign)\(whole).\(String(rest + units).dropFirst())"
    }

    /// Amount and currency, for logs.
    public var description: String { "\(decimal) \(currency)" }
}

extension Money: Codable {
    private enum CodingKeys: String, CodingKey {
        case minorUnits = "amount"
        case currency
    }

    /// Reads `{"amount": 1234, "currency": "TRY"}`, the amount in smallest units.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        minorUnits = try container.decode(Int64.self, forKey: .minorUnits)
        currency = try container.decode(Currency.self, forKey: .currency)
    }

    /// Writes `{"amount": 1234, "currency": "TRY"}`, the amount in smallest units.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(minorUnits, forKey: .minorUnits)
        try container.encode(currency, forKey: .currency)
    }
}

extension JSONWriter {
    /// `{"amount": 1234, "currency": "TRY"}`, the amount in smallest units.
    public mutating func money(_ value: Money) {
        beginObject()
        key("amount")
        int(value.minorUnits)
        key("currency")
        string(value.currency.code)
        endObject()
    }
}
