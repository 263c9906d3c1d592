public import Core
public import Markup

/// The way from the top to this page.
public struct Breadcrumbs: Component {
    let steps: [(text: String, url: SafeURL)]
    let current: String
    let language: Language

    /// Pages above this one, and this one's name.
    public init(_ steps: [(text: String, url: SafeURL)], current: String, in language: Language) {
        (self.steps, self.current, self.language) = (steps, current, language)
    }

    /// The way.
    public var html: HTML {
        let links = steps.map { step -> HTML in "<li><a href=\"\(step.url)\">\(step.text)</a></li>" }
        return """
            <nav class="crumbs" aria-label="\(language(.path))"><ol>\(links)<li><span aria-current="page">\(current)</span></li></ol></nav>
            """
    }
}

/// Parts of one thing, one seen at a time.
public struct Tabs: Component {
    /// A part.
    public struct Tab: Sendable {
        let id: ElementID
        let text: String
        let count: Int
        let content: HTML

        /// A part with what it shows.
        public init(_ id: ElementID, _ text: String, count: Int = 0, _ content: HTML) {
            (self.id, self.text, self.count, self.content) = (id, text, count, content)
        }
    }

    let name: String
    let tabs: [Tab]

    /// Parts of the thing named; the first is seen.
    public init(_ name: String, _ tabs: [Tab]) { (self.name, self.tabs) = (name, tabs) }

    /// The parts.
    public var html: HTML {
        let heads = tabs.enumerated().map { index, tab -> HTML in
            """
            <button type="button" role="tab" id="\(tab.id.part("tab").text)" aria-controls="\(tab.id.text)" \
            aria-selected="\(index == 0 ? "true" : "false")" tabindex="\(index == 0 ? "0" : "-1")">\(tab.text)\(Badge(tab.count))</button>
            """
        }
        let panels = tabs.enumerated().map { index, tab -> HTML in
            let state: Attributes = index == 0 ? [] : [.flag("hidden")]
            return """
                <div role="tabpanel" id="\(tab.id.text)" aria-labelledby="\(tab.id.part("tab").text)" \
                tabindex="0"\(attributes: state)>\(tab.content)</div>
                """
        }
        return "<k-tabs><div class=\"tabs\" role=\"tablist\" aria-label=\"\(name)\">\(heads)</div>\(panels)</k-tabs>"
    }
}

/// Pages of one thing, as tabs that are links.
public struct PageTabs: Component {
    let name: String
    let items: [(text: String, url: SafeURL, count: Int)]
    let current: Int

    /// Links; `current` is this page.
    public init(_ name: String, _ items: [(text: String, url: SafeURL, count: Int)], current: Int) {
        (self.name, self.items, self.current) = (name, items, current)
    }

    /// The links.
    public var html: HTML {
        let links = items.enumerated().map { index, item -> HTML in
            let state: Attributes = index == current ? [.aria("current", "page")] : []
            return "<a href=\"\(item.url)\"\(attributes: state)>\(item.text)\(Badge(item.count))</a>"
        }
        return "<nav class=\"tabs\" aria-label=\"\(name)\">\(links)</nav>"
    }
}

/// From one page of a long list to the next. A key, not a number: the list may be endless, and it may grow meanwhile.
public struct Pager: Component {
    let previous: SafeURL?
    let next: SafeURL?
    let note: String
    let language: Language

    /// Links to the neighbours there are, and what is seen, such as "1.000+ kayıt".
    public init(previous: SafeURL?, next: SafeURL?, note: String, in language: Language) {
        (self.previous, self.next, self.note, self.language) = (previous, next, note, language)
    }

    /// The links.
    public var html: HTML {
        """
        <nav class="pager" aria-label="\(note)"><span>\(note)</span><span class="space"></span>\
        \(button(language(.previous), previous, .chevronLeft))\(button(language(.next), next, .chevronRight))</nav>
        """
    }

    private func button(_ text: String, _ url: SafeURL?, _ icon: Icon) -> Button {
        let button = Button(text, url.map(Action.link) ?? .none, icon: icon == .chevronLeft ? icon : nil, size: .small)
        return (icon == .chevronRight ? button.ending(with: icon) : button).disabled(url == nil)
    }
}
