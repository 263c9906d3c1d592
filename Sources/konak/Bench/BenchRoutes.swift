import Core
import HTTP
import Kernel
import ModuleKit
import Postgres
import SQL

/// What `konak bench` asks for: the same work that any module does, through the same doors, on the operator's hosts.
/// There with `KONAK_BENCH=on`.
struct BenchRoutes: Sendable {
    private let database: PostgresDatabase
    private let greeting = Array("Merhaba, dünya!".utf8)
    /// Beyond what any client can ask: what is measured passes the limiter and must not be stopped by it.
    private let limit = OpenLimit(perMinute: 1_000_000_000)

    init(_ services: HouseServices) { database = services.databases.app }

    var part: HousePart {
        let manifest = ModuleManifest(
            id: ModuleID("bench_http"), title: Words(tr: "Ölçüm", en: "Bench"),
            summary: Words(tr: "Bu sunucunun hızını ölçer.", en: "Measures how fast this server is."))
        return HousePart(
            manifest,
            register: { module in
                module.route(.get, "/bench/plaintext", for: .open(limit)) { [greeting] _, _ in
                    Response(.ok, fields: Fields((.contentType, "text/plain; charset=utf-8")), body: .bytes(greeting))
                }
                module.route(.get, "/bench/json", for: .open(limit)) { _, _ in Self.json() }
                module.route(.get, "/bench/row", for: .open(limit)) { request, _ in try await row(request) }
                module.route(.get, "/bench/list", for: .open(limit)) { request, _ in try await list(request) }
                module.route(.post, "/bench/insert", for: .open(limit)) { request, _ in try await insert(request) }
                module.route(.post, "/bench/body", for: .open(limit)) { request, _ in try await Self.count(request.body)
                }
            })
    }

    private static func json() -> Response {
        var json = JSONWriter(reserveCapacity: 64)
        json.beginObject()
        json.key("message")
        json.string("Merhaba, dünya!")
        json.endObject()
        return .json(json.finish())
    }

    /// Reads a body to its end, however long that takes, and says how long it was.
    private static func count(_ body: RequestBody) async throws -> Response {
        var count = 0
        while let piece = try await body.next() { count += piece.count }
        var json = JSONWriter(reserveCapacity: 64)
        json.beginObject()
        json.key("bytes")
        json.int(count)
        json.endObject()
        return .json(json.finish())
    }

    private func row(_ request: Request) async throws -> Response {
        let draw = BenchDraw(request.id)
        let rows = try await database.perform(
            after: enter(draw.tenant),
            """
            SELECT id, name, email, stage, amount, updated_at FROM bench.customer \
            WHERE tenant_id = kernel.tenant() AND id = \(draw.customer)
            """)
        guard let row = rows.first else { throw Problem(.notFound) }
        var json = JSONWriter(reserveCapacity: 320)
        Self.write(row, &json)
        return .json(json.finish())
    }

    private func list(_ request: Request) async throws -> Response {
        let draw = BenchDraw(request.id)
        let rows = try await database.perform(
            after: enter(draw.tenant),
            """
            SELECT id, name, email, stage, amount, updated_at FROM bench.customer \
            WHERE tenant_id = kernel.tenant() ORDER BY updated_at DESC, id LIMIT 50
            """)
        var json = JSONWriter(reserveCapacity: 10 * 1024)
        json.beginArray()
        for row in rows { Self.write(row, &json) }
        json.endArray()
        return .json(json.finish())
    }

    private func insert(_ request: Request) async throws -> Response {
        let draw = BenchDraw(request.id)
        let id = UUIDv7.make()
        _ = try await database.perform(
            after: enter(draw.tenant),
            all: [
                """
                INSERT INTO bench.customer (tenant_id, id, name, email, stage, amount) \
                VALUES (kernel.tenant(), \(id), 'Yeni müşteri', 'yeni@ornek.example', 'open', \(draw.amount))
                """,
                """
                INSERT INTO bench.audit (tenant_id, id, action, subject) \
                VALUES (kernel.tenant(), \(UUIDv7.make()), 'customer.created', \(id))
                """,
            ])
        var json = JSONWriter(reserveCapacity: 64)
        json.beginObject()
        json.key("id")
        json.uuid(id)
        json.endObject()
        return .json(json.finish(), status: .created)
    }

    private func enter(_ tenant: UUIDv7) -> Query { "SELECT kernel.enter(\(tenant))" }

    private static func write(_ row: Row, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        row.writeString(0, to: &json)
        json.key("name")
        row.writeString(1, to: &json)
        json.key("email")
        row.writeString(2, to: &json)
        json.key("stage")
        row.writeString(3, to: &json)
        json.key("amount")
        row.writeNumber(4, to: &json)
        json.key("updatedAt")
        row.writeString(5, to: &json)
        json.endObject()
    }
}

/// Which tenant and customer a request is about: a hash of its number, so that nothing is shared and nothing is asked of
/// the system.
struct BenchDraw {
    let tenant: UUIDv7
    let customer: UUIDv7
    let amount: Int64

    init(_ number: RequestNumber) {
        let first = Self.scramble(number.series ^ (number.count &* 0x9E37_79B9_7F4A_7C15))
        let second = Self.scramble(first)
        tenant = UUIDv7(high: 0x7000, low: 0x8000_0000_0000_0000 | Self.decimalDigits(first % 1_000))
        customer = UUIDv7(high: 0x7000, low: 0x9000_0000_0000_0000 | Self.decimalDigits(second % 1_000))
        amount = Int64(second >> 40)
    }

    /// The ids are written in decimal digits, because the yardstick's client can make no others.
    private static func decimalDigits(_ number: UInt64) -> UInt64 {
        number % 10 | (number / 10 % 10) << 4 | (number / 100) << 8
    }

    private static func scramble(_ value: UInt64) -> UInt64 {
        var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
