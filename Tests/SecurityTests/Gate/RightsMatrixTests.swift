import Core
import HTTP
import Kernel
import ModuleKit
import SampleModule
import Testing

@testable import Security

/// Every role × every route × every field, made up from what the modules declare: what may be done is done, and what may
/// not is refused.
@Suite("The matrix of rights")
struct RightsMatrixTests {
    private enum Role {
        case builtIn(BuiltInRole)
        case own([String: Scope])
    }

    /// The built-in roles, nothing at all, and each permission alone in each scope.
    private static func roles(_ permissions: [Permission]) -> [Role] {
        let single = permissions.flatMap { permission in
            (permission.isScoped ? Scope.allCases : [.all]).map { Role.own([permission.text: $0]) }
        }
        return BuiltInRole.allCases.map(Role.builtIn) + [.own([:])] + single
    }

    private static func holds(_ role: Role, _ permission: Permission) -> Bool {
        switch role {
        case .builtIn(let role): role.scope(for: permission) != nil
        case .own(let grants): grants[permission.text] != nil
        }
    }

    @Test("opens each route to the roles that hold its permission, and to no other")
    func routes() async throws {
        try await PeopleHouse.with { house in
            let token = try await house.session()
            let permissions = house.registry.modules.flatMap(\.manifest.permissions)
            let routes = house.registry.modules.flatMap(\.registrar.routes)
            var cells = (open: 0, shut: 0)
            for role in Self.roles(permissions) {
                switch role {
                case .builtIn(let role): try await house.play(role)
                case .own(let grants): try await house.play(grants)
                }
                for route in routes {
                    guard case .staff(let permission) = route.access else { continue }
                    let path = route.path.segments.map { segment in
                        if case .literal(let text) = segment { "/\(text)" } else { "/\(UUIDv7.make())" }
                    }.joined()
                    let answer = try await house.ask(
                        "\(route.method.rawValue) \(path)", by: token,
                        json: [.post, .put, .patch].contains(route.method) ? "{}" : nil)
                    if Self.holds(role, permission) {
                        #expect(![401, 403].contains(answer.status), "\(role) \(route.method) \(route.path)")
                        cells.open += 1
                    } else {
                        #expect(answer.status == 403, "\(role) \(route.method) \(route.path)")
                        cells.shut += 1
                    }
                }
            }
            #expect(cells.open > 50 && cells.shut > 50)
            print("rights matrix: \(cells.open) cells open, \(cells.shut) shut")
        }
    }

    @Test("shows and takes each field as the rule of the role says")
    func fields() async throws {
        try await PeopleHouse.with { house in
            let token = try await house.session()
            try await house.play(.owner)
            let made = try await house.ask("POST /sample/customers", by: token, json: Self.customer("first"))
            let id = try #require(made.text.split(separator: "\"").dropFirst(2).dropFirst().first)
            let resource = try #require(house.registry.modules.flatMap(\.registrar.resources).first)
            let all: [String: Scope] = ["sample.customer.read": .all, "sample.customer.write": .all]
            var count = 0
            for field in resource.fields.map(\.name) {
                for rule in [nil, FieldRule.hidden, .readOnly] {
                    let rules = rule.map { ["\(resource.table.text).\(field)": $0] } ?? [:]
                    try await house.play(all, fields: rules)
                    for path in ["/sample/customers", "/sample/customers/\(id)"] {
                        let shown = try await house.ask("GET \(path)", by: token)
                        #expect(shown.status == 200)
                        for other in resource.fields.map(\.name) {
                            let isShown = shown.text.contains("\"\(other)\":")
                            #expect(isShown == !(other == field && rule == .hidden), "\(path) \(other) \(rules)")
                        }
                        #expect(rule == .hidden || shown.text.contains("first-\(field)"), "\(path) \(field)")
                    }
                    count += 1
                    let written = try await house.ask(
                        "POST /sample/customers", by: token, json: Self.customer("written\(count)"))
                    #expect(written.status == (rule == nil ? 200 : 422), "\(field) \(rules) \(written.text)")
                    #expect(rule == nil || written.text.contains("\"/\(field)\""))
                    guard field == "name" else { continue }
                    let renamed = try await house.ask(
                        "PUT /sample/customers/\(id)", by: token, json: #"{"name":"first-name"}"#)
                    #expect(renamed.status == (rule == nil ? 200 : 422), "\(rules)")
                }
            }
        }
    }

    /// Every field holds its name.
    private static func customer(_ word: String) -> String {
        #"{"name":"\#(word)-name","email":"\#(word)-email@acme.test","phone":"\#(word)-phone"}"#
    }
}
