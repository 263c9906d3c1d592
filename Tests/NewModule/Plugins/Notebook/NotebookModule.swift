import Core
public import ModuleKit

/// Entries that a tenant's people write down.
public struct NotebookModule: FeatureModule {
    /// What it is.
    public static let manifest = ModuleManifest(
        id: ModuleID("notebook"), title: Words(tr: "Defter", en: "Notebook"),
        summary: Words(tr: "Ekibin yazdığı ve bulduğu kayıtlar.", en: "Entries that the team writes and finds."),
        permissions: [.readEntries, .writeEntries], planFeature: PlanFeature("notebook"))

    /// Needs nothing.
    public init(_ services: ModuleServices) throws {}

    /// Adds its values; what they do stands elsewhere.
    public func register(into module: inout ModuleRegistrar) {
        EntryRoutes.register(into: &module)
        module.navigation(NavigationItem(Self.manifest.title, path: "/notebook", icon: "list"))
        let new = Words(tr: "Yeni kayıt", en: "New entry")
        module.command(NavigationItem(new, path: "/notebook/new", icon: "plus"))
        module.job(CloseEntry.self) { try await $0.run(in: $1) }
        module.job(EraseEntry.self) { try await $0.run(in: $1) }
        module.event(EntryAdded.self, title: Words(tr: "Kayıt eklendi", en: "Entry added"))
        module.listen(EntryAdded.self) { try await $0.announce(in: $1) }
        module.resource(
            ResourceRegistration(
                Entry.table, title: Words(tr: "Kayıt", en: "Entry"), fields: NewEntry.fields, for: .readEntries))
        module.search(Entry.table, Words(tr: "Kayıtlar", en: "Entries"), for: .readEntries) {
            try await Entry.search($0, most: $1, in: $2)
        }
        module.owned(Entry.table, "owner_id")
        module.personalData(
            PersonalData(Entry.table, of: .email(column: "email"), columns: ["email"], erasure: .anonymise))
    }
}

extension Permission {
    static let readEntries = Permission(
        "notebook.entry.read", title: Words(tr: "Kayıtları görme", en: "See entries"), scoped: true)
    static let writeEntries = Permission(
        "notebook.entry.write", title: Words(tr: "Kayıtları değiştirme", en: "Change entries"), scoped: true)
}
