import Core
import HTTP
import ModuleKit

/// Makes shots at routes out of what the registry says of them.
struct ShotMaker: Sendable {
    let house: DrillHouse

    /// What its owner would send, with the ids of one of the tenant's sets.
    func rightful(
        _ route: DrillRoute, _ tenant: DrillTenant, set: Int, _ random: inout some RandomNumberGenerator
    ) -> DrillShot {
        var shot = DrillShot(door: route.door(of: tenant), caller: route.caller(of: tenant, set: set))
        for (name, table) in route.parameters {
            if let table {
                shot.path[name] = key(of: table, tenant, set) ?? "none"
            } else if name != Endpoints.parameter {
                shot.path[name] = "drill"
            }
        }
        if route.route.access == .webhook { shot.endpoint = .of(tenant.place) }
        if case .signedLink = route.route.access {
            shot.link = DrillShot.Link(tenant: tenant.place, subject: UUIDv7.make().description)
        }
        if !route.route.input.isEmpty { shot.body = body(route, tenant, set, &random) }
        if route.route.access == .webhook { shot.body = [("drill", .bool(true))] }
        shot.peer = Int.random(in: 0..<65_536, using: &random)
        return shot
    }

    func key(of table: String, _ tenant: DrillTenant, _ set: Int) -> String? { tenant.sets[set].key(of: table) }

    /// Values that every field takes. A text of ours is never a canary: what is written must not look like a leak.
    private func body(
        _ route: DrillRoute, _ tenant: DrillTenant, _ set: Int, _ random: inout some RandomNumberGenerator
    ) -> [(name: String, value: JSONValue)] {
        route.route.input.map { field in (field.name, value(field.kind, tenant, set, &random)) }
    }

    private func value(
        _ kind: InputField.Kind, _ tenant: DrillTenant, _ set: Int, _ random: inout some RandomNumberGenerator
    ) -> JSONValue {
        let word = "d" + String(random.next(), radix: 36)
        switch kind {
        case .text(let most): return .string(String(word.prefix(max(1, most))))
        case .secret(let most): return .string(String(word.prefix(max(1, most))))
        case .email: return .string("\(word)@ornek.example")
        case .phone: return .string("+905321234567")
        case .number(let range): return .number(JSONNumber(range.lowerBound))
        case .money: return .number(JSONNumber(100))
        case .flag: return .bool(true)
        case .day: return .string("2026-01-31")
        case .moment: return .string("2026-01-31T09:00:00Z")
        case .choice(let words): return .string(words.first ?? "")
        case .several(let words): return .array(words.prefix(1).map(JSONValue.string))
        case .list(let most): return .array(most < 1 ? [] : [.string(word)])
        case .id(let table): return .string(key(of: table.text, tenant, set) ?? UUIDv7.make().description)
        }
    }

    /// Other ways in which the owner may have to ask before there is anything to see: with a subject of another table, a
    /// value for a free parameter, a word to search for.
    func attempts(at route: DrillRoute, _ shot: DrillShot, _ tenant: DrillTenant, set: Int) -> [DrillShot] {
        let rows = tenant.sets[set].rows
        if case .signedLink(let purpose) = route.route.access {
            let first = rows.filter { $0.table.label == purpose.text }
            return (first + rows.filter { $0.table.label != purpose.text }).compactMap(\.key).map { key in
                var other = shot
                other.link?.subject = key
                return other
            }
        }
        let texts = rows.flatMap { row in row.values.values.compactMap { $0 } }
        let free = route.parameters.filter { $0.table == nil && $0.name != Endpoints.parameter }.map(\.name)
        var attempts = [shot]
        for text in texts {
            var other = shot
            for name in free { other.path[name] = text }
            if !free.isEmpty { attempts.append(other) }
            var asked = shot
            asked.query = ["q", "id"].map { ($0, text) }
            if route.route.method == .get { attempts.append(asked) }
        }
        return attempts
    }
}

/// Names under which lists, searches and exports take what they are to show; none of them may show another's.
enum QueryNames {
    static let ids = [
        "after", "before", "id", "ids", "cursor", "parent", "owner", "owner_id", "customer", "customer_id", "user",
        "team", "tenant", "tenant_id", "subject", "record",
    ]
    static let words = ["q", "search", "filter", "name", "email", "where", "query", "text"]
    static let others = [
        ("sort", "tenant_id"), ("order", "name desc"), ("expand", "all"), ("include", "customer,tenant"),
        ("fields", "*"), ("limit", "100000"), ("page", "0"), ("offset", "-1"), ("format", "csv"), ("all", "true"),
    ]
    static let fields = [
        "X-Forwarded-Host", "X-Original-Host", "X-Host", "X-Forwarded-Server", "Forwarded", "X-Tenant", "X-Tenant-ID",
        "X-Konak-Tenant", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "Cookie", "X-User", "Referer",
        "Origin", "If-None-Match",
    ]
}
