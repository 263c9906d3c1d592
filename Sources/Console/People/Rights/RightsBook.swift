import Core
import Kernel
import ModuleKit
import Security

/// What the installed modules declare of rights: permissions to hold, fields to hide, columns that say whose a record is.
struct RightsBook: Sendable {
    /// A module with its permissions and fields, in the order in which they are declared.
    struct Chapter: Sendable {
        let module: ModuleID
        let title: Words
        let permissions: [Permission]
        let fields: [Field]
    }

    /// A field of a record type.
    struct Field: Sendable {
        let name: String
        let resource: Words
        let title: Words
    }

    let chapters: [Chapter]
    let catalogue: PermissionCatalogue
    let owned: [OwnedColumn]
    /// What records of a table are called.
    let resourceTitles: [TableName: Words]
    private let byName: [String: Permission]
    private let fieldNames: Set<String>
    private let registry: Registry

    init(_ registry: Registry) {
        self.registry = registry
        catalogue = PermissionCatalogue(registry)
        chapters = registry.modules.map { module in
            Chapter(
                module: module.manifest.id, title: module.manifest.title, permissions: module.manifest.permissions,
                fields: module.registrar.resources.flatMap(Self.fields))
        }
        owned = registry.modules.flatMap(\.registrar.owned)
        resourceTitles = Dictionary(
            registry.modules.flatMap { $0.registrar.resources.map { ($0.table, $0.title) } }
        ) { first, _ in first }
        byName = Dictionary(chapters.flatMap(\.permissions).map { ($0.text, $0) }) { first, _ in first }
        fieldNames = Set(chapters.flatMap { $0.fields.map(\.name) })
    }

    private static func fields(of resource: ResourceRegistration) -> [Field] {
        resource.fields.map {
            Field(name: "\(resource.table.text).\($0.name)", resource: resource.title, title: $0.title)
        }
    }

    func permission(_ name: String) -> Permission? { byName[name] }

    func hasField(_ name: String) -> Bool { fieldNames.contains(name) }

    /// What a role that every tenant has holds of what is declared.
    func grants(of role: BuiltInRole) -> [String: Scope] {
        byName.compactMapValues { role.scope(for: $0) }
    }

    /// The chapters of the modules that are on at a site; the others' rights rest until they are switched on.
    func chapters(at site: SiteEntry?) -> [Chapter] {
        chapters.filter { chapter in
            let isOn = site.map { registry.isOn(chapter.module, at: $0) } ?? true
            return isOn && !(chapter.permissions.isEmpty && chapter.fields.isEmpty)
        }
    }

    func isOn(_ module: ModuleID, at site: SiteEntry?) -> Bool { site.map { registry.isOn(module, at: $0) } ?? true }
}
