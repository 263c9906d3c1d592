/// The messages of one area: a feature, a page, a part of the house.
public struct MessageCatalogue: Sendable {
    /// The area, which every key of it begins with.
    public let area: String
    /// Its messages.
    public let messages: [Message]

    /// A catalogue as it is written in the source.
    public init(_ area: StaticString, _ messages: [Message]) {
        (self.area, self.messages) = (area.description, messages)
    }
}
