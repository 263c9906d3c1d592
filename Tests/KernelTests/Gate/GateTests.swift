import Core
import HTTP
import ModuleKit
import SampleModule
import TestKit
import Testing

@testable import Kernel

@Suite("The gate")
struct GateTests {
    @Test(
        "turns away whom a route's access does not mean, before any database is asked",
        arguments: [
            // Staff.
            ("GET /sample/customers", "app.example", nil, 401), ("GET /sample/customers", "app.example", "nobody", 401),
            ("GET /sample/customers", "app.example", "neighbour", 401),
            ("GET /sample", "app.example", "neighbour", 401),
            ("GET /sample/customers", "neighbour.example", "staff", 401),
            ("GET /sample/customers", "app.example", "customer", 401),
            ("GET /sample/customers", "app.example", "agent", 401),
            ("GET /sample/customers", "app.example", "operator", 401),
            ("GET /sample/customers", "app.example", "weak", 403),
            ("DELETE /sample/customers/1", "app.example", "weak", 403),
            ("GET /sample/customers", "portal.example", "staff", 404),
            ("GET /sample/customers", "agency.example", "staff", 404),
            ("GET /sample/customers", "operator.example", "staff", 404),
            ("GET /sample/customers", "app.example", "staff", 503),
            // Customers.
            ("GET /invoices", "portal.example", nil, 401), ("GET /invoices", "portal.example", "stranger", 401),
            ("GET /invoices", "portal.example", "staff", 401), ("GET /invoices", "portal.example", "poor", 403),
            ("GET /invoices", "app.example", "customer", 404), ("GET /invoices", "portal.example", "customer", 503),
            // Agency and operator.
            ("GET /sample/agency", "agency.example", nil, 401), ("GET /sample/agency", "agency.example", "rival", 401),
            ("GET /sample/agency", "agency.example", "operator", 401),
            ("GET /sample/agency", "agency.example", "staff", 401),
            ("GET /sample/agency", "app.example", "agent", 404), ("GET /sample/agency", "agency.example", "agent", 200),
            ("GET /sample/operator", "operator.example", nil, 401),
            ("GET /sample/operator", "operator.example", "agent", 401),
            ("GET /sample/operator", "agency.example", "operator", 404),
            ("GET /sample/operator", "operator.example", "operator", 200),
            // Everybody.
            ("GET /sample/about", "app.example", nil, 200), ("GET /sample/about", "agency.example", nil, 200),
            ("GET /sample/about", "nobody.example", nil, 421), ("GET /sample/about", "app.example.", nil, 200),
            ("GET /none", "nobody.example", nil, 421), ("GET /none", "app.example", nil, 404),
            // Links.
            ("GET /sample/shared", "app.example", nil, 403), ("GET /sample/shared?k=", "app.example", "staff", 403),
            ("GET /sample/shared?k=AAAA", "portal.example", nil, 403),
            ("GET /sample/shared", "agency.example", nil, 404),
        ] as [(String, String, String?, UInt16)])
    func refusals(line: String, host: String, word: String?, status: UInt16) async throws {
        try await GateRig.with { rig async throws in
            #expect(try await rig.ask(line, at: host, as: word).status.code == status)
        }
    }

    @Test("leaves no trace of a module that is off, by plan, by switch or by what it requires")
    func moduleOff() async throws {
        let cases: [(String, [SiteEntry])] = [
            ("plan", GateRig.entries(features: [])), ("switch", GateRig.entries(switches: ["sample": false])),
            ("requirement", GateRig.entries(switches: ["ground": false])),
        ]
        for (name, entries) in cases {
            try await GateRig.with([GroundModule.self, NeedySample.self]) { rig async throws in
                entries.forEach(rig.sites.set)
                for (host, path, word) in [
                    ("app.example", "/sample/customers", "staff"), ("app.example", "/sample/customers", nil),
                    ("app.example", "/sample", "staff"), ("portal.example", "/invoices", "customer"),
                    ("app.example", "/sample/shared?k=x", nil), ("app.example", "/sample/about", nil),
                ] as [(String, String, String?)] {
                    let closed = try await rig.ask("GET \(path)", at: host, as: word)
                    let unknown = try await rig.ask("GET /no/such/path", at: host, as: word)
                    #expect(closed.likeness == unknown.likeness, "\(name): \(path)")
                    #expect(closed.status.code == 404)
                }
                try await Self.expectNoMethods(rig, name)
            }
        }
        try await GateRig.with([GroundModule.self, NeedySample.self]) { rig async throws in
            #expect(try await rig.ask("GET /sample/customers", at: "app.example", as: "staff").status.code == 503)
            let options = try await rig.ask("OPTIONS /sample/customers", at: "app.example")
            #expect(options.status.code == 204)
            #expect(options.fields[.allow] == "GET, HEAD, POST, OPTIONS")
            #expect(try await rig.ask("PUT /sample/customers", at: "app.example").status.code == 405)
            // Above the tenants nothing is switched off.
            GateRig.entries(features: []).forEach(rig.sites.set)
            #expect(try await rig.ask("PUT /sample/agency", at: "agency.example").status.code == 405)
        }
    }

    /// Methods that a path of the module does not have say no more than those it has.
    private static func expectNoMethods(_ rig: GateRig, _ name: String) async throws {
        for (host, path) in [
            ("app.example", "/sample/customers"), ("app.example", "/sample/customers/1"),
            ("app.example", "/sample/about"), ("app.example", "/hooks/sample/x"), ("portal.example", "/invoices"),
        ] {
            for method in ["OPTIONS", "PATCH", "HEAD", "POST"] where path != "/hooks/sample/x" || method != "POST" {
                let closed = try await rig.ask("\(method) \(path)", at: host)
                let unknown = try await rig.ask("\(method) /no/such/path", at: host)
                #expect(closed.likeness == unknown.likeness, "\(name): \(method) \(path)")
                #expect(closed.status.code == 404)
            }
        }
        // The house itself shows and takes forms; only modules have routes for these.
        let allowed = try await rig.ask("OPTIONS *", at: "app.example").fields[.allow] ?? ""
        #expect(!allowed.contains("PUT") && !allowed.contains("DELETE") && !allowed.contains("PATCH"))
    }

    @Test("closes every door of a tenant or an agency that is not open, to everybody alike")
    func closed() async throws {
        let states: [(AgencyState?, TenantState?)] =
            [.suspended, .closed].map { ($0, nil) } + [.suspended, .closing, .erased].map { (nil, $0) }
        for (agencyState, state) in states {
            try await GateRig.with { rig async throws in
                GateRig.entries(agencyState: agencyState, state: state).forEach(rig.sites.set)
                for (path, host, word) in [
                    ("/sample/customers", "app.example", "staff"), ("/sample/customers", "app.example", nil),
                    ("/invoices", "portal.example", "customer"), ("/sample/about", "app.example", nil),
                    ("/sample/shared", "app.example", nil),
                ] as [(String, String, String?)] {
                    let response = try await rig.ask("GET \(path)", at: host, as: word)
                    #expect(response.status.code == 403)
                    #expect(response.text.contains("site-closed"))
                }
                let ofAgency = try await rig.ask("GET /sample/agency", at: "agency.example", as: "agent")
                #expect(ofAgency.status.code == (agencyState == nil ? 200 : 403))
            }
        }
        try await GateRig.with { rig async throws in
            GateRig.entries(state: .trial).forEach(rig.sites.set)
            #expect(try await rig.ask("GET /sample/customers", at: "app.example", as: "staff").status.code == 503)
        }
    }

    @Test("opens to a signed link of the right purpose, tenant and time, and to no other bit of it")
    func links() async throws {
        try await GateRig.with { rig async throws in
            let now = rig.clock.now().seconds
            func status(_ tenant: TenantID, _ purpose: LinkPurpose, _ expires: Int64) async throws -> UInt16 {
                let link = SignedLink(tenant: tenant, subject: .make(), expires: expires)
                let text = try rig.links.text(of: link, for: purpose)
                return try await rig.ask("GET /sample/shared?k=\(text)", at: "app.example").status.code
            }
            let right = LinkPurpose("sample.task")
            #expect(try await status(GateRig.tenant, right, now + 1) == 503)
            #expect(try await status(GateRig.neighbour, right, now + 1) == 403)
            #expect(try await status(GateRig.tenant, LinkPurpose("sample.tas"), now + 1) == 403)
            #expect(try await status(GateRig.tenant, LinkPurpose("sample.other"), now + 1) == 403)
            #expect(try await status(GateRig.tenant, right, now) == 403)
            #expect(try await status(GateRig.tenant, right, now - 100) == 403)
            let text = try rig.links.text(
                of: SignedLink(tenant: GateRig.tenant, subject: .make(), expires: now + 60), for: right)
            for place in text.indices {
                let letter: Character = text[place] == "A" ? "B" : "A"
                let forged = text[..<place] + String(letter) + text[text.index(after: place)...]
                #expect(try await rig.ask("GET /sample/shared?k=\(forged)", at: "app.example").status.code == 403)
            }
        }
    }

    @Test("takes so many calls of an open route a minute from an address, and says when to come back")
    func limit() async throws {
        try await GateRig.with { rig async throws in
            for _ in 1...120 {
                #expect(try await rig.ask("GET /sample/about", at: "app.example").status.code == 200)
            }
            let late = try await rig.ask("GET /sample/about", at: "app.example")
            #expect(late.status.code == 429)
            #expect(late.fields[.retryAfter].flatMap { Int($0) } ?? 0 >= 1)
            #expect(try await rig.ask("GET /sample/about", at: "app.example", peer: "10.0.0.9").status.code == 200)
            rig.clock.advance(by: .seconds(1))
            #expect(try await rig.ask("GET /sample/about", at: "app.example").status.code == 200)
        }
    }
}

extension Response {
    /// All that a caller sees; requests of a test have one number.
    fileprivate var likeness: String {
        "\(status.code) \(fields.entries.map { "\($0.name): \($0.value)" }.joined(separator: "\n"))\n\(text)"
    }
}

/// What the sample requires here.
private struct GroundModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("ground"), title: Words(tr: "Zemin", en: "Ground"), summary: Words(tr: "Zemin.", en: "Ground."))
    init(_ services: ModuleServices) throws {}
    func register(into module: inout ModuleRegistrar) {}
}

private struct NeedySample: FeatureModule {
    static let manifest = ModuleManifest(
        id: SampleModule.manifest.id, title: SampleModule.manifest.title, summary: SampleModule.manifest.summary,
        permissions: SampleModule.manifest.permissions, planFeature: SampleModule.manifest.planFeature,
        requires: [ModuleID("ground")])
    private let sample: SampleModule
    init(_ services: ModuleServices) throws { sample = try SampleModule(services) }
    func register(into module: inout ModuleRegistrar) { sample.register(into: &module) }
}
