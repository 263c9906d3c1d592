public import Markup

/// What a page shows; the house puts its frame around it.
public struct PageContent: Sendable {
    /// The title.
    public let title: String
    /// The content.
    public let body: HTML
    /// A page.
    public init(title: String, body: HTML) { (self.title, self.body) = (title, body) }
}
