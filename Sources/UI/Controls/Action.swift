public import Markup

/// What a button, link or menu item does when it is pressed.
public struct Action: Sendable {
    let isLink: Bool
    let attributes: Attributes

    private init(isLink: Bool = false, _ attributes: Attributes) {
        (self.isLink, self.attributes) = (isLink, attributes)
    }

    /// Sends the form it stands in.
    public static let submit = Action([.text("type", "submit")])

    /// Nothing by itself: a custom element listens to it.
    public static let none = Action([.text("type", "button")])

    /// Goes to a page.
    public static func link(_ url: SafeURL) -> Action { Action(isLink: true, [.url("href", url)]) }

    /// Opens a dialog, drawer or sheet of this page.
    public static func opens(_ id: ElementID) -> Action {
        Action([.text("type", "button"), .data("opens", id.text), .aria("haspopup", "dialog")])
    }

    /// Closes the dialog it stands in.
    public static let closes = Action([.text("type", "button"), .data("closes", "")])

    /// Copies a text.
    public static func copies(_ text: String) -> Action { Action([.text("type", "button"), .data("copy", text)]) }

    /// Prints the page.
    public static let prints = Action([.text("type", "button"), .data("print", "")])

    /// Fetches a piece of a page into an element.
    public static func gets(_ url: SafeURL, into target: ElementID, swap: Swap = .inner) -> Action {
        Action([
            .text("type", "button"), .url("hx-get", url), .text("hx-target", "#" + target.text),
            .text("hx-swap", swap.rawValue),
        ])
    }

    /// Sends a request that changes something; what comes back goes into an element, or only its events count.
    public static func posts(_ url: SafeURL, into target: ElementID? = nil, swap: Swap = .none) -> Action {
        var attributes: Attributes = [.text("type", "button"), .url("hx-post", url), .text("hx-swap", swap.rawValue)]
        if let target { attributes.append(.text("hx-target", "#" + target.text)) }
        return Action(attributes)
    }

    /// Sets a preference of the page: theme, density or side.
    static func sets(_ preference: StaticString, _ value: String) -> Action {
        Action([.text("type", "button"), .data("set", "\(preference):\(value)")])
    }
}

/// Where a fetched piece goes.
public enum Swap: String, Sendable {
    /// In place of what the element holds.
    case inner = "innerHTML"
    /// In place of the element.
    case outer = "outerHTML"
    /// After what it holds.
    case append = "beforeend"
    /// Before what it holds.
    case prepend = "afterbegin"
    /// Nowhere.
    case none
}
