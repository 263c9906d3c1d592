public import Markup

/// A button that shows only an icon. It always has a name: for those who hear the page, and as its tooltip.
public struct IconButton: Component {
    let name: String
    let icon: Icon
    let action: Action
    let isSmall: Bool
    let hasDot: Bool
    let isPressed: Bool?
    let key: String?
    let isDisabled: Bool
    let more: Attributes

    /// An icon with its name. `isPressed` makes it a toggle; a dot tells of something new.
    public init(
        _ name: String, _ icon: Icon, _ action: Action = .none, isSmall: Bool = false, hasDot: Bool = false,
        isPressed: Bool? = nil, key: String? = nil, isDisabled: Bool = false, attributes: Attributes = []
    ) {
        (self.name, self.icon, self.action, self.isSmall, self.hasDot) = (name, icon, action, isSmall, hasDot)
        (self.isPressed, self.key, self.isDisabled, more) = (isPressed, key, isDisabled, attributes)
    }

    /// The button.
    public var html: HTML {
        let inner: HTML = "\(icon)\(hasDot ? "<span class=\"dot\"></span>" : HTML())"
        if action.isLink { return "<a\(attributes: attributes)>\(inner)</a>" }
        return "<button\(attributes: attributes)>\(inner)</button>"
    }

    private var attributes: Attributes {
        var all: Attributes = [.classes("iconbtn", isSmall ? "s" : nil), .aria("label", name), .data("tip", name)]
        all.append(contentsOf: action.attributes)
        all.append(contentsOf: more)
        if let key { all.append(.data("key", key)) }
        if let key { all.append(.data("tip-key", KeyText.shown(key))) }
        if let isPressed { all.append(.aria("pressed", isPressed)) }
        all.append(.flag("disabled"), if: isDisabled)
        return all
    }
}

/// A link in running text or beside it.
public struct TextLink: Component {
    let text: String
    let url: SafeURL
    let icon: Icon?

    /// A link with its words.
    public init(_ text: String, _ url: SafeURL, icon: Icon? = nil) {
        (self.text, self.url, self.icon) = (text, url, icon)
    }

    /// The link.
    public var html: HTML { "<a class=\"link\" href=\"\(url)\">\(icon?.small)\(text)</a>" }
}

/// Buttons that belong together, side by side.
public struct ButtonGroup: Component {
    let name: String
    let buttons: [Button]

    /// Buttons with the name of what they have in common.
    public init(_ name: String, _ buttons: [Button]) { (self.name, self.buttons) = (name, buttons) }

    /// The group.
    public var html: HTML { "<div class=\"group\" role=\"group\" aria-label=\"\(name)\">\(buttons)</div>" }
}

/// A choice of few, all seen at once: views of the same thing.
public struct Segments: Component {
    let name: String
    let items: [(text: String, url: SafeURL, icon: Icon?)]
    let current: Int

    /// Segments that lead to pages; `current` is the one that is shown.
    public init(_ name: String, _ items: [(text: String, url: SafeURL, icon: Icon?)], current: Int) {
        (self.name, self.items, self.current) = (name, items, current)
    }

    /// The segments.
    public var html: HTML {
        let links = items.enumerated().map { index, item -> HTML in
            let state: Attributes = index == current ? [.aria("current", "page")] : []
            return "<a href=\"\(item.url)\"\(attributes: state)>\(item.icon)\(item.text)</a>"
        }
        return "<nav class=\"seg\" aria-label=\"\(name)\">\(links)</nav>"
    }
}

/// How keys are written for people.
enum KeyText {
    /// `mod+k` becomes `Ctrl K`.
    static func shown(_ key: String) -> String {
        key.split(separator: " ").map { part in
            part.split(separator: "+").map { piece in
                piece == "mod" ? "Ctrl" : piece.count == 1 ? piece.uppercased() : String(piece)
            }.joined(separator: " ")
        }.joined(separator: " ")
    }

    /// Each key in a frame of its own.
    static func html(_ key: String) -> HTML {
        HTML(joining: shown(key).split(separator: " ").map { "<kbd>\(String($0))</kbd>" })
    }
}
