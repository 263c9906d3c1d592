public import Core

/// Somebody who is signed in, as pages name and address them.
public struct PersonProfile: Sendable, Hashable {
    /// The name people read.
    public let name: String
    /// The mail address.
    public let address: String
    /// The language they like.
    public let language: Language
    /// The zone of their clock, such as `Europe/Istanbul`.
    public let timeZone: String

    /// Somebody.
    public init(name: String, address: String, language: Language, timeZone: String) {
        (self.name, self.address, self.language, self.timeZone) = (name, address, language, timeZone)
    }
}
