import Core
import Crypto
public import Postgres
import SQL

/// Puts a pack's rows behind the walls, as konak_app within each tenant: a pack can no more write into another tenant
/// than a module can. A row that is there already stays as it is.
public struct PackContent: ~Copyable {
    private let app: ScriptConnection
    private let control: ScriptConnection

    /// Works on connections of konak_app and konak_control.
    public init(app: consuming ScriptConnection, control: consuming ScriptConnection) {
        self.app = app
        self.control = control
    }

    /// Puts in what lacks; each tenant's rows in one transaction.
    public func apply(_ pack: TenantPack) throws -> [PackChange] {
        var changes: [PackChange] = []
        for agency in pack.agencies {
            for tenant in agency.tenants {
                guard let content = tenant.content, !content.isEmpty else { continue }
                let name = "\(agency.slug)/\(tenant.slug)"
                changes += try apply(content, to: try id(of: tenant.slug, agency.slug), name)
            }
        }
        return changes
    }

    private func id(of tenant: String, _ agency: String) throws -> String {
        let row = try control.rows(
            """
            SELECT t.id FROM kernel.tenant t JOIN kernel.agency a ON a.id = t.agency_id
            WHERE a.slug = $1 AND t.slug = $2
            """, [agency, tenant]
        ).first
        guard let id = row?[0] else { throw PackFault("there is no tenant \(agency)/\(tenant)") }
        return id
    }

    private func apply(_ content: [PackRows], to tenant: String, _ name: String) throws -> [PackChange] {
        var changes: [PackChange] = []
        try app.run(script: "BEGIN")
        do {
            _ = try app.rows("SELECT kernel.enter($1::uuid)", [tenant])
            for part in content {
                let added = try insert(part, tenant, name)
                guard added > 0 else { continue }
                changes.append(
                    PackChange(kind: .added, subject: "\(added) rows of \(part.table) in \(name)", details: []))
            }
            try app.run(script: "COMMIT")
        } catch {
            try? app.run(script: "ROLLBACK")
            throw error
        }
        return changes
    }

    private func insert(_ part: PackRows, _ tenant: String, _ name: String) throws -> Int {
        guard part.table.contains("."), let place = Identifier(parsing: part.table)?.quoted else {
            throw PackFault("“\(part.table)” is no table: write schema.table")
        }
        var added = 0
        for row in part.rows {
            guard let object = row.object else { throw PackFault("a row of \(part.table) in \(name) is no object") }
            let (columns, values) = try Self.values(of: object, part.table, tenant)
            let names = try columns.map { column in
                guard let name = Identifier(parsing: column), !column.contains(".") else {
                    throw PackFault("“\(column)” is no column of \(part.table)")
                }
                return name.quoted
            }.joined(separator: ", ")
            // The names are quoted by us, the values go as one parameter.
            let sql = """
                INSERT INTO \(place) (tenant_id, \(names)) SELECT kernel.tenant(), \(names) \
                FROM jsonb_populate_record(NULL::\(place), $1::jsonb) ON CONFLICT (tenant_id, id) DO NOTHING RETURNING id
                """
            added += try app.rows(unsafeSQL: sql, [values]).count
        }
        return added
    }

    /// The columns of a row and its values as JSON, with `key` and references turned into ids.
    private static func values(
        of object: JSONObject, _ table: String, _ tenant: String
    ) throws -> (columns: [String], values: String) {
        guard let key = object["key"]?.string else { throw PackFault("a row of \(table) has no key") }
        let schema = table.split(separator: ".")[0]
        var members = JSONObject()
        members.set("id", .string(id(tenant, table, key)))
        for (name, value) in object where name != "key" {
            if let text = value.string, text.hasPrefix("@"), let slash = text.firstIndex(of: "/") {
                let target = "\(schema).\(text[text.index(after: text.startIndex)..<slash])"
                members.set(name, .string(id(tenant, target, String(text[text.index(after: slash)...]))))
            } else {
                members.set(name, value)
            }
        }
        var json = JSONWriter()
        json.value(.object(members))
        return (members.map(\.key), String(decoding: json.finish(), as: UTF8.self))
    }

    /// The same id for the same key of the same tenant, for ever.
    private static func id(_ tenant: String, _ table: String, _ key: String) -> String {
        let text = "konak.pack.v1\u{0}\(tenant)\u{0}\(table)\u{0}\(key)"
        guard let hash = try? MessageDigest.of(text.utf8Span.span, .sha256) else { return UUIDv7.make().description }
        let words = [hash[0..<8], hash[8..<16]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        // Version 8, "made by a rule of one's own", in the variant of RFC 9562.
        let high = words[0] & ~0xF000 | 0x8000
        let low = words[1] & ~(0xC000_0000_0000_0000) | 0x8000_0000_0000_0000
        return UUIDv7(high: high, low: low).description
    }
}
