import Core
import HTTP
import ModuleKit

/// What people do with entries.
enum EntryRoutes {
    static func register(into module: inout ModuleRegistrar) {
        module.page("/notebook", for: .staff(.readEntries), listPage)
        module.page("/notebook/entries/:entry", for: .staff(.readEntries), page)
        module.route(.get, "/notebook/entries", for: .staff(.readEntries), list)
        module.form(
            "/notebook/new", for: .staff(.writeEntries), taking: NewEntry.self, show: newPage, save: add)
        module.form(
            "/notebook/entries/:entry/edit", for: .staff(.writeEntries), taking: NewEntry.self,
            show: editPage, save: edit)
        module.action("/notebook/entries/:entry/closure", for: .staff(.writeEntries), close)
        module.action("/notebook/entries/:entry/removal", for: .staff(.writeEntries), remove)
        module.action("/notebook/entries/:entry/return", for: .staff(.writeEntries), bringBack)
    }

    private static func listPage(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
        let page = try await Entry.page(after: request.after, in: staff)
        return EntryListPage(page: page, mayWrite: staff.may(.writeEntries), language: staff.language).content
    }

    private static func page(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
        let entry = try await Entry.find(try staff.entry, in: staff)
        return EntryDetailPage(entry: entry, mayWrite: staff.may(.writeEntries), language: staff.language).content
    }

    private static func list(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let page = try await Entry.page(after: request.after, in: staff)
        var json = JSONWriter(reserveCapacity: 4_096)
        json.beginArray()
        for entry in page.entries { entry.write(into: &json) }
        json.endArray()
        return .json(json.finish())
    }

    private static func newPage(_ staff: any StaffContext, _ draft: FormDraft) async throws -> PageContent {
        EntryFormPage(draft: draft, entry: nil).content
    }

    private static func add(_ input: NewEntry, _ staff: any StaffContext) async throws -> FormOutcome {
        let id = try await Entry.add(input, by: staff.user, in: staff)
        return .see("/notebook/entries/\(id)", Flash(EntryWords.added))
    }

    private static func editPage(_ staff: any StaffContext, _ draft: FormDraft) async throws -> PageContent {
        EntryFormPage(draft: draft, entry: try await Entry.find(try staff.entry, in: staff)).content
    }

    private static func edit(_ input: NewEntry, _ staff: any StaffContext) async throws -> FormOutcome {
        try await Entry.change(try staff.entry, to: input, in: staff)
        return .see("/notebook/entries/\(try staff.entry)", Flash(EntryWords.saved))
    }

    private static func close(_ request: Request, _ staff: any StaffContext) async throws -> FormOutcome {
        guard try await Entry.close(try staff.entry, in: staff) else { throw Problem(.notFound) }
        return .see("/notebook/entries/\(try staff.entry)", Flash(EntryWords.closed))
    }

    private static func remove(_ request: Request, _ staff: any StaffContext) async throws -> FormOutcome {
        let id = try staff.entry
        try await Entry.remove(id, in: staff)
        return .see("/notebook", Flash(EntryWords.removed, undo: "/notebook/entries/\(id)/return"))
    }

    private static func bringBack(_ request: Request, _ staff: any StaffContext) async throws -> FormOutcome {
        try await Entry.bringBack(try staff.entry, in: staff)
        return .see("/notebook/entries/\(try staff.entry)", Flash(EntryWords.returned))
    }
}

extension RouteContext {
    /// The entry that the path names. What is no id names none.
    fileprivate var entry: UUIDv7 {
        get throws {
            guard let id = parameters.value("entry", as: UUIDv7.self) else { throw Problem(.notFound) }
            return id
        }
    }
}

extension Request {
    /// After which entry the list goes on.
    fileprivate var after: UUIDv7? { head.query.flatMap { try? QueryItems($0) }?["after"].flatMap { UUIDv7($0) } }
}
