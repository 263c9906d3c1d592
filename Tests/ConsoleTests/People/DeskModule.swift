import Core
import HTTP
import Markup
import ModuleKit

@testable import Console

/// A desk with notes and tasks that have owners: what a module would bring.
struct DeskModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("desk"), title: Words(tr: "Masa", en: "Desk"), summary: Words(tr: "Notlar.", en: "Notes."),
        permissions: [.readNotes, .writeNotes, .exportNotes])

    init(_ services: ModuleServices) {}

    func register(into module: inout ModuleRegistrar) {
        module.route(.get, "/desk/notes", for: .staff(.readNotes)) { _, _ in .text("notes") }
        module.route(.get, "/desk/write", for: .staff(.writeNotes)) { _, _ in .text("written") }
        module.route(.get, "/desk/export", for: .staff(.exportNotes)) { _, _ in .text("all") }
        module.page("/desk/own", for: .person) { _, _ in PageContent(title: "Own", body: "<p>own</p>") }
        module.page("/desk/start", for: .person.openToVisits) { _, _ in
            var page = PageContent(title: "Start", body: "<p>start</p>")
            page.isStart = true
            return page
        }
        let fields = [InputField("title", title: Words(tr: "Başlık", en: "Title"), .text(most: 80))]
        module.resource(
            ResourceRegistration(
                TableName("desk.note"), title: Words(tr: "Not", en: "Note"), fields: fields, for: .readNotes))
        module.owned(TableName("desk.note"), "owner_id")
        module.owned(TableName("desk.task"), "assignee_id")
    }

    static let tables = """
        CREATE SCHEMA desk;
        GRANT USAGE ON SCHEMA desk TO konak_app;
        CREATE TABLE desk.note (
            tenant_id uuid NOT NULL, id uuid NOT NULL, owner_id uuid, PRIMARY KEY (tenant_id, id));
        CREATE TABLE desk.task (
            tenant_id uuid NOT NULL, id uuid NOT NULL, assignee_id uuid, PRIMARY KEY (tenant_id, id));
        GRANT SELECT, INSERT, UPDATE, DELETE ON desk.note, desk.task TO konak_app;
        """
}

extension Permission {
    static let readNotes = Permission(
        "desk.note.read", title: Words(tr: "Notları görme", en: "See notes"), scoped: true)
    static let writeNotes = Permission(
        "desk.note.write", title: Words(tr: "Notları yazma", en: "Write notes"), scoped: true)
    static let exportNotes = Permission("desk.note.export", title: Words(tr: "Dışa aktarma", en: "Export"))
}
