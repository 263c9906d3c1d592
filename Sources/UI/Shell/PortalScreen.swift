import Core
public import Markup

/// The frame of a tenant's customers: the brand, a few places in a row, the page. They come seldom and often by phone.
public struct PortalScreen: Component {
    let frame: Document.Frame
    let places: [Place]
    let title: String
    let footer: HTML
    let toasts: [Toast]
    let content: HTML

    /// A page with the places that lead on, and what happened before it.
    public init(
        _ frame: Document.Frame, _ places: [Place], title: String, footer: HTML = HTML(), toasts: [Toast] = [],
        _ content: HTML
    ) {
        (self.frame, self.places, self.title, self.content) = (frame, places, title, content)
        self.footer = footer
        self.toasts = toasts.map { $0.with(token: frame.token) }
    }

    /// The whole page.
    public var html: HTML {
        let language = frame.language
        return Document(
            frame, title: title,
            body: """
                <a class="btn skip" href="#content">\(language(.toContent))</a><div class="wait" id="wait"></div>
                <div class="portal"><header><span class="name">\(frame.brand.mark)<span>\(frame.brand.name)</span></span>\(navigation)</header>
                <main id="content" tabindex="-1">\(content)</main><footer>\(footer)</footer></div>
                <div id="toasts" class="toasts" role="status">\(toasts)</div>
                """
        ).html
    }

    private var navigation: HTML? {
        guard !places.isEmpty else { return nil }
        let items = places.map { place -> HTML in "<li>\(place.short)</li>" }
        return "<nav aria-label=\"\(frame.language(.navigation))\"><ul>\(items)</ul></nav>"
    }
}
