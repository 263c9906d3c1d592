import HTTP
import TestKit
import Testing

@testable import Kernel

@Suite("A start")
struct DashboardTests {
    private static func page(_ rig: GateRig, _ path: String = "/finder/start", as who: String) async throws -> String {
        try await rig.ask("GET \(path)", at: "app.example", as: who, ["Accept: text/html", "Accept-Language: en"]).text
    }

    @Test("shows the cards of the reader's role in order, and where one breaks, all others")
    func cards() async throws {
        try await GateRig.with([FinderModule.self]) { rig async throws in
            let began = ContinuousClock.now
            let finder = try await Self.page(rig, as: "finder")
            #expect(ContinuousClock.now - began < .seconds(20))
            #expect(finder.contains("<h2>Endless</h2>") && !finder.contains("no end"))
            #expect(finder.contains("<h2>Broken</h2>") && finder.contains("It cannot be shown just now"))
            #expect(finder.contains("finds of app.example") && !finder.contains("two digs"))
            let digger = try await Self.page(rig, as: "digger")
            let places = [
                "two digs", "<h2>Broken</h2>", "<h2>Endless</h2>", "finds of app.example", "class=\"starts\"",
            ]
            .map { digger.firstRange(of: $0)?.lowerBound }
            #expect(!places.contains(nil))
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        }
    }

    @Test("lists the places with what they are for, and other pages do not")
    func places() async throws {
        try await GateRig.with([FinderModule.self]) { rig async throws in
            let start = try await Self.page(rig, as: "finder")
            #expect(start.contains("<strong>Finder</strong>") && start.contains("<small>Finds.</small>"))
            let other = try await Self.page(rig, "/finder", as: "finder")
            #expect(!other.contains("class=\"starts\"") && !other.contains("class=\"cards\""))
        }
    }
}
