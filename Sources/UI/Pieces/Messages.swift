public import Core
public import Markup

/// Where nothing is yet, or nothing was found, or it could not be loaded: what that means and what to do next.
public struct EmptyState: Component {
    let icon: Icon
    let title: String
    let text: String
    let actions: [Button]
    let isFault: Bool

    /// An empty place with its next step.
    public init(_ icon: Icon, _ title: String, _ text: String, actions: [Button] = [], isFault: Bool = false) {
        (self.icon, self.title, self.text, self.actions, self.isFault) = (icon, title, text, actions, isFault)
    }

    /// The place.
    public var html: HTML {
        let buttons: HTML? = actions.isEmpty ? nil : "<div class=\"row\">\(actions)</div>"
        return """
            <div class="\(isFault ? "empty bad" : "empty")"><div class="art">\(icon)</div><h2>\(title)</h2><p>\(text)</p>\(buttons)</div>
            """
    }
}

/// Something to know, where it matters.
public struct Callout: Component {
    let meaning: Meaning
    let title: String?
    let text: String
    let actions: HTML

    /// A notice with what can be done about it.
    public init(_ text: String, title: String? = nil, _ meaning: Meaning = .accent, actions: HTML = HTML()) {
        (self.text, self.title, self.meaning, self.actions) = (text, title, meaning, actions)
    }

    /// The notice.
    public var html: HTML {
        var attributes: Attributes = [.classes("callout", meaning == .accent ? nil : meaning.className ?? "plain")]
        attributes.append(.text("role", "alert"), if: meaning == .bad)
        let title: HTML? = title.map { "<strong>\($0)</strong>" }
        let acts: HTML? = actions.isEmpty ? nil : "<div class=\"acts\">\(actions)</div>"
        return "<div\(attributes: attributes)>\(icon)<div>\(title)<p>\(text)</p></div>\(acts)</div>"
    }

    private var icon: Icon {
        switch meaning {
        case .good: .circleCheck
        case .warn: .alert
        case .bad: .circleAlert
        case .accent, .plain: .info
        }
    }
}

/// A line across the page: impersonation, a plan about to end.
public struct Banner: Component {
    let text: String
    let icon: Icon
    let meaning: Meaning
    let action: HTML

    /// A line with what can be done about it.
    public init(_ text: String, _ icon: Icon = .alert, _ meaning: Meaning = .warn, action: HTML = HTML()) {
        (self.text, self.icon, self.meaning, self.action) = (text, icon, meaning, action)
    }

    /// The line.
    public var html: HTML {
        """
        <div class="\(meaning == .bad ? "banner bad" : "banner")" role="status">\(icon)<span>\(text)</span>\(action)</div>
        """
    }
}

/// A toast that comes with the page, after a redirect: what happened, and how to undo it.
public struct Toast: Component {
    let text: String
    let meaning: Meaning
    let undo: (text: String, url: SafeURL)?
    let language: Language
    private var token: String?

    /// A line; `undo` is posted.
    public init(
        _ text: String, _ meaning: Meaning = .plain, undo: (text: String, url: SafeURL)? = nil, in language: Language
    ) {
        (self.text, self.meaning, self.undo, self.language) = (text, meaning, undo, language)
    }

    /// The same with the session's CSRF token, for where scripts are off.
    func with(token: String?) -> Toast {
        var toast = self
        toast.token = token
        return toast
    }

    /// The toast, for the shell's region.
    public var html: HTML {
        let mark: HTML? = meaning == .good ? Icon.circleCheck.html : meaning == .bad ? Icon.circleAlert.html : nil
        return """
            <div class="toast \(meaning.rawValue)">\(mark)<span>\(text)</span>\(way)\
            <button type="button" class="shut" aria-label="\(language(.close))">\(Icon.x)</button></div>
            """
    }

    private var way: HTML? {
        let token: HTML? = token.map { "<input type=\"hidden\" name=\"csrf\" value=\"\($0)\">" }
        return undo.map { undo in
            """
            <form method="post" action="\(undo.url)" hx-post="\(undo.url)" hx-swap="none">\(token)\
            <button>\(undo.text)</button></form>
            """
        }
    }
}
