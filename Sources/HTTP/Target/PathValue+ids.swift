public import Core

extension UUIDv7: PathValue {
    /// The text of a UUID.
    public init?(pathText: Substring) { self.init(pathText) }
    /// The text of a UUID.
    public var pathText: String { description }
}

extension ID: PathValue {
    /// The text of a UUID.
    public init?(pathText: Substring) { self.init(pathText) }
    /// The text of a UUID.
    public var pathText: String { description }
}
