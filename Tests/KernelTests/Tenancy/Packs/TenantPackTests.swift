import Core
import Kernel
import Postgres
import TestKit
import Testing

@Suite("A pack of tenants")
struct TenantPackTests {
    @Test(
        "is refused with a sentence",
        arguments: [
            ("{", "line 1"),
            (#"{"format": 2, "agencies": []}"#, "this version reads 1"),
            (#"{"format": 1, "agencies": [], "colour": 1}"#, "colour"),
            (packText(agency: #""slug": "Kuzey""#), "short name"),
            (packText(tenant: #""slug": "-a", "plan": "basic""#), "short name"),
            (packText(tenant: #""slug": "a", "plan": "gold""#), "nobody sells"),
            (packText(tenant: #""slug": "a", "plan": "basic", "state": "erased""#), "cannot begin"),
            (packText(tenant: #""slug": "a", "plan": "basic", "language": "de""#), "tr or en"),
            (
                packText(tenant: #""slug": "a", "plan": "basic", "domains": {"app": ["a.localhost", "a.localhost"]}"#),
                "there twice"
            ),
            (packText(modules: #""crm""#), "no installed module"),
        ])
    func refusals(text: String, part: String) async throws {
        try await WalledDatabase.with { walled in
            do {
                let pack = try TenantPack.read(Array(text.utf8))
                _ = try PackApplication(control: walled.connect("konak_control"), knownFeatures: []).apply(pack)
                Issue.record("it was applied")
            } catch let fault as PackFault {
                #expect(fault.description.contains(part))
            }
            // All or nothing.
            let agencies = try walled.connect("konak_control").rows("SELECT slug FROM kernel.agency")
            #expect(agencies.isEmpty)
        }
    }

    @Test("changes what differs, says so, and nothing the second time")
    func idempotent() async throws {
        try await WalledDatabase.with { walled in
            func apply(_ text: String) throws -> [String] {
                let pack = try TenantPack.read(Array(text.utf8))
                let application = PackApplication(
                    control: try walled.connect("konak_control"), knownFeatures: ["crm"])
                return try application.apply(pack).map(\.description)
            }
            let tenant = #""slug": "lodos", "plan": "basic", "teams": ["Satış"], "domains": {"app": ["l.localhost"]}"#
            let seen1 = try apply(packText(tenant: tenant, modules: #""crm""#))
            #expect(
                seen1 == [
                    "+ plan basic", "+ agency kuzey", "+ tenant kuzey/lodos", "+ team Satış of kuzey/lodos",
                    "+ host l.localhost",
                ])
            let seen2 = try apply(packText(tenant: tenant, modules: #""crm""#))
            #expect(seen2.isEmpty)
            let other = tenant.replacing(#""basic""#, with: #""basic", "language": "en", "modulesOff": ["crm"]"#)
            let seen3 = try apply(packText(tenant: other, modules: ""))
            #expect(
                seen3 == [
                    "~ plan basic: modules {crm} → {}", "~ tenant kuzey/lodos: language tr → en",
                    "~ module crm of kuzey/lodos: off",
                ])
        }
    }

    @Test("keeps a state that somebody chose since, and the host of another tenant")
    func keeps() async throws {
        try await WalledDatabase.with { walled in
            func apply(_ text: String) throws {
                let pack = try TenantPack.read(Array(text.utf8))
                _ = try PackApplication(control: walled.connect("konak_control"), knownFeatures: []).apply(pack)
            }
            let domains = #""state": "active", "domains": {"app": ["a.localhost"]}"#
            try apply(packText(tenant: #""slug": "a", "plan": "basic", "# + domains))
            let begun = try TenantRoll(control: walled.connect("konak_control")).find("kuzey/a").state
            #expect(begun == "active")
            let roll = TenantRoll(control: try walled.connect("konak_control"))
            try roll.turn("kuzey/a", to: .suspended)
            try apply(packText(tenant: #""slug": "a", "plan": "basic", "# + domains))
            let state = try roll.find("kuzey/a").state
            #expect(state == "suspended")
            #expect(throws: PackFault.self) {
                try apply(packText(tenant: #""slug": "b", "plan": "basic", "# + domains))
            }
            #expect(throws: TenantRollFault.unknown("kuzey/b")) { try roll.find("kuzey/b") }
        }
    }

    @Test("refuses a time zone that nobody knows, and changes nothing")
    func zones() async throws {
        try await WalledDatabase.with { walled in
            func apply(_ zone: String) throws {
                let tenant = #""slug": "a", "plan": "basic", "timeZone": "\#(zone)""#
                let pack = try TenantPack.read(Array(packText(tenant: tenant).utf8))
                _ = try PackApplication(control: walled.connect("konak_control"), knownFeatures: []).apply(pack)
            }
            for zone in ["Europe/Konstantinopel", "../../etc/passwd", "", "Europe"] {
                #expect(throws: PackFault.self) { try apply(zone) }
            }
            let roll = TenantRoll(control: try walled.connect("konak_control"))
            #expect(throws: TenantRollFault.unknown("kuzey/a")) { try roll.find("kuzey/a") }
            try apply("America/Argentina/Buenos_Aires")
            let state = try roll.find("kuzey/a").state
            #expect(state == "trial")
        }
    }

    @Test("changes the primary host when it says another first, also one that served something else")
    func primaryChanges() async throws {
        try await WalledDatabase.with { walled in
            let house = PrimaryHouse(walled: walled)
            _ = try house.apply(app: ["a.localhost", "b.localhost"])
            let seen1 = try house.apply(app: ["b.localhost", "a.localhost"])
            #expect(
                seen1 == ["~ host a.localhost: primary true → false", "~ host b.localhost: primary false → true"])
            let again1 = try house.apply(app: ["b.localhost", "a.localhost"])
            #expect(again1.isEmpty)
            _ = try house.apply(app: ["a.localhost"], portal: ["b.localhost"])
            let primaries = try house.primaries()
            #expect(primaries == ["app a.localhost", "portal b.localhost"])
            let again2 = try house.apply(app: ["a.localhost"], portal: ["b.localhost"])
            #expect(again2.isEmpty)
        }
    }

    @Test("leaves a primary host that somebody chose since and that it does not know")
    func primaryChosen() async throws {
        try await WalledDatabase.with { walled in
            let house = PrimaryHouse(walled: walled)
            _ = try house.apply(app: ["a.localhost"])
            try walled.connect("konak_owner").run(
                script: """
                    UPDATE kernel.domain SET is_primary = false;
                    INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, is_primary, challenge)
                    SELECT 'own.example', surface, agency_id, tenant_id, true, challenge FROM kernel.domain;
                    """)
            let seen1 = try house.apply(app: ["a.localhost"])
            #expect(seen1.isEmpty)
            let seen2 = try house.apply(app: ["b.localhost", "a.localhost"])
            #expect(seen2 == ["+ host b.localhost"])
            let again = try house.apply(app: ["b.localhost", "a.localhost"])
            #expect(again.isEmpty)
            let primaries = try house.primaries()
            #expect(primaries == ["app own.example"])
        }
    }

    @Test("leads a tenant only where a way leads")
    func turns() async throws {
        try await WalledDatabase.with { walled in
            let text = packText(tenant: #""slug": "a", "plan": "basic""#)
            let pack = try TenantPack.read(Array(text.utf8))
            _ = try PackApplication(control: walled.connect("konak_control"), knownFeatures: []).apply(pack)
            let roll = TenantRoll(control: try walled.connect("konak_control"))
            #expect(throws: TenantRollFault.noWay(name: "kuzey/a", from: "trial", to: "erased")) {
                try roll.turn("kuzey/a", to: .erased)
            }
            let seen4 = try roll.turn("kuzey/a", to: .closing).state
            #expect(seen4 == "closing")
            // Only an erasure does that.
            #expect(throws: TenantRollFault.noWay(name: "kuzey/a", from: "closing", to: "erased")) {
                try roll.turn("kuzey/a", to: .erased)
            }
            let seen5 = try roll.turn("kuzey/a", to: .active).state
            #expect(seen5 == "active")
            #expect(throws: TenantRollFault.exists("kuzey/a")) {
                try roll.create("a", of: "kuzey", title: "A", plan: "basic", host: nil)
            }
            #expect(throws: TenantRollFault.noAgency("guney")) {
                try roll.create("a", of: "guney", title: "A", plan: "basic", host: nil)
            }
            let seen6 = try roll.create("b", of: "kuzey", title: "B", plan: "basic", host: "b.localhost").host
            #expect(seen6 == "b.localhost")
            let seen7 = try roll.list().map(\.name)
            #expect(seen7 == ["kuzey/a", "kuzey/b"])
            let seen8 = try roll.list(after: "kuzey/a").map(\.name)
            #expect(seen8 == ["kuzey/b"])
        }
    }

    @Test("brings rows behind the wall of their own tenant, once")
    func content() async throws {
        try await WalledDatabase.with { walled in
            try walled.connect("konak_owner").run(
                script: """
                    CREATE SCHEMA crm;
                    GRANT USAGE ON SCHEMA crm TO konak_app;
                    CREATE TABLE crm.customer (
                        tenant_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, state text NOT NULL DEFAULT 'new',
                        PRIMARY KEY (tenant_id, id));
                    CREATE TABLE crm.deal (
                        tenant_id uuid NOT NULL, id uuid NOT NULL, customer_id uuid NOT NULL, amount bigint NOT NULL,
                        PRIMARY KEY (tenant_id, id),
                        FOREIGN KEY (tenant_id, customer_id) REFERENCES crm.customer (tenant_id, id));
                    CREATE INDEX deal_customer ON crm.deal (tenant_id, customer_id);
                    GRANT SELECT, INSERT, UPDATE, DELETE ON crm.customer, crm.deal TO konak_app;
                    """)
            let content = #"""
                "content": [{"table": "crm.customer", "rows": [{"key": "ayse", "name": "Ayşe Işık"}]},
                    {"table": "crm.deal", "rows": [{"key": "boat", "customer_id": "@customer/ayse", "amount": 1250000}]}]
                """#
            let pack = try TenantPack.read(Array(packText(tenant: #""slug": "a", "plan": "basic", "# + content).utf8))
            _ = try PackApplication(control: walled.connect("konak_control"), knownFeatures: []).apply(pack)
            func apply() throws -> [String] {
                try PackContent(app: walled.connect("konak_app"), control: walled.connect("konak_control")).apply(pack)
                    .map(\.description)
            }
            let seen9 = try apply()
            #expect(seen9 == ["+ 1 rows of crm.customer in kuzey/a", "+ 1 rows of crm.deal in kuzey/a"])
            let seen10 = try apply()
            #expect(seen10.isEmpty)
            let rows = try walled.connect(TestCluster.owner).rows(
                """
                SELECT c.name, c.state, d.amount::text FROM crm.deal d
                JOIN crm.customer c ON (c.tenant_id, c.id) = (d.tenant_id, d.customer_id)
                JOIN kernel.tenant t ON t.id = d.tenant_id
                """)
            #expect(rows == [["Ayşe Işık", "new", "1250000"]])
        }
    }
}

/// A house with one tenant, whose hosts change.
private struct PrimaryHouse {
    let walled: WalledDatabase

    func apply(app: [String], portal: [String] = []) throws -> [String] {
        let domains = "\"domains\": {\"app\": \(list(app)), \"portal\": \(list(portal))}"
        let pack = try TenantPack.read(Array(packText(tenant: #""slug": "a", "plan": "basic", "# + domains).utf8))
        return try PackApplication(control: walled.connect("konak_control"), knownFeatures: []).apply(pack)
            .map(\.description)
    }

    func primaries() throws -> [String] {
        try walled.connect("konak_control").rows(
            "SELECT surface || ' ' || host FROM kernel.domain WHERE is_primary ORDER BY 1"
        ).compactMap { $0[0] }
    }

    private func list(_ hosts: [String]) -> String { "[" + hosts.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
}

/// A pack of one agency, with these members.
private func packText(agency: String = #""slug": "kuzey""#, tenant: String? = nil, modules: String = "") -> String {
    let tenants = tenant.map { "{\"name\": \"T\", \($0)}" } ?? ""
    return #"""
        {"format": 1, "plans": [{"key": "basic", "name": {"tr": "Temel", "en": "Basic"}, "modules": [\#(modules)]}],
         "agencies": [{\#(agency), "name": "Kuzey", "tenants": [\#(tenants)]}]}
        """#
}
