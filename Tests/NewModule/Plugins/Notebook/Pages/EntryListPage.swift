import Core
import Markup
import ModuleKit

/// The list of entries.
struct EntryListPage {
    let page: EntryPage
    let language: Language

    var content: PageContent {
        PageContent(title: Self.title.text(in: language), body: page.entries.isEmpty ? empty : list)
    }

    private var empty: HTML { "<p>\(Self.nothing.text(in: language))</p>" }

    private var list: HTML {
        let items = page.entries.map { entry -> HTML in
            "<li><a href=\"/notebook/entries/\(entry.id.description)\">\(entry.title)</a></li>"
        }
        return "<ul>\(items)</ul>\(more)"
    }

    private var more: HTML? {
        let words = Self.older.text(in: language)
        return page.next.map { next -> HTML in
            "<p><a href=\"/notebook?after=\(next.description)\" rel=\"next\">\(words)</a></p>"
        }
    }

    private static let title = Words(tr: "Kayıtlar", en: "Entries")
    private static let nothing = Words(tr: "Henüz kayıt yok.", en: "There are no entries yet.")
    private static let older = Words(tr: "Daha eskiler", en: "Older ones")
}
