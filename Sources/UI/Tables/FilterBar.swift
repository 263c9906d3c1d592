public import Core
public import Markup

/// What a list is narrowed to, as chips.
public struct FilterBar: Component {
    /// A chip.
    public enum Chip: Sendable {
        /// A filter that holds: press it to change it, press the cross to drop it.
        case on(String, change: Action, drop: SafeURL)
        /// One that is offered.
        case offered(String, SafeURL)
    }

    let chips: [Chip]
    let add: Action?
    let clear: SafeURL?
    let language: Language

    /// Chips, a button to add another, and a way back to the whole list.
    public init(_ chips: [Chip], add: Action? = nil, clear: SafeURL? = nil, in language: Language) {
        (self.chips, self.add, self.clear, self.language) = (chips, add, clear, language)
    }

    /// The bar.
    public var html: HTML {
        let add: HTML? = add.map { action in
            "<button class=\"chip add\"\(attributes: action.attributes)>\(Icon.plus)\(language(.filter))</button>"
        }
        let clear: HTML? = clear.map { "\(TextLink(language(.clearAll), $0))" }
        return """
            <div class="filters" role="group" aria-label="\(language(.filter))">\(chips.map(chip))\(add)\(clear)</div>
            """
    }

    private func chip(_ chip: Chip) -> HTML {
        switch chip {
        case .on(let text, let change, let drop):
            """
            <span class="chip on"><button\(attributes: change.attributes)>\(text)</button>\
            <a class="drop-it" href="\(drop)" aria-label="\(text): \(language(.remove))">\(Icon.x)</a></span>
            """
        case .offered(let text, let url): "<a class=\"chip\" href=\"\(url)\"><span>\(text)</span></a>"
        }
    }
}

/// Lists people saved: a name, a page, a count.
public struct SavedViews: Component {
    let views: [(text: String, url: SafeURL, count: String?)]
    let current: Int?
    let end: HTML
    let language: Language

    /// Views with the one that is seen, and what stands after them.
    public init(
        _ views: [(text: String, url: SafeURL, count: String?)], current: Int?, end: HTML = HTML(),
        in language: Language
    ) {
        (self.views, self.current, self.end, self.language) = (views, current, end, language)
    }

    /// The views.
    public var html: HTML {
        let links = views.enumerated().map { index, view -> HTML in
            let state: Attributes = index == current ? [.aria("current", "page")] : []
            let count: HTML? = view.count.map { "<em>\($0)</em>" }
            return "<a href=\"\(view.url)\"\(attributes: state)>\(view.text)\(count)</a>"
        }
        return "<nav class=\"views\" aria-label=\"\(language(.views))\">\(links)\(end)</nav>"
    }
}
