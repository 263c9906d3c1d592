public import Markup

/// The places of the navigation, large: for a page from which one sets out.
public struct PlaceCards: Component {
    let places: [(place: Place, note: String)]
    let name: String

    /// Each place with a line about what it is for.
    public init(_ places: [(place: Place, note: String)], name: String) { (self.places, self.name) = (places, name) }

    /// The list; nothing without a place.
    public var html: HTML {
        if places.isEmpty { return HTML() }
        return "<nav aria-label=\"\(name)\"><ul class=\"starts\">\(places.map(card))</ul></nav>"
    }

    private func card(_ start: (place: Place, note: String)) -> HTML {
        """
        <li><a href="\(start.place.url)"><span class="start">\(start.place.icon)</span><span><strong>\(start.place.text)</strong>\
        <small>\(start.note)</small></span>\(Icon.chevronRight)</a></li>
        """
    }
}
