import Core
import HTTP
import Markup
import ModuleKit
import UI

/// A module with pages, a form, a search, a place in the menu and a command: what a browser finds of a module on a real
/// server. There with `KONAK_BENCH=on`, on the tables of `scripts/bench/schema.sql`.
struct TrialPages: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("trial_pages"), title: Words(tr: "Deneme kayıtları", en: "Trial records"),
        summary: Words(tr: "Sayfaları sınamak için.", en: "For tests of pages."),
        permissions: [.readRecords, .writeRecords], planFeature: PlanFeature("trial_pages"))

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        let (title, new) = (TrialRecordWords.records, TrialRecordWords.new)
        module.navigation(NavigationItem(title, path: "/trial/records", icon: "list"))
        module.command(NavigationItem(new, path: "/trial/records/new", icon: "plus"))
        module.page("/trial/records", for: .staff(.readRecords)) { _, staff in
            TrialRecordList(
                records: try await TrialRecord.list(in: staff), mayWrite: staff.may(.writeRecords),
                language: staff.language
            ).content
        }
        module.form(
            "/trial/records/new", for: .staff(.writeRecords), taking: NewTrialRecord.self,
            show: { _, draft in TrialRecordForm(draft: draft, record: nil).content },
            save: { input, staff in
                try await TrialRecord.add(input, in: staff)
                return .see("/trial/records", Flash(TrialRecordWords.saved(input.title)))
            })
        module.form(
            "/trial/records/:record/edit", for: .staff(.writeRecords), taking: NewTrialRecord.self,
            show: { staff, draft in
                TrialRecordForm(draft: draft, record: try await TrialRecord.find(try staff.record, in: staff)).content
            },
            save: { input, staff in
                try await TrialRecord.change(try staff.record, to: input, in: staff)
                return .see("/trial/records", Flash(TrialRecordWords.saved(input.title)))
            })
        module.action("/trial/records/:record/removal", for: .staff(.writeRecords)) { _, staff in
            try await TrialRecord.keep(try staff.record, false, in: staff)
            let undo = "/trial/records/\(try staff.record)/return"
            return .see("/trial/records", Flash(TrialRecordWords.removed, undo: undo))
        }
        module.action("/trial/records/:record/return", for: .staff(.writeRecords)) { _, staff in
            try await TrialRecord.keep(try staff.record, true, in: staff)
            return .see("/trial/records", Flash(TrialRecordWords.returned))
        }
        module.search(TrialRecord.table, title, for: .readRecords) { text, most, staff in
            try await TrialRecord.search(text, most: most, mayWrite: staff.may(.writeRecords), in: staff)
        }
    }
}

extension Permission {
    fileprivate static let readRecords = Permission(
        "trial_pages.record.read", title: Words(tr: "Deneme kayıtlarını görme", en: "See trial records"))
    fileprivate static let writeRecords = Permission(
        "trial_pages.record.write", title: Words(tr: "Deneme kayıtlarını değiştirme", en: "Change trial records"))
}

extension RouteContext {
    /// The record that the path names.
    fileprivate var record: UUIDv7 {
        get throws {
            guard let id = parameters.value("record", as: UUIDv7.self) else { throw Problem(.notFound) }
            return id
        }
    }
}

/// What the form of a record sends.
struct NewTrialRecord: RouteInput {
    static let fields = [
        InputField("title", title: Words(tr: "Başlık", en: "Title"), .text(most: 120)),
        InputField("note", title: Words(tr: "Not", en: "Note"), .text(most: 4_000), required: false),
    ]

    let title: String
    let note: String?
}

/// The page of the form.
struct TrialRecordForm {
    let draft: FormDraft
    let record: TrialRecord?

    var content: PageContent {
        let filled = draft.starting(with: ["title": record?.title, "note": record?.note])
        let form = filled.form(
            FormFields(NewTrialRecord.fields, filled), cancel: "/trial/records", traits: .guarded)
        let title = record.map(\.title) ?? TrialRecordWords.new.text(in: draft.language)
        var content = PageContent(title: title, body: form.html)
        content.steps = [(TrialRecordWords.records.text(in: draft.language), SafeURL(path: "trial", "records"))]
        return content
    }
}

/// The page of all records.
struct TrialRecordList {
    let records: [TrialRecord]
    let mayWrite: Bool
    let language: Language

    var content: PageContent {
        let columns = [Column(t(TrialRecordWords.title)), Column(t(TrialRecordWords.note))]
        let rows: Table.Content =
            records.isEmpty
            ? .empty(EmptyState(.list, t(TrialRecordWords.nothing), t(TrialRecordWords.begin)))
            : .rows(records.map(row))
        let table = Table(t(TrialRecordWords.records), columns: columns, rows, in: language)
        var content = PageContent(title: t(TrialRecordWords.records), body: table.html)
        if mayWrite { content.actions = new.html }
        return content
    }

    private var new: Button {
        let form = SafeURL(path: "trial", "records", "new")
        return Button(t(TrialRecordWords.new), .link(form), .primary, icon: .plus, key: "n")
    }

    private func row(_ record: TrialRecord) -> Row {
        func url(_ act: String) -> SafeURL { SafeURL(path: "trial", "records", record.id.description, act) }
        let remove = Menu.Item.act(t(TrialRecordWords.remove), .trash, .posts(url("removal")), isDangerous: true)
        return Row(
            id: record.id.description, record.title, mayWrite ? url("edit") : nil, cells: [.text(record.note ?? "")],
            menu: mayWrite ? Menu.ofRow(record.title, [remove], in: language) : nil)
    }

    private func t(_ words: Words) -> String { words.text(in: language) }
}

/// What these pages say.
enum TrialRecordWords {
    static let records = Words(tr: "Deneme kayıtları", en: "Trial records")
    static let new = Words(tr: "Yeni deneme kaydı", en: "New trial record")
    static let title = Words(tr: "Başlık", en: "Title")
    static let note = Words(tr: "Not", en: "Note")
    static let remove = Words(tr: "Sil", en: "Delete")
    static let nothing = Words(tr: "Henüz kayıt yok", en: "There are no records yet")
    static let begin = Words(tr: "İlk kayıt burada görünür.", en: "The first one will appear here.")
    static let removed = Words(tr: "Kayıt silindi", en: "Record deleted")
    static let returned = Words(tr: "Kayıt geri geldi", en: "Record brought back")

    static func saved(_ title: String) -> Words {
        Words(alike: "“\(title)” ") + Words(tr: "kaydedildi", en: "is saved")
    }
}
