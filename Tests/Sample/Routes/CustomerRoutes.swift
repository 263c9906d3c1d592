import Core
import HTTP
import Markup
import ModuleKit
import SQL

/// What people do with customers.
enum CustomerRoutes {
    static func register(into module: inout ModuleRegistrar) {
        module.page("/sample", for: .staff(.readCustomers), page)
        module.route(.get, "/sample/customers", for: .staff(.readCustomers), list)
        module.route(.post, "/sample/customers", for: .staff(.writeCustomers), taking: NewCustomer.self, create)
        module.route(.get, "/sample/customers/:customer", for: .staff(.readCustomers), show)
        module.route(.put, "/sample/customers/:customer", for: .staff(.writeCustomers), taking: NewName.self, rename)
        module.route(.delete, "/sample/customers/:customer", for: .staff(.writeCustomers), remove)
        module.route(.get, "/sample/search", for: .staff(.readCustomers), search)
    }

    private static func page(_ request: Request, _ staff: any StaffContext) async throws -> PageContent {
        let customers = try await Customer.list(after: nil, in: staff)
        let rows = customers.map { "<li>\($0.name)</li>" as HTML }
        var page = PageContent(title: staff.language == .tr ? "Müşteriler" : "Customers", body: "<ul>\(rows)</ul>")
        page.note = "\(try await Customer.count(in: staff))"
        return page
    }

    private static func list(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let after = request.head.query.flatMap { try? QueryItems($0) }?["after"].flatMap { UUIDv7($0) }
        var json = JSONWriter(reserveCapacity: 1024)
        json.beginArray()
        let sight = staff.sight(of: Customer.table)
        for customer in try await Customer.list(after: after, in: staff) { customer.write(into: &json, sight) }
        json.endArray()
        return .json(json.finish())
    }

    private static func create(
        _ input: NewCustomer, _ request: Request, _ staff: any StaffContext
    ) async throws -> Response {
        .identified(try await input.insert(in: staff))
    }

    private static func show(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        var json = JSONWriter(reserveCapacity: 256)
        try await Customer.find(staff.parameters.value("customer"), in: staff)
            .write(into: &json, staff.sight(of: Customer.table))
        return .json(json.finish())
    }

    private static func rename(
        _ input: NewName, _ request: Request, _ staff: any StaffContext
    ) async throws -> Response {
        guard let id = staff.parameters.value("customer", as: UUIDv7.self) else { throw Problem(.notFound) }
        let rows = try await staff.query(
            """
            UPDATE sample.customer SET name = \(input.name) WHERE tenant_id = kernel.tenant() AND id = \(id) \
            AND \(fragment: staff.reach(Customer.scope, for: .changing)) RETURNING id
            """)
        guard !rows.isEmpty else { throw Problem(.notFound) }
        return .identified(id)
    }

    private static func remove(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        guard let id = staff.parameters.value("customer", as: UUIDv7.self) else { throw Problem(.notFound) }
        let rows = try await staff.transaction { database in
            try await database.query(
                """
                DELETE FROM sample.customer WHERE tenant_id = kernel.tenant() AND id = \(id) \
                AND \(fragment: staff.reach(Customer.scope, for: .changing)) RETURNING id
                """)
        }
        guard !rows.isEmpty else { throw Problem(.notFound) }
        return .identified(id)
    }

    private static func search(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        let text = request.head.query.flatMap { try? QueryItems($0) }?["q"] ?? ""
        var json = JSONWriter(reserveCapacity: 1024)
        json.beginArray()
        for hit in try await Customer.search(text, most: 20, in: staff) { json.string(hit.title) }
        json.endArray()
        return .json(json.finish())
    }
}

/// A customer's new name.
struct NewName: RouteInput {
    static var record: TableName? { Customer.table }
    static let fields = [InputField("name", title: Words(tr: "Ad", en: "Name"), .text(most: 120))]
    let name: String
}

extension Response {
    /// An answer with the id of what was touched.
    static func identified(_ id: UUIDv7) -> Response {
        var json = JSONWriter(reserveCapacity: 64)
        json.beginObject()
        json.key("id")
        json.uuid(id)
        json.endObject()
        return .json(json.finish())
    }
}
