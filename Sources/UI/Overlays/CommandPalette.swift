public import Core
public import Markup

/// The command palette: every place and command of the page, and records the server finds.
public struct CommandPalette: Component {
    let records: SafeURL?
    let language: Language

    /// A palette. `records` answers `?q=` with `{"items": [{"text", "href", "group", "hint", "icon"}]}`.
    public init(records: SafeURL?, in language: Language) { (self.records, self.language) = (records, language) }

    /// Its id, for what opens it.
    public static let id: ElementID = "palette"

    /// The palette, closed.
    public var html: HTML {
        var element = Attributes()
        if let records { element.append(.data("from", records.text)) }
        return """
            <k-palette\(attributes: element)><dialog class="palette" id="\(Self.id.text)" aria-label="\(language(.search))">\
            <div class="ask">\(Icon.search)<input type="text" role="combobox" aria-expanded="true" aria-controls="found" \
            aria-label="\(language(.search))" placeholder="\(language(.search))" autocomplete="off" spellcheck="false" autofocus>\
            <button type="button" class="btn quiet s" data-closes>Esc</button></div>\
            <div class="found" id="found" role="listbox" aria-label="\(language(.search))"></div>\
            <footer><span><kbd>↑</kbd><kbd>↓</kbd>\(language(.keysNavigate))</span><span><kbd>↵</kbd>\(language(.keysOpen))</span>\
            <span><kbd>Esc</kbd>\(language(.keysClose))</span></footer></dialog></k-palette>
            """
    }
}

/// A key and what it does.
public struct Shortcut: Sendable {
    let keys: String
    let text: String

    /// Keys as `data-key` writes them: `g s`, `mod+k`.
    public init(_ keys: String, _ text: String) { (self.keys, self.text) = (keys, text) }
}

/// All shortcuts of a page, opened with `?`.
public struct ShortcutSheet: Component {
    let groups: [(name: String, shortcuts: [Shortcut])]
    let language: Language

    /// Shortcuts in groups.
    public init(_ groups: [(name: String, shortcuts: [Shortcut])], in language: Language) {
        (self.groups, self.language) = (groups, language)
    }

    /// Its id, for what opens it.
    public static let id: ElementID = "shortcuts"

    /// The sheet, closed.
    public var html: HTML {
        let parts = groups.map { group -> HTML in
            let lines = group.shortcuts.map { shortcut -> HTML in
                "<div><dt>\(shortcut.text)</dt><dd>\(KeyText.html(shortcut.keys))</dd></div>"
            }
            return "<section><h3>\(group.name)</h3><dl>\(lines)</dl></section>"
        }
        return Dialog(Self.id, language(.help), isWide: true, in: language, "<div class=\"keys\">\(parts)</div>").html
    }
}
