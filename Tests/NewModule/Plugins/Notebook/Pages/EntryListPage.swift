import Core
import Markup
import ModuleKit
import UI

/// The list of entries.
struct EntryListPage {
    let page: EntryPage
    let mayWrite: Bool
    let language: Language

    var content: PageContent {
        var content = PageContent(title: Self.title.text(in: language), body: page.entries.isEmpty ? empty : list)
        if mayWrite { content.actions = new.html }
        return content
    }

    private var new: Button {
        let form = SafeURL(path: "notebook", "new")
        return Button(Self.new.text(in: language), .link(form), .primary, icon: .plus, key: "n")
    }

    private var empty: HTML {
        EmptyState(.list, Self.nothing.text(in: language), Self.begin.text(in: language)).html
    }

    private var list: HTML {
        let items = page.entries.map { entry -> HTML in
            "<li>\(TextLink(entry.title, SafeURL(path: "notebook", "entries", entry.id.description)))</li>"
        }
        return "<ul class=\"stack s\">\(items)</ul>\(more)"
    }

    private var more: HTML? {
        page.next.map { next -> HTML in
            let url = SafeURL(path: "notebook", query: ["after": next.description])
            return "<p>\(TextLink(Self.older.text(in: language), url))</p>"
        }
    }

    private static let title = Words(tr: "Kayıtlar", en: "Entries")
    private static let new = Words(tr: "Yeni kayıt", en: "New entry")
    private static let nothing = Words(tr: "Henüz kayıt yok", en: "There are no entries yet")
    private static let begin = Words(tr: "İlk kayıt burada görünür.", en: "The first one will appear here.")
    private static let older = Words(tr: "Daha eskiler", en: "Older ones")
}
