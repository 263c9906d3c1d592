import Core
import HTTP
import ModuleKit
import Postgres
import SQL
import SampleModule
import Synchronization

/// The sample with faults that a module could really have, each at a route of its own: the drill must name them all.
struct LeakySample: FeatureModule {
    static let manifest = SampleModule.manifest
    /// Above every wall. No module could have it; here it stands for any hole in the wall.
    static let hole = Mutex<PostgresDatabase?>(nil)
    /// What a careless module remembers, by id alone.
    private static let remembered = Mutex<[String: String]>([:])

    /// The place and the kind of every leak.
    static let leaks: [(place: String, kind: String)] = [
        ("GET /sample/leaky/cache/:customer", "shown"), ("GET /sample/leaky/field/:customer", "shown"),
        ("GET /sample/leaky/all", "shown"), ("GET /sample/leaky/search", "shown"),
        ("PUT /sample/leaky/write/:customer", "written"), ("GET /sample/leaky/oracle/:customer", "distinguished"),
        ("GET /sample/leaky/statements/:customer", "distinguished"), ("GET /leaky/:invoice", "shown"),
        ("log", "kept"), ("job sample.leaky", "written"), ("listener of sample.leaky.heard in sample", "distinguished"),
    ]

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        (try? SampleModule(.test))?.register(into: &module)
        let read = Access.staff(Self.manifest.permissions[0])
        module.route(.get, "/sample/leaky/cache/:customer", for: read, Self.cached)
        module.route(.get, "/sample/leaky/field/:customer", for: read, Self.field)
        module.route(.get, "/sample/leaky/all", for: read) { _, staff in
            .text(try await Self.names("") + "\(staff.tenant)")
        }
        module.route(.get, "/sample/leaky/search", for: read) { request, _ in
            let word = request.head.query.flatMap { try? QueryItems($0) }?["q"] ?? "no such word"
            return .text(try await Self.names(word))
        }
        module.route(.put, "/sample/leaky/write/:customer", for: read, Self.write)
        module.route(.get, "/sample/leaky/oracle/:customer", for: read, Self.oracle)
        module.route(.get, "/sample/leaky/statements/:customer", for: read, Self.statements)
        module.route(.get, "/sample/leaky/log/:customer", for: read, Self.log)
        module.route(.get, "/leaky/:invoice", for: .portal(Self.manifest.permissions[2]), Self.invoice)
        module.job(LeakyJob.self) { job, _ in
            _ = try await Self.above("UPDATE sample.task SET title = title || 'x' WHERE id = \(job.task)")
            return .done
        }
        module.event(LeakyEvent.self, title: Words(tr: "Duyuldu", en: "Heard"))
        module.listen(LeakyEvent.self) { event, tenant in
            let rows = try await Self.above("SELECT id FROM sample.task WHERE id = \(event.task)")
            if !rows.isEmpty { _ = try await tenant.query("SELECT 1 FROM sample.task LIMIT 1") }
        }
    }

    private static func above(_ query: Query) async throws -> Rows {
        guard let hole = hole.withLock({ $0 }) else { throw Problem(.unavailable) }
        return try await hole.perform(query)
    }

    private static func names(_ word: String) async throws -> String {
        try await above("SELECT name FROM sample.customer WHERE name LIKE '%' || \(word) || '%'")
            .map { try $0.decode(0, as: String.self) }.joined(separator: "\n")
    }

    private static func own(_ id: UUIDv7, _ staff: any StaffContext) async throws -> String? {
        try await staff.query("SELECT name FROM sample.customer WHERE tenant_id = kernel.tenant() AND id = \(id)")
            .first?.decode(0)
    }

    private static func id(_ staff: any RouteContext) throws -> UUIDv7 {
        guard let id = staff.parameters.value("customer", as: UUIDv7.self) else { throw Problem(.notFound) }
        return id
    }

    private static func cached(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let id = try id(staff)
        if let name = remembered.withLock({ $0[id.description] }) { return .text(name) }
        guard let name = try await own(id, staff) else { throw Problem(.notFound) }
        remembered.withLock { $0[id.description] = name }
        return .text(name)
    }

    private static func field(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let id = try id(staff)
        var response = Response.text(try await own(id, staff) ?? "nothing")
        let rows = try await above("SELECT email FROM sample.customer WHERE id = \(id)")
        response.fields.append(FieldName("x-debug"), try rows.first?.decode(0) ?? "")
        return response
    }

    private static func write(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let id = try id(staff)
        _ = try await above("UPDATE sample.customer SET phone = '1' || coalesce(phone, '') WHERE id = \(id)")
        return .text("\(id)")
    }

    private static func oracle(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let id = try id(staff)
        if let name = try await own(id, staff) { return .text(name) }
        let isThere = try await !above("SELECT id FROM sample.customer WHERE id = \(id)").isEmpty
        throw Problem(isThere ? .forbidden : .notFound)
    }

    /// The same words to both, but not the same work.
    private static func statements(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let id = try id(staff)
        if let name = try await own(id, staff) { return .text(name) }
        if try await !above("SELECT id FROM sample.customer WHERE id = \(id)").isEmpty { _ = try await own(id, staff) }
        throw Problem(.notFound)
    }

    /// An error that says too much, to the log alone.
    private static func log(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let id = try id(staff)
        if let name = try await own(id, staff) { return .text(name) }
        let rows = try await above("SELECT name FROM sample.customer WHERE id = \(id)")
        guard let row = rows.first else { throw Problem(.notFound) }
        throw Talkative(name: try row.decode(0))
    }

    private struct Talkative: Error { let name: String }

    private static func invoice(_ request: Request, _ customer: any PortalContext) async throws -> Response {
        guard let id = customer.parameters.value("invoice", as: UUIDv7.self) else { throw Problem(.notFound) }
        let rows = try await above(
            "SELECT number FROM sample.invoice WHERE tenant_id = \(customer.tenant) AND id = \(id)")
        guard let row = rows.first else { throw Problem(.notFound) }
        return .text(try row.decode(0, as: String.self))
    }
}

private struct LeakyJob: Job {
    static let kind = JobKind("sample.leaky")
    let task: UUIDv7
}

private struct LeakyEvent: Event {
    static let name = EventName("sample.leaky.heard")
    let task: UUIDv7
}
