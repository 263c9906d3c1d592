import Core
import ModuleKit
import UI

/// The form of an entry, a new one or one that is there.
struct EntryFormPage {
    let draft: FormDraft
    let entry: Entry?

    var content: PageContent {
        let title = (entry == nil ? Self.new : Self.edit).text(in: draft.language)
        return PageContent(title: title, body: form.html)
    }

    private var form: Form {
        let filled = draft.starting(with: ["title": entry?.title, "text": entry?.text, "email": entry?.email])
        let back = entry.map { "/notebook/entries/\($0.id)" } ?? "/notebook"
        return filled.form(FormFields(NewEntry.fields, filled), cancel: back, traits: .guarded)
    }

    private static let new = Words(tr: "Yeni kayıt", en: "New entry")
    private static let edit = Words(tr: "Kaydı düzenle", en: "Edit the entry")
}
