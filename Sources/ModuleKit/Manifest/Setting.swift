public import Core

/// One thing a tenant may set for a module.
public struct Setting: Sendable {
    /// What values it takes.
    public enum Kind: Sendable, Hashable {
        /// Yes or no.
        case flag(default: Bool)
        /// A whole number within bounds.
        case number(ClosedRange<Int>, default: Int)
        /// A text of at most so many characters.
        case text(most: Int, default: String)
        /// One of these words.
        case choice([String], default: String)
    }

    /// The name.
    public let key: SettingKey
    /// What people read.
    public let title: Words
    /// What values it takes.
    public let kind: Kind

    /// A setting.
    public init(_ key: SettingKey, title: Words, _ kind: Kind) {
        (self.key, self.title, self.kind) = (key, title, kind)
    }
}
