public import Markup

/// A button, or a link that looks like one.
public struct Button: Component {
    /// How much it asks to be pressed. A page has one primary button, top right.
    public enum Kind: String, Sendable, CaseIterable {
        case plain = ""
        case primary, soft, quiet, danger
        case dangerQuiet = "danger-quiet"
    }

    /// How large it is.
    public enum Size: String, Sendable, CaseIterable {
        case small = "s"
        case medium = ""
        case large = "l"
    }

    let text: String
    let action: Action
    let kind: Kind
    let size: Size
    let icon: Icon?
    var state = State()
    var more = Attributes()

    struct State: Sendable {
        var isDisabled = false
        var isBusy = false
        var isWide = false
        var isKept = false
        var key: String?
        var endIcon: Icon?
    }

    /// A button with its words.
    public init(
        _ text: String, _ action: Action = .submit, _ kind: Kind = .plain, icon: Icon? = nil, size: Size = .medium,
        key: String? = nil, attributes: Attributes = []
    ) {
        (self.text, self.action, self.kind, self.icon, self.size) = (text, action, kind, icon, size)
        more = attributes
        state.key = key
    }

    /// It cannot be pressed now.
    public func disabled(_ isDisabled: Bool = true) -> Button { with { $0.isDisabled = isDisabled } }

    /// What it does is under way.
    public func busy(_ isBusy: Bool = true) -> Button { with { $0.isBusy = isBusy } }

    /// It takes the whole width.
    public func wide() -> Button { with { $0.isWide = true } }

    /// It stays in the head of a page on phones, where only the primary one does otherwise.
    public func kept() -> Button { with { $0.isKept = true } }

    /// An icon after the words, for what opens.
    public func ending(with icon: Icon) -> Button { with { $0.endIcon = icon } }

    private func with(_ change: (inout State) -> Void) -> Button {
        var changed = self
        change(&changed.state)
        return changed
    }

    /// The button.
    public var html: HTML {
        let inner: HTML = "\(icon)<span>\(text)</span>\(state.endIcon)"
        if action.isLink, !state.isDisabled { return "<a\(attributes: attributes)>\(inner)</a>" }
        return "<button\(attributes: attributes)>\(inner)</button>"
    }

    private var attributes: Attributes {
        var all: Attributes = [
            .classes(
                "btn", kind == .plain ? nil : kind.rawValue, size == .medium ? nil : size.rawValue,
                state.isWide ? "wide" : nil, state.isKept ? "keep" : nil)
        ]
        if !(action.isLink && state.isDisabled) { all.append(contentsOf: action.attributes) }
        all.append(contentsOf: more)
        if let key = state.key { all.append(.data("key", key)) }
        all.append(.flag("disabled"), if: state.isDisabled)
        all.append(.aria("busy", true), if: state.isBusy)
        return all
    }
}
