public import Core
public import Markup

/// What can be done, behind a button.
public struct Menu: Component {
    /// A line of a menu.
    public enum Item: Sendable {
        /// Something to do; a dangerous one is red.
        case act(String, Icon? = nil, Action, isDangerous: Bool = false, key: String? = nil)
        /// Something that cannot be done now.
        case off(String, Icon? = nil)
        /// One of several, of which one holds.
        case choice(String, Action, isOn: Bool)
        /// What the next ones have in common.
        case caption(String)
        /// A line between groups.
        case line
    }

    /// What opens it.
    public enum Opener: Sendable {
        /// A button.
        case button(Button)
        /// An icon with its name.
        case icon(String, Icon, isSmall: Bool = false)
        /// Markup inside a plain button of a class.
        case custom(HTML, className: String, name: String)
    }

    let opener: Opener
    let items: [Item]
    let opensAtEnd: Bool
    let name: String

    /// A menu; `opensAtEnd` when its button stands at the right edge.
    public init(_ opener: Opener, name: String, opensAtEnd: Bool = false, _ items: [Item]) {
        (self.opener, self.name, self.opensAtEnd, self.items) = (opener, name, opensAtEnd, items)
    }

    /// The three dots at the end of a row.
    public static func ofRow(_ name: String, _ items: [Item], in language: Language) -> Menu {
        let title = "\(name): \(language(.actions))"
        return Menu(.icon(title, .ellipsis, isSmall: true), name: title, opensAtEnd: true, items)
    }

    /// The menu.
    public var html: HTML {
        let place: Attributes = opensAtEnd ? [.flag("end")] : []
        return """
            <k-menu\(attributes: place)>\(button)<div class="pop menu" popover role="menu" aria-label="\(name)">\(items.map(line))</div></k-menu>
            """
    }

    private var button: HTML {
        let ties: Attributes = [.aria("haspopup", "menu"), .aria("expanded", false)]
        switch opener {
        case .button(let button):
            var button = button
            button.more.append(contentsOf: ties)
            return button.html
        case .icon(let name, let icon, let isSmall):
            return IconButton(name, icon, isSmall: isSmall, attributes: ties).html
        case .custom(let content, let className, let name):
            return """
                <button type="button" class="\(className)" aria-label="\(name)"\(attributes: ties)>\(content)</button>
                """
        }
    }

    private func line(_ item: Item) -> HTML {
        switch item {
        case .act(let text, let icon, let action, let isDangerous, let key):
            let shown: HTML? = key.map { KeyText.html($0) }
            let className = isDangerous ? "bad" : ""
            if action.isLink {
                return """
                    <a role="menuitem" tabindex="-1" class="\(className)"\(attributes: action.attributes)>\(icon)\(text)\(shown)</a>
                    """
            }
            return """
                <button role="menuitem" tabindex="-1" class="\(className)"\(attributes: action.attributes)>\(icon)\(text)\(shown)</button>
                """
        case .off(let text, let icon):
            return
                "<button type=\"button\" role=\"menuitem\" tabindex=\"-1\" aria-disabled=\"true\">\(icon)\(text)</button>"
        case .choice(let text, let action, let isOn):
            let state: Attributes = [.aria("checked", isOn)]
            if action.isLink {
                return
                    "<a role=\"menuitemradio\" tabindex=\"-1\"\(attributes: state)\(attributes: action.attributes)>\(text)</a>"
            }
            return """
                <button role="menuitemradio" tabindex="-1"\(attributes: state)\(attributes: action.attributes)>\(text)</button>
                """
        case .caption(let text): return "<div class=\"caption\" role=\"presentation\">\(text)</div>"
        case .line: return "<hr>"
        }
    }
}
