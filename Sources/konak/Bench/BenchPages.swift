import Core
import HTTP
import Markup
import ModuleKit
import UI

/// A module with pages, a form, a search, a place in the menu and a command: what a browser finds of a module on a real
/// server. There with `KONAK_BENCH=on`, on the tables of `scripts/bench/schema.sql`.
struct BenchPages: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("bench_pages"), title: Words(tr: "Deneme kayıtları", en: "Trial records"),
        summary: Words(tr: "Sayfaları sınamak için.", en: "For tests of pages."),
        permissions: [.readRecords, .writeRecords], planFeature: PlanFeature("bench_pages"))

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        let (title, new) = (BenchRecordWords.records, BenchRecordWords.new)
        module.navigation(NavigationItem(title, path: "/bench/records", icon: "list"))
        module.command(NavigationItem(new, path: "/bench/records/new", icon: "plus"))
        module.page("/bench/records", for: .staff(.readRecords)) { _, staff in
            BenchRecordList(
                records: try await BenchRecord.list(in: staff), mayWrite: staff.may(.writeRecords),
                language: staff.language
            ).content
        }
        module.form(
            "/bench/records/new", for: .staff(.writeRecords), taking: NewBenchRecord.self,
            show: { _, draft in BenchRecordForm(draft: draft, record: nil).content },
            save: { input, staff in
                try await BenchRecord.add(input, in: staff)
                return .see("/bench/records", Flash(BenchRecordWords.saved(input.title)))
            })
        module.form(
            "/bench/records/:record/edit", for: .staff(.writeRecords), taking: NewBenchRecord.self,
            show: { staff, draft in
                BenchRecordForm(draft: draft, record: try await BenchRecord.find(try staff.record, in: staff)).content
            },
            save: { input, staff in
                try await BenchRecord.change(try staff.record, to: input, in: staff)
                return .see("/bench/records", Flash(BenchRecordWords.saved(input.title)))
            })
        module.action("/bench/records/:record/removal", for: .staff(.writeRecords)) { _, staff in
            try await BenchRecord.keep(try staff.record, false, in: staff)
            let undo = "/bench/records/\(try staff.record)/return"
            return .see("/bench/records", Flash(BenchRecordWords.removed, undo: undo))
        }
        module.action("/bench/records/:record/return", for: .staff(.writeRecords)) { _, staff in
            try await BenchRecord.keep(try staff.record, true, in: staff)
            return .see("/bench/records", Flash(BenchRecordWords.returned))
        }
        module.search(BenchRecord.table, title, for: .readRecords) { text, most, staff in
            try await BenchRecord.search(text, most: most, in: staff)
        }
    }
}

extension Permission {
    fileprivate static let readRecords = Permission(
        "bench_pages.record.read", title: Words(tr: "Deneme kayıtlarını görme", en: "See trial records"))
    fileprivate static let writeRecords = Permission(
        "bench_pages.record.write", title: Words(tr: "Deneme kayıtlarını değiştirme", en: "Change trial records"))
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
struct NewBenchRecord: RouteInput {
    static let fields = [
        InputField("title", title: Words(tr: "Başlık", en: "Title"), .text(most: 120)),
        InputField("note", title: Words(tr: "Not", en: "Note"), .text(most: 4_000), required: false),
    ]

    let title: String
    let note: String?
}

/// The page of the form.
struct BenchRecordForm {
    let draft: FormDraft
    let record: BenchRecord?

    var content: PageContent {
        let filled = draft.starting(with: ["title": record?.title, "note": record?.note])
        let form = filled.form(
            FormFields(NewBenchRecord.fields, filled), cancel: "/bench/records", traits: .guarded)
        let title = record.map(\.title) ?? BenchRecordWords.new.text(in: draft.language)
        var content = PageContent(title: title, body: form.html)
        content.steps = [(BenchRecordWords.records.text(in: draft.language), SafeURL(path: "bench", "records"))]
        return content
    }
}

/// The page of all records.
struct BenchRecordList {
    let records: [BenchRecord]
    let mayWrite: Bool
    let language: Language

    var content: PageContent {
        let columns = [Column(t(BenchRecordWords.title)), Column(t(BenchRecordWords.note))]
        let rows: Table.Content =
            records.isEmpty
            ? .empty(EmptyState(.list, t(BenchRecordWords.nothing), t(BenchRecordWords.begin)))
            : .rows(records.map(row))
        let table = Table(t(BenchRecordWords.records), columns: columns, rows, in: language)
        var content = PageContent(title: t(BenchRecordWords.records), body: table.html)
        if mayWrite { content.actions = new.html }
        return content
    }

    private var new: Button {
        let form = SafeURL(path: "bench", "records", "new")
        return Button(t(BenchRecordWords.new), .link(form), .primary, icon: .plus, key: "n")
    }

    private func row(_ record: BenchRecord) -> Row {
        func url(_ act: String) -> SafeURL { SafeURL(path: "bench", "records", record.id.description, act) }
        let remove = Menu.Item.act(t(BenchRecordWords.remove), .trash, .posts(url("removal")), isDangerous: true)
        return Row(
            id: record.id.description, record.title, mayWrite ? url("edit") : nil, cells: [.text(record.note ?? "")],
            menu: mayWrite ? Menu.ofRow(record.title, [remove], in: language) : nil)
    }

    private func t(_ words: Words) -> String { words.text(in: language) }
}

/// What these pages say.
enum BenchRecordWords {
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
