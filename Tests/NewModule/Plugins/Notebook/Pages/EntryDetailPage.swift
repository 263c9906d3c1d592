import Core
import Markup
import ModuleKit
import UI

/// One entry.
struct EntryDetailPage {
    let entry: Entry
    let mayWrite: Bool
    let language: Language

    var content: PageContent {
        var content = PageContent(title: entry.title, body: body)
        content.steps = [(Self.all.text(in: language), SafeURL(path: "notebook"))]
        if mayWrite { content.actions = actions }
        return content
    }

    private var body: HTML {
        let state = entry.isClosed ? Self.closed : Self.open
        return "<p>\(state.text(in: language))</p>\(text)\(contact)"
    }

    private var text: HTML? { entry.text.map { "<p>\($0)</p>" } }

    private var contact: HTML? {
        entry.email.map { "<p>\(Self.contact.text(in: language)): \($0)</p>" }
    }

    private var actions: HTML {
        let remove = Button(Self.remove.text(in: language), .posts(path("removal")), .dangerQuiet)
        let close = Button(Self.close.text(in: language), .posts(path("closure")))
        let edit = Button(Self.edit.text(in: language), .link(path("edit")), .primary)
        return "\(remove)\(entry.isClosed ? nil : close)\(edit)"
    }

    private func path(_ act: String) -> SafeURL {
        SafeURL(path: "notebook", "entries", entry.id.description, act)
    }

    private static let all = Words(tr: "Kayıtlar", en: "Entries")
    private static let open = Words(tr: "Açık", en: "Open")
    private static let closed = Words(tr: "Kapalı", en: "Closed")
    private static let contact = Words(tr: "İlgili kişi", en: "Contact")
    private static let remove = Words(tr: "Sil", en: "Delete")
    private static let close = Words(tr: "Kapat", en: "Close")
    private static let edit = Words(tr: "Düzenle", en: "Edit")
}
