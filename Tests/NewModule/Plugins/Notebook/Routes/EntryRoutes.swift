import Core
import HTTP
import ModuleKit

/// What people do with entries.
enum EntryRoutes {
    static func register(into module: inout ModuleRegistrar) {
        module.page("/notebook", for: .staff(.readEntries), listPage)
        module.page("/notebook/entries/:entry", for: .staff(.readEntries), page)
        module.route(.get, "/notebook/entries", for: .staff(.readEntries), list)
        module.route(.post, "/notebook/entries", for: .staff(.writeEntries), taking: NewEntry.self, add)
        module.route(.put, "/notebook/entries/:entry", for: .staff(.writeEntries), taking: NewEntry.self, edit)
        module.route(.delete, "/notebook/entries/:entry", for: .staff(.writeEntries), remove)
        module.route(.post, "/notebook/entries/:entry/closure", for: .staff(.writeEntries), close)
    }

    private static func listPage(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
        let page = try await Entry.page(after: request.after, in: staff)
        return EntryListPage(page: page, language: staff.language).content
    }

    private static func page(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
        let entry = try await Entry.find(try staff.entry, in: staff)
        return EntryDetailPage(entry: entry, language: staff.language).content
    }

    private static func list(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let page = try await Entry.page(after: request.after, in: staff)
        var json = JSONWriter(reserveCapacity: 4_096)
        json.beginArray()
        for entry in page.entries { entry.write(into: &json) }
        json.endArray()
        return .json(json.finish())
    }

    private static func add(
        _ input: NewEntry, _ request: Request, _ staff: any StaffContext
    ) async throws -> Response {
        .entry(try await Entry.add(input, by: staff.user, in: staff), .created)
    }

    private static func edit(
        _ input: NewEntry, _ request: Request, _ staff: any StaffContext
    ) async throws -> Response {
        try await Entry.change(try staff.entry, to: input, in: staff)
        return .entry(try staff.entry)
    }

    private static func close(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        guard try await Entry.close(try staff.entry, in: staff) else { throw Problem(.notFound) }
        return .entry(try staff.entry)
    }

    private static func remove(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        try await Entry.remove(try staff.entry, in: staff)
        return .entry(try staff.entry)
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

extension Response {
    /// The id of the entry that was touched.
    fileprivate static func entry(_ id: UUIDv7, _ status: Status = .ok) -> Response {
        var json = JSONWriter(reserveCapacity: 64)
        json.beginObject()
        json.key("id")
        json.uuid(id)
        json.endObject()
        return .json(json.finish(), status: status)
    }
}
