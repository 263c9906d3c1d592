public import Markup

/// A page that the navigation leads to.
public struct Place: Sendable {
    let text: String
    let url: SafeURL
    let icon: Icon
    let count: Int
    let key: String?
    let isCurrent: Bool

    /// A page with its icon, how many things wait there, and its shortcut, such as `g s`.
    public init(
        _ text: String, _ url: SafeURL, _ icon: Icon, count: Int = 0, key: String? = nil, isCurrent: Bool = false
    ) {
        (self.text, self.url, self.icon, self.count) = (text, url, icon, count)
        (self.key, self.isCurrent) = (key, isCurrent)
    }

    var attributes: Attributes { isCurrent ? [.url("href", url), .aria("current", "page")] : [.url("href", url)] }

    /// In the side bar, where the palette and the shortcuts find it too.
    func html(group: String) -> HTML {
        var all = attributes
        all.append(contentsOf: [.data("find", text), .data("icon", icon.rawValue), .data("group", group)])
        // What is folded away is said by the tip.
        all.append(.data("tip", text))
        if let key { all.append(.data("key", key)) }
        return "<li><a\(attributes: all)>\(icon)<span>\(text)</span>\(Badge(count))</a></li>"
    }

    /// In the bottom bar and the sheet of a phone.
    var short: HTML { "<a\(attributes: attributes)>\(icon)<span>\(text)</span>\(Badge(count))</a>" }
}

/// Places that belong together.
public struct PlaceGroup: Sendable {
    let title: String?
    let places: [Place]

    /// A group with its title.
    public init(_ title: String, _ places: [Place]) { (self.title, self.places) = (title, places) }

    /// The first of a navigation, which has none.
    public init(_ places: [Place]) { (title, self.places) = (nil, places) }
}

/// A command that the palette offers besides the places.
public struct Command: Sendable {
    let text: String
    let action: Action
    let icon: Icon
    let group: String
    let key: String?

    /// A command.
    public init(_ text: String, _ icon: Icon, _ action: Action, group: String, key: String? = nil) {
        (self.text, self.icon, self.action, self.group, self.key) = (text, icon, action, group, key)
    }

    var html: HTML {
        var all: Attributes = [.data("find", text), .data("icon", icon.rawValue), .data("group", group)]
        if let key { all.append(.data("key", key)) }
        if action.isLink { return "<a\(attributes: all)\(attributes: action.attributes) hidden></a>" }
        return "<button\(attributes: all)\(attributes: action.attributes) hidden></button>"
    }
}
