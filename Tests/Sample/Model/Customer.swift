import Core
import ModuleKit
import SQL

/// Who buys.
struct Customer: Sendable {
    static let table = TableName("sample.customer")

    static let scope = ScopedTable(
        table, owner: "owner_id", team: "team_id", reads: [.readCustomers], changes: [.writeCustomers])

    let id: UUIDv7
    let name: String
    let email: String?
    let phone: String?

    private init(_ row: Row) throws {
        (id, name) = (try row.decode(0), try row.decode(1))
        (email, phone) = (try row.decodeIfPresent(2), try row.decodeIfPresent(3))
    }

    private static func columns(for staff: any StaffContext) -> Query {
        let sight = staff.sight(of: table)
        return "c.id, c.name, \(fragment: sight.column("email", as: "c")), \(fragment: sight.column("phone", as: "c"))"
    }

    static func list(after: UUIDv7?, in staff: any StaffContext) async throws -> [Customer] {
        try await staff.query(
            """
            SELECT \(fragment: columns(for: staff)) FROM sample.customer c \
            WHERE c.tenant_id = kernel.tenant() AND \(fragment: staff.reach(scope, as: "c")) \
            AND (\(after)::uuid IS NULL OR c.id > \(after)) ORDER BY c.id LIMIT 50
            """
        ).map(Customer.init)
    }

    static func count(in staff: any StaffContext) async throws -> Int {
        let rows = try await staff.query(
            """
            SELECT count(*) FROM sample.customer c \
            WHERE c.tenant_id = kernel.tenant() AND \(fragment: staff.reach(scope, as: "c"))
            """)
        return try rows.first.map { try $0.decode(0) } ?? 0
    }

    static func find(_ id: UUIDv7?, in staff: any StaffContext) async throws -> Customer {
        guard let id else { throw Problem(.notFound) }
        let rows = try await staff.query(
            """
            SELECT \(fragment: columns(for: staff)) FROM sample.customer c \
            WHERE c.tenant_id = kernel.tenant() AND c.id = \(id) AND \(fragment: staff.reach(scope, as: "c"))
            """)
        guard let row = rows.first else { throw Problem(.notFound) }
        return try Customer(row)
    }

    static func search(_ text: String, most: Int, in staff: any StaffContext) async throws -> [SearchHit] {
        let rows = try await staff.query(
            """
            SELECT \(fragment: columns(for: staff)) \
            FROM sample.search_customer(\(text), \(Int32(clamping: most))) AS hit (id) \
            JOIN sample.customer c ON c.tenant_id = kernel.tenant() AND c.id = hit.id \
            WHERE \(fragment: staff.reach(scope, as: "c")) ORDER BY c.name
            """)
        return try rows.map(Customer.init).map {
            SearchHit(id: $0.id.description, title: $0.name, path: "/sample/customers/\($0.id)")
        }
    }

    func write(into json: inout JSONWriter, _ sight: FieldSight) {
        json.beginObject()
        json.key("id")
        json.uuid(id)
        sight.write("name", into: &json) { $0.string(name) }
        sight.write("email", into: &json) { json in if let email { json.string(email) } else { json.null() } }
        sight.write("phone", into: &json) { json in if let phone { json.string(phone) } else { json.null() } }
        json.endObject()
    }
}

/// What a new customer needs.
struct NewCustomer: RouteInput {
    static var record: TableName? { Customer.table }
    static let fields = [
        InputField("name", title: Words(tr: "Ad", en: "Name"), .text(most: 120)),
        InputField("email", title: Words(tr: "E-posta", en: "E-mail"), .email),
        InputField("phone", title: Words(tr: "Telefon", en: "Phone"), .text(most: 40), required: false),
    ]

    let name: String
    let email: String
    let phone: String?

    /// Whoever enters a customer has them.
    func insert(in staff: any StaffContext) async throws -> UUIDv7 {
        let id = UUIDv7.make()
        let rows = try await staff.query(
            """
            INSERT INTO sample.customer (tenant_id, id, owner_id, name, email, phone) \
            VALUES (kernel.tenant(), \(id), \(staff.user), \(name), \(email), \(phone)) ON CONFLICT (tenant_id, email) DO NOTHING \
            RETURNING id
            """)
        guard !rows.isEmpty else {
            throw Problem(.conflict, fields: [FieldFault("/email", .invalid, "belongs to another customer")])
        }
        return id
    }
}
