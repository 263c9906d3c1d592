import Core
import HTTP
import SQL
import TestKit
import Testing

@testable import Kernel
@testable import ModuleKit

/// A record's form, as two authors would write it: one that changes what is there, and one that makes a new record.
private struct ParcelChange: RouteInput {
    static var record: TableName? { TableName("post.parcel") }
    static let fields = [
        InputField("name", title: Words(alike: "Name"), .text(most: 80)),
        InputField("weight", title: Words(alike: "Weight"), .number(1...100)),
        InputField("fragile", title: Words(alike: "Fragile"), .flag),
        InputField(
            "ways", title: Words(alike: "Ways"), several: ["sea": Words(alike: "Sea"), "land": Words(alike: "Land")],
            required: false),
    ]

    let name: String?
    let weight: Int?
    let fragile: Bool?
    let ways: [String]?
}

private struct NewParcel: RouteInput {
    static var record: TableName? { ParcelChange.record }
    static let fields = ParcelChange.fields

    let name: String
    let weight: Int
    let fragile: Bool
    let ways: [String]?
}

@Suite("A required field that a role may not change")
struct KeptFieldsTests {
    private static func read<Input: RouteInput>(
        _: Input.Type, _ body: String, _ rules: [String: FieldRule], form: Bool = true
    ) async throws -> Input {
        let kind = form ? "application/x-www-form-urlencoded" : "application/json"
        let request = try TestRequest.make(
            "POST /post", ["Content-Type: \(kind)"], host: "app.example", body: Array(body.utf8))
        let named = Dictionary(uniqueKeysWithValues: rules.map { ("post.parcel.\($0.key)", $0.value) })
        return try await InputReader.read(Input.self, from: request, by: Clerk(fieldRules: named))
    }

    private static func faults(_ body: () async throws -> Void) async -> [String] {
        do {
            try await body()
            return []
        } catch {
            return (error as? Problem)?.fields.map { "\($0.pointer) \($0.code)" }.sorted() ?? ["\(error)"]
        }
    }

    @Test("is not asked of it: the rest of the form is saved, by form and by JSON", arguments: FieldRule.allCases)
    func saved(rule: FieldRule) async throws {
        let change = try await Self.read(ParcelChange.self, "weight=7&fragile=on&ways=sea", ["name": rule])
        #expect((change.name, change.weight, change.fragile) == (nil, 7, true) && change.ways == ["sea"])
        let json = try await Self.read(ParcelChange.self, #"{"weight":7,"fragile":true}"#, ["name": rule], form: false)
        #expect((json.name, json.weight) == (nil, 7))
        // Browsers say nothing of boxes in a disabled part, and nothing must not become no.
        let boxes = try await Self.read(ParcelChange.self, "name=a&weight=7", ["fragile": rule, "ways": rule])
        #expect(boxes.fragile == nil && boxes.ways == nil)
        let free = try await Self.read(ParcelChange.self, "name=a&weight=7", [:])
        #expect(free.fragile == false && free.ways == [])
    }

    @Test("is refused when it is sent nevertheless, and asked of everybody else")
    func refused() async throws {
        for (rule, code) in [(FieldRule.readOnly, "read-only"), (.hidden, "unknown")] {
            let sent = await Self.faults {
                _ = try await Self.read(ParcelChange.self, "name=a&weight=7", ["name": rule])
            }
            #expect(sent == ["/name \(code)"])
            let ticked = await Self.faults {
                _ = try await Self.read(ParcelChange.self, "name=a&weight=7&fragile=on", ["fragile": rule])
            }
            #expect(ticked == ["/fragile \(code)"])
        }
        let bare = await Self.faults { _ = try await Self.read(ParcelChange.self, "weight=7", [:]) }
        #expect(bare == ["/name required"])
    }

    @Test("keeps it from making a record that cannot be without one, which says so", arguments: FieldRule.allCases)
    func made(rule: FieldRule) async throws {
        let lacking = await Self.faults { _ = try await Self.read(NewParcel.self, "weight=7", ["name": rule]) }
        #expect(lacking == ["/name required"])
    }
}

/// Somebody with rules for fields, who is asked for nothing else.
private struct Clerk: StaffContext {
    let fieldRules: [String: FieldRule]
    let user = UserID.make()
    let tenant = TenantID.make()
    var teams: [TeamID] { [] }
    var session: SessionID? { nil }
    var site: Site { SiteEntry.test("app.example", .app).site }
    var parameters: PathParameters { PathParameters() }
    var language: Language { .en }
    var formToken: String? { nil }
    func scope(of permission: Permission) -> Scope? { .all }
    func query(_ query: Query) async throws -> Rows { throw Problem(.notFound) }
    func queries(_ queries: [Query]) async throws -> [Rows] { throw Problem(.notFound) }
    func transaction<Success: Sendable>(
        _ body: @Sendable (any Database) async throws -> Success
    ) async throws -> Success { throw Problem(.notFound) }
}
