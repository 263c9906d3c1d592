import Core
import HTTP
import TestKit
import Testing

@testable import Kernel

@Suite("The health routes")
struct HealthRoutesTests {
    static func route(_ path: String, _ house: TestHouse, _ state: ServingState = ServingState()) throws -> Route {
        try #require(try HealthRoutes.routes(house.services, state).first { $0.path.text == path })
    }

    static func addresses(_ walled: WalledDatabase) -> DatabaseAddresses {
        .both { "postgresql:///\(walled.database.name)?host=\(walled.database.cluster.folder)&user=\($0)" }
    }

    @Test("say 503 while no database answers, but that the process lives")
    func withoutDatabase() async throws {
        try await TestHouse.with(databases: .nowhere) { house in
            let alive = try await house.ask(try Self.route("/healthz", house), "GET /healthz")
            #expect((alive.status, alive.text, alive.fields[.cacheControl]) == (.ok, "ok\n", "no-store"))
            let ready = try await house.ask(try Self.route("/readyz", house), "GET /readyz")
            #expect(ready.status == .serviceUnavailable)
            #expect(ready.fields[.cacheControl] == "no-store")
            #expect(ready.text == #"{"ready":false,"draining":false,"databases":{"app":false,"control":false}}"#)
        }
    }

    @Test("show a person what a program is told as JSON")
    func pages() async throws {
        try await TestHouse.with(databases: .nowhere) { house in
            let route = try Self.route("/readyz", house)
            let page = try await house.ask(route, "GET /readyz", "Accept: text/html", "Accept-Language: en")
            #expect(page.status == .serviceUnavailable)
            #expect((page.fields[.contentType], page.fields[.cacheControl]) == ("text/html; charset=utf-8", "no-store"))
            #expect(page.fields[.contentSecurityPolicy] != nil)
            #expect(page.text.contains("<h1>The database does not answer</h1>"))
        }
    }

    private static let pages: [(HouseState, Language, UInt16, String, good: Int)] = [
        (HouseState(app: true, control: true, isDraining: false), .tr, 200, "Her şey yolunda", 2),
        (HouseState(app: true, control: true, isDraining: false), .en, 200, "All is well", 2),
        (HouseState(app: true, control: true, isDraining: true), .en, 503, "Konak is stopping", 2),
        (HouseState(app: true, control: false, isDraining: false), .tr, 503, "Veritabanı yanıt vermiyor", 1),
        (HouseState(app: false, control: false, isDraining: true), .tr, 503, "Konak kapanıyor", 0),
        (
            HouseState(app: true, control: false, portal: false, isDraining: false), .en, 503,
            "The database does not answer", 1
        ),
    ]

    @Test("say on the page what holds", arguments: 0..<6)
    func statePage(index: Int) throws {
        let (state, language, status, heading, good) = Self.pages[index]
        let request = try TestRequest.make("GET /", ["Accept-Language: \(language.rawValue)"])
        let page = StatePage(state: state, view: HouseFace().view(request, at: nil)).response
        #expect(page.status.code == status)
        #expect(page.text.contains("<h1>\(heading)</h1>") && page.text.contains("lang=\"\(language.rawValue)\""))
        let dots = page.text.split(separator: "class=\"tag good dotted\"").count - 1
        #expect(dots == good)
        let badDots = page.text.split(separator: "class=\"tag bad dotted\"").count - 1
        #expect(badDots == (state.portal == nil ? 2 : 3) - good)
    }

    @Test("say 503 while one of the two does not answer")
    func withHalf() async throws {
        try await WalledDatabase.with { walled in
            var addresses = Self.addresses(walled)
            addresses.control = DatabaseAddresses.nowhere.control
            try await TestHouse.with(databases: addresses) { house in
                let ready = try await house.ask(try Self.route("/readyz", house), "GET /readyz")
                #expect(ready.status == .serviceUnavailable)
                #expect(ready.text == #"{"ready":false,"draining":false,"databases":{"app":true,"control":false}}"#)
            }
        }
    }

    @Test("say ready with both, and 503 again while requests are no longer wanted")
    func withDatabase() async throws {
        try await WalledDatabase.with { walled in
            try await TestHouse.with(databases: Self.addresses(walled)) { house in
                let state = ServingState()
                let route = try Self.route("/readyz", house, state)
                let ready = try await house.ask(route, "GET /readyz")
                #expect(ready.status == .ok)
                #expect(ready.text == #"{"ready":true,"draining":false,"databases":{"app":true,"control":true}}"#)
                state.drain()
                let draining = try await house.ask(route, "GET /readyz")
                #expect(draining.status == .serviceUnavailable)
                #expect(draining.text == #"{"ready":false,"draining":true,"databases":{"app":true,"control":true}}"#)
            }
        }
    }
}
