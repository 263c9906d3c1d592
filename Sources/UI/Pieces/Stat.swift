public import Markup

/// A figure with its name and how it changed.
public struct Stat: Sendable {
    let name: String
    let value: String
    let change: String?
    let meaning: Meaning

    /// A figure, as it is written; whether a change is good is for the caller to know.
    public init(_ name: String, _ value: String, change: String? = nil, _ meaning: Meaning = .plain) {
        (self.name, self.value, self.change, self.meaning) = (name, value, change, meaning)
    }

    func html(isBoxed: Bool) -> HTML {
        let change: HTML? = change.map { "<small class=\"\(meaning.rawValue)\">\($0)</small>" }
        return """
            <div class="\(isBoxed ? "stat boxed" : "stat")"><dt>\(name)</dt><dd>\(value)\(change)</dd></div>
            """
    }
}

/// Figures in a row.
public struct Stats: Component {
    let stats: [Stat]
    let areBoxed: Bool

    /// Figures: bare in the head of a page, in boxes on a dashboard.
    public init(_ stats: [Stat], areBoxed: Bool = false) { (self.stats, self.areBoxed) = (stats, areBoxed) }

    /// The row.
    public var html: HTML {
        "<dl class=\"\(areBoxed ? "cols" : "stats")\">\(stats.map { $0.html(isBoxed: areBoxed) })</dl>"
    }
}

/// A box with a head.
public struct Panel: Component {
    let title: String?
    let actions: HTML
    let content: HTML
    let footer: HTML?
    let isFlush: Bool

    /// A box. A flush one leaves no room around its content, for tables and lists.
    public init(
        _ title: String?, actions: HTML = HTML(), footer: HTML? = nil, isFlush: Bool = false, _ content: HTML
    ) {
        (self.title, self.actions, self.footer, self.isFlush, self.content) = (title, actions, footer, isFlush, content)
    }

    /// A box without a head.
    public init(_ content: HTML) { self.init(nil, content) }

    /// The box.
    public var html: HTML {
        let head: HTML? = title.map { "<header><h2>\($0)</h2>\(actions)</header>" }
        let foot: HTML? = footer.map { "<footer>\($0)</footer>" }
        let body: HTML = isFlush ? content : "<div class=\"body\">\(content)</div>"
        return "<section class=\"panel\">\(head)\(body)\(foot)</section>"
    }
}

/// What is known of a record, name by name.
public struct Facts: Component {
    let facts: [(name: String, value: HTML)]

    /// Names and values.
    public init(_ facts: [(name: String, value: HTML)]) { self.facts = facts }

    /// The list.
    public var html: HTML {
        let lines = facts.map { fact -> HTML in "<dt>\(fact.name)</dt><dd>\(fact.value)</dd>" }
        return "<dl class=\"facts\">\(lines)</dl>"
    }
}
