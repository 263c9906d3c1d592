import Core
import Markup
import ModuleKit

/// One entry.
struct EntryDetailPage {
    let entry: Entry
    let language: Language

    var content: PageContent { PageContent(title: entry.title, body: body) }

    private var body: HTML {
        let state = entry.isClosed ? Self.closed : Self.open
        return "<p>\(state.text(in: language))</p>\(text)\(contact)"
    }

    private var text: HTML? { entry.text.map { "<p>\($0)</p>" } }

    private var contact: HTML? {
        entry.email.map { "<p>\(Self.contact.text(in: language)): \($0)</p>" }
    }

    private static let open = Words(tr: "Açık", en: "Open")
    private static let closed = Words(tr: "Kapalı", en: "Closed")
    private static let contact = Words(tr: "İlgili kişi", en: "Contact")
}
