public import Markup

/// What a page shows; the house puts its frame around it: navigation, the title as heading, the way back, actions.
public struct PageContent: Sendable {
    /// The title, which is the page's heading too: the body needs none.
    public let title: String
    /// The content.
    public let body: HTML
    /// A word beside the title: how many there are, of when it is.
    public var note: String?
    /// The pages above this one, from the top.
    public var steps: [(text: String, url: SafeURL)] = []
    /// What can be done with the whole page, the main thing last.
    public var actions = HTML()
    /// True for a page that fills the window and scrolls inside, as boards do.
    public var isFixed = false

    /// True for a page that its reader may open again without a connection: it then lies on their device until they sign
    /// out. Not for secrets, nor for what goes stale within the hour.
    public var isKeptOffline = false

    /// True for a start: below its body stand the cards of modules and the places that its reader may open, each with what
    /// it is for.
    public var isStart = false

    /// A page.
    public init(title: String, body: HTML) { (self.title, self.body) = (title, body) }
}
