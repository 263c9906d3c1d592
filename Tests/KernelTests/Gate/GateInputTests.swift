import Core
import HTTP
import ModuleKit
import Postgres
import SQL
import SampleModule
import TestKit
import Testing

@testable import Kernel

@Suite("What a route takes")
struct GateInputTests {
    private static let json = "Content-Type: application/json"
    private static let form = "Content-Type: application/x-www-form-urlencoded"

    @Test(
        "is refused with all its faults, as JSON and as a form, before any database is asked",
        arguments: [
            (json, #"{"email":"ad@ornek.com"}"#, 422, ["/name"]),
            (json, #"{"name":"A","email":"ad@ornek.com","extra":1}"#, 422, ["/extra"]),
            (json, #"{"name":"A","email":"ad@ornek.com","tenant_id":"x","id":"y"}"#, 422, ["/tenant_id", "/id"]),
            (json, #"{"name":5,"email":true,"phone":{}}"#, 422, ["/name", "/email", "/phone"]),
            (json, #"{"name":null,"email":null}"#, 422, ["/name", "/email"]),
            (json, #"{"name":"A","email":"nothing"}"#, 422, ["/email"]), (json, "[]", 422, [""]), (json, "{", 400, []),
            (json, "", 400, []), (json, #"{"name":"A","name":"B","email":"ad@ornek.com"}"#, 400, []),
            (json, #"{"name":"A\u0000","email":"ad@ornek.com"}"#, 422, ["/name"]),
            (form, "email=ad%40ornek.com", 422, ["/name"]),
            (form, "name=A&email=ad%40ornek.com&extra=1", 422, ["/extra"]),
            (form, "name=&email=", 422, ["/name", "/email"]), (form, "name=%ZZ", 400, []),
            ("Content-Type: text/plain", "name=A", 415, []), ("Content-Type: multipart/form-data", "x", 415, []),
            ("X-Nothing: 1", #"{"name":"A","email":"ad@ornek.com"}"#, 415, []),
            (json, #"{"name":"A","email":"ad@ornek.com"}"#, 503, []), (form, "name=A&email=ad%40ornek.com", 503, []),
        ] as [(String, String, UInt16, [String])])
    func faults(type: String, body: String, status: UInt16, pointers: [String]) async throws {
        try await GateRig.with { rig async throws in
            let answer = try await rig.ask(
                "POST /sample/customers", at: "app.example", as: "staff", [type], body: Array(body.utf8))
            #expect(answer.status.code == status, "\(answer.text)")
            for pointer in pointers where !pointer.isEmpty { #expect(answer.text.contains("\"\(pointer)\"")) }
        }
    }

    @Test("is refused when it is too long, whether a field or the whole")
    func tooLong() async throws {
        try await GateRig.with { rig async throws in
            let name = String(repeating: "ş", count: 121)
            let long = Array(#"{"name":"\#(name)","email":"ad@ornek.com"}"#.utf8)
            #expect(
                try await rig.ask("POST /sample/customers", at: "app.example", as: "staff", [Self.json], body: long)
                    .status.code == 422)
            let whole = [UInt8](repeating: 0x20, count: 10 << 20)
            for type in [Self.json, Self.form] {
                #expect(
                    try await rig.ask("POST /sample/customers", at: "app.example", as: "staff", [type], body: whole)
                        .status.code == 413)
            }
        }
    }

    @Test("is not even read for whom the route is not meant")
    func unread() async throws {
        try await GateRig.with { rig async throws in
            for (word, status) in [(nil, 401), ("neighbour", 401), ("weak", 403)] as [(String?, UInt16)] {
                let answer = try await rig.ask(
                    "POST /sample/customers", at: "app.example", as: word, [Self.json], body: Array("{".utf8))
                #expect(answer.status.code == status)
            }
        }
    }
}

@Suite("A webhook")
struct GateWebhookTests {
    @Test("is taken at the tenant's own endpoint and host, of a size, with its sender's sign, and not otherwise")
    func webhook() async throws {
        try await DrillRig.with { drill in
            try await GateRig.with(on: drill.database) { rig async throws in
                for (place, id) in [GateRig.tenant, GateRig.neighbour].enumerated() {
                    try await Self.add(id, "t\(place)", rig)
                }
                let endpoints = Endpoints(rig.databases.control)
                let own = try await endpoints.create(for: GateRig.tenant, module: ModuleID("sample"))
                let theirs = try await endpoints.create(for: GateRig.neighbour, module: ModuleID("sample"))
                let strange = try await endpoints.create(for: GateRig.tenant, module: ModuleID("other"))
                let cases: [(String, String, String, Int, UInt16)] = [
                    (own, "app.example", "4", 4, 200), (own, "portal.example", "4", 4, 200),
                    (own, "app.example", "5", 4, 401),
                    (own, "app.example", "", 4, 401), (own, "neighbour.example", "4", 4, 404),
                    (theirs, "app.example", "4", 4, 404), (theirs, "neighbour.example", "4", 4, 200),
                    (strange, "app.example", "4", 4, 404), (own.uppercased(), "app.example", "4", 4, 404),
                    (String(own.dropLast()), "app.example", "4", 4, 404), (own + "0", "app.example", "4", 4, 404),
                    (String(repeating: "0", count: 64), "app.example", "4", 4, 404), ("x", "app.example", "4", 4, 404),
                    (own, "agency.example", "4", 4, 404), (own, "app.example", "4096", 4_096, 200),
                    (own, "app.example", "4097", 4_097, 413),
                ]
                for (token, host, sign, size, status) in cases {
                    let answer = try await rig.ask(
                        "POST /hooks/sample/\(token)", at: host, ["X-Sample-Signature: \(sign)"],
                        body: [UInt8](repeating: 0x41, count: size))
                    #expect(answer.status.code == status, "\(host) \(sign) \(size)")
                }
                GateRig.entries(switches: ["sample": false]).forEach(rig.sites.set)
                let off = try await rig.ask(
                    "POST /hooks/sample/\(own)", at: "app.example", ["X-Sample-Signature: 1"], body: [0x41])
                #expect(off.status.code == 404)
            }
        }
    }

    private static func add(_ tenant: TenantID, _ slug: String, _ rig: GateRig) async throws {
        let (agency, plan) = (AgencyID.make(), UUIDv7.make())
        _ = try await rig.databases.control.perform(
            "INSERT INTO kernel.agency (id, slug, name) VALUES (\(agency), \(slug), 'Ajans')")
        _ = try await rig.databases.control.perform(
            "INSERT INTO kernel.plan (id, key, name_tr, name_en) VALUES (\(plan), \(slug), 'Plan', 'Plan')")
        _ = try await rig.databases.control.perform(
            """
            INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id) \
            VALUES (\(tenant), \(agency), \(slug), 'Kiracı', 'active', \(plan))
            """)
    }
}
