public import Markup

/// The top of a page: where one is, what it is, what it adds up to, and what can be done, the main thing last.
public struct PageHead: Component {
    let title: String
    let note: String?
    let way: Breadcrumbs?
    let tags: [Tag]
    let actions: HTML
    let below: HTML
    let isClosed: Bool

    /// A head. What is `below` the title stands in it too: figures, tabs. A closed one has a line under it.
    public init(
        _ title: String, note: String? = nil, way: Breadcrumbs? = nil, tags: [Tag] = [], actions: HTML = HTML(),
        below: HTML = HTML(), isClosed: Bool = true
    ) {
        (self.title, self.note, self.way, self.tags) = (title, note, way, tags)
        (self.actions, self.below, self.isClosed) = (actions, below, isClosed)
    }

    /// The head.
    public var html: HTML {
        let note: HTML? = note.map { "<span class=\"sub\">\($0)</span>" }
        let acts: HTML? = actions.isEmpty ? nil : "<div class=\"acts\">\(actions)</div>"
        return """
            <div class="\(isClosed ? "head closed" : "head")">\(way)<div class="title"><h1>\(title)</h1>\(tags)\(note)\(acts)</div>\(below)</div>
            """
    }
}

/// A line below the head: views, filters, what is shown.
public struct Toolbar: Component {
    let content: HTML

    /// A line.
    public init(_ content: HTML) { self.content = content }

    /// The line.
    public var html: HTML { "<div class=\"toolbar\">\(content)</div>" }
}
