/// A rate in millionths: fine enough for stamp duty (0.948 %) and exact, where a float is not.
public struct Percentage: Hashable, Sendable, Comparable, Codable {
    /// 200 000 for 20 %.
    public let partsPerMillion: Int64

    /// A rate in millionths.
    public init(partsPerMillion: Int64) { self.partsPerMillion = partsPerMillion }

    /// A rate in whole percents.
    public init(percent: Int32) { partsPerMillion = Int64(percent) * 10_000 }

    /// Lower rates first.
    public static func < (left: Percentage, right: Percentage) -> Bool {
        left.partsPerMillion < right.partsPerMillion
    }

    /// Reads the count of millionths.
    public init(from decoder: any Decoder) throws {
        partsPerMillion = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the count of millionths.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(partsPerMillion)
    }
}
