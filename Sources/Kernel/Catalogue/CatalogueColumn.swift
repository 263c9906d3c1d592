/// A column as the database describes it.
public struct CatalogueColumn: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its type as SQL spells it, `numeric(12,2)`.
    public let type: String
    /// True when it must have a value.
    public let isNotNull: Bool
    /// True when it gets a value of itself where none is given.
    public let hasDefault: Bool
    /// True when it is always computed from others.
    public let isGenerated: Bool
    /// True for text and what is like it.
    public let isText: Bool
    /// True when its order depends on a language.
    public let isCollated: Bool
    /// The sequence it is numbered by, ready for a statement.
    public let sequence: String?
    /// The checks on this column alone, as the database prints them.
    public let checks: [String]

    /// The most characters it may have, where type or checks say so.
    public var maximumLength: Int? { CheckReading.maximumLength(type: type, checks: checks) }
    /// The fewest characters it may have.
    public var minimumLength: Int { CheckReading.minimumLength(checks) }
    /// The words it may hold, where a check lists them.
    public var words: [String]? { CheckReading.words(checks) }
    /// The name as it stands in a statement.
    public var quoted: String { name.sqlQuoted }
}

extension CatalogueColumn: Decodable {}
