import Core
import ModuleKit
import SQL

/// Who buys.
struct Customer: Sendable {
    static let table = TableName("sample.customer")

    let id: UUIDv7
    let name: String
    let email: String

    private init(_ row: Row) throws {
        id = try row.decode(0)
        name = try row.decode(1)
        email = try row.decode(2)
    }

    static func list(after: UUIDv7?, in tenant: any TenantContext) async throws -> [Customer] {
        try await tenant.query(
            """
            SELECT id, name, email FROM sample.customer \
            WHERE tenant_id = kernel.tenant() AND (\(after)::uuid IS NULL OR id > \(after)) ORDER BY id LIMIT 50
            """
        ).map(Customer.init)
    }

    static func find(_ id: UUIDv7?, in tenant: any TenantContext) async throws -> Customer {
        guard let id else { throw Problem(.notFound) }
        let rows = try await tenant.query(
            "SELECT id, name, email FROM sample.customer WHERE tenant_id = kernel.tenant() AND id = \(id)")
        guard let row = rows.first else { throw Problem(.notFound) }
        return try Customer(row)
    }

    static func search(_ text: String, most: Int, in tenant: any TenantContext) async throws -> [SearchHit] {
        let rows = try await tenant.query(
            """
            SELECT c.id, c.name, c.email FROM sample.search_customer(\(text), \(Int32(clamping: most))) AS hit (id) \
            JOIN sample.customer c ON c.tenant_id = kernel.tenant() AND c.id = hit.id ORDER BY c.name
            """)
        return try rows.map(Customer.init).map {
            SearchHit(id: $0.id.description, title: $0.name, path: "/sample/customers/\($0.id)")
        }
    }

    func write(into json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.uuid(id)
        json.key("name")
        json.string(name)
        json.key("email")
        json.string(email)
        json.endObject()
    }
}

/// What a new customer needs.
struct NewCustomer: RouteInput {
    static let fields = [
        InputField("name", title: Words(tr: "Ad", en: "Name"), .text(most: 120)),
        InputField("email", title: Words(tr: "E-posta", en: "E-mail"), .email),
        InputField("phone", title: Words(tr: "Telefon", en: "Phone"), .text(most: 40), required: false),
    ]

    let name: String
    let email: String
    let phone: String?

    func insert(in tenant: any TenantContext) async throws -> UUIDv7 {
        let id = UUIDv7.make()
        let rows = try await tenant.query(
            """
            INSERT INTO sample.customer (tenant_id, id, name, email, phone) \
            VALUES (kernel.tenant(), \(id), \(name), \(email), \(phone)) ON CONFLICT (tenant_id, email) DO NOTHING \
            RETURNING id
            """)
        guard !rows.isEmpty else {
            throw Problem(.conflict, fields: [FieldFault("/email", .invalid, "belongs to another customer")])
        }
        return id
    }
}
