public import Core
public import Markup

/// A window over the page: a question, a short form. On phones it comes from below.
public struct Dialog: Component {
    let id: ElementID
    let title: String
    let content: HTML
    let actions: [Button]
    let isWide: Bool
    let language: Language

    /// A window; its actions stand at its foot, the main one last.
    public init(
        _ id: ElementID, _ title: String, isWide: Bool = false, actions: [Button] = [], in language: Language,
        _ content: HTML
    ) {
        (self.id, self.title, self.content, self.actions) = (id, title, content, actions)
        (self.isWide, self.language) = (isWide, language)
    }

    /// A question before something that cannot be taken back. Where it can, do it and offer to undo it instead.
    public static func confirm(
        _ id: ElementID, _ title: String, _ text: String, _ button: String, _ action: Action, isDangerous: Bool = true,
        in language: Language
    ) -> Dialog {
        Dialog(
            id, title,
            actions: [
                Button(language(.cancel), .closes),
                Button(button, action, isDangerous ? .danger : .primary),
            ], in: language, "<p>\(text)</p>")
    }

    /// The window, closed.
    public var html: HTML {
        let foot: HTML? = actions.isEmpty ? nil : "<footer>\(actions)</footer>"
        return """
            <k-sheet><dialog class="\(isWide ? "dialog wide" : "dialog")" id="\(id.text)" aria-labelledby="\(id.part("title").text)">\
            <div class="grab"></div><header><h2 id="\(id.part("title").text)">\(title)</h2>\
            \(IconButton(language(.close), .x, .closes))</header><div class="body">\(content)</div>\(foot)</dialog></k-sheet>
            """
    }
}

/// A record over its list, from the side; on phones from below.
public struct Drawer: Component {
    let id: ElementID
    let title: String
    let note: String?
    let lead: HTML
    let actions: HTML
    let footer: HTML?
    let isOpen: Bool
    let content: HTML
    let language: Language

    /// A panel. One that was fetched is open at once and gone when it is closed.
    public init(
        _ id: ElementID, _ title: String, note: String? = nil, lead: HTML = HTML(), actions: HTML = HTML(),
        footer: HTML? = nil, isOpen: Bool = false, in language: Language, _ content: HTML
    ) {
        (self.id, self.title, self.note, self.lead, self.actions) = (id, title, note, lead, actions)
        (self.footer, self.isOpen, self.content, self.language) = (footer, isOpen, content, language)
    }

    /// The panel.
    public var html: HTML {
        let note: HTML? = note.map { "<p class=\"muted small cut\">\($0)</p>" }
        let foot: HTML? = footer.map { "<footer>\($0)</footer>" }
        let state: Attributes = isOpen ? [.data("now", "")] : []
        let once: Attributes = isOpen ? [.flag("once")] : []
        return """
            <k-sheet\(attributes: once)><dialog class="drawer" id="\(id.text)" aria-labelledby="\(id.part("title").text)"\(attributes: state)>\
            <div class="grab"></div><header>\(lead)<div><h2 id="\(id.part("title").text)" tabindex="-1" autofocus>\(title)</h2>\(note)</div>\(actions)\
            \(IconButton(language(.close), .x, .closes))</header><div class="body">\(content)</div>\(foot)</dialog></k-sheet>
            """
    }
}
