import Core
import HTTP
import Markup
import ModuleKit
import TestKit
import Testing

@testable import Kernel

/// Finds as many as are asked for, breaks where the word says so, and keeps one table for those who may.
struct FinderModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("finder"), title: Words(tr: "Bulucu", en: "Finder"), summary: Words(tr: "Bulur.", en: "Finds."),
        permissions: [.find, .dig])

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        module.page("/finder", for: .staff(.find)) { _, _ in PageContent(title: "Finder", body: "<p>x</p>") }
        module.page("/finder/new", for: .staff(.dig)) { _, _ in PageContent(title: "New", body: "<p>x</p>") }
        module.page("/finder/start", for: .staff(.find)) { _, _ in
            var page = PageContent(title: "Start", body: "<p>x</p>")
            page.isStart = true
            return page
        }
        module.dashboardCard(Words(tr: "Kazılar", en: "Digs"), for: .dig) { _ in
            // Later than those behind it.
            try await Task.sleep(for: .milliseconds(200))
            return PageContent(title: "Digs", body: "<p>two digs</p>")
        }
        module.dashboardCard(Words(tr: "Kırık", en: "Broken"), for: .find) { _ in throw Problem(.internal) }
        module.dashboardCard(Words(tr: "Sonsuz", en: "Endless"), for: .find) { _ in
            try await Task.sleep(for: .seconds(600))
            return PageContent(title: "Endless", body: "<p>no end</p>")
        }
        module.dashboardCard(Words(tr: "Buluntular", en: "Finds"), for: .find) { staff in
            PageContent(title: "Finds", body: "<p>finds of \(staff.site.host)</p>")
        }
        module.navigation(NavigationItem(Words(tr: "Bulucu", en: "Finder"), path: "/finder", icon: "search"))
        module.command(NavigationItem(Words(tr: "Yeni kazı", en: "New dig"), path: "/finder/new", icon: "plus"))
        module.search(TableName("finder.thing"), Words(tr: "Şeyler", en: "Things"), for: .find) { text, most, _ in
            if text == "broken" { throw Problem(.internal) }
            let all = text == "none" ? 0 : 50
            return (0..<min(all, most)).map {
                SearchHit(id: "\($0)", title: "<b>\(text)</b> \($0)", path: "/finder?id=\($0)")
            }
        }
        module.search(TableName("finder.bone"), Words(tr: "Kemikler", en: "Bones"), for: .dig) { text, most, _ in
            text == "none" ? [] : [SearchHit(id: "1", title: "T. rex", path: "//evil.example")]
        }
    }
}

extension Permission {
    static let find = Permission("finder.thing.find", title: Words(tr: "Bulma", en: "Find"))
    static let dig = Permission("finder.bone.dig", title: Words(tr: "Kazma", en: "Dig"))
}

@Suite("The search over everything")
struct SearchPageTests {
    private static func page(_ rig: GateRig, _ query: String, as who: String = "finder") async throws -> String {
        try await rig.ask(
            "GET /search\(query)", at: "app.example", as: who, ["Accept: text/html", "Accept-Language: en"]
        ).text
    }

    @Test("is for people of the tenant only, and leads others to the door")
    func strangers() async throws {
        try await GateRig.with([FinderModule.self]) { rig async throws in
            #expect(try await rig.ask("GET /search?q=aa", at: "app.example").status.code == 401)
            #expect(try await rig.ask("GET /search?q=aa", at: "app.example", as: "neighbour").status.code == 401)
            #expect(try await rig.ask("GET /search?q=aa", at: "agency.example", as: "agent").status.code == 404)
            let way = try await rig.ask("GET /search?q=aa", at: "app.example", ["Accept: text/html"])
            #expect(way.status == .seeOther && way.fields[.location]?.hasPrefix("/log-in?to=") == true)
        }
    }

    @Test("asks what the role may search, and shows it as text")
    func rights() async throws {
        try await GateRig.with([FinderModule.self]) { rig async throws in
            let page = try await Self.page(rig, "?q=ay")
            #expect(page.contains("<h2>Things</h2>") && !page.contains("Bones"))
            #expect(page.contains("&lt;b&gt;ay&lt;/b&gt; 4") && !page.contains("ay&lt;/b&gt; 5"))
            #expect(page.contains("/search?q=ay&amp;in=finder.thing&amp;n=20"))
            let digger = try await Self.page(rig, "?q=ay", as: "digger")
            #expect(digger.contains("Bones") && !digger.contains("evil.example"))
            #expect(digger.contains("data-find=\"New dig\"") && !page.contains("New dig"))
            #expect(page.contains("data-from=\"/search\""))
            let nothing = try await Self.page(rig, "?q=ay", as: "weak")
            #expect(nothing.contains("No results for “ay”"))
        }
    }

    @Test("goes on page by page to an end")
    func pages() async throws {
        try await GateRig.with([FinderModule.self]) { rig async throws in
            let more = try await Self.page(rig, "?q=ay&in=finder.thing&n=20")
            #expect(more.contains("ay&lt;/b&gt; 19") && more.contains("n=40") && !more.contains("ay&lt;/b&gt; 20<"))
            let all = try await Self.page(rig, "?q=ay&in=finder.thing&n=999999999999")
            #expect(all.contains("ay&lt;/b&gt; 49") && !all.contains("Show more"))
            #expect(try await Self.page(rig, "?q=ay&in=finder.bone").contains("No results"))
        }
    }

    @Test("says what to do where there is nothing")
    func nothing() async throws {
        try await GateRig.with([FinderModule.self]) { rig async throws in
            #expect(try await Self.page(rig, "").contains("Nothing searched yet"))
            #expect(try await Self.page(rig, "?q=a").contains("Type a little more"))
            #expect(try await Self.page(rig, "?q=none").contains("No results for “none”"))
            #expect(try await Self.page(rig, "?q=none&in=finder.thing").contains("Search everywhere"))
            #expect(try await Self.page(rig, "?q=broken").contains("It could not be searched"))
            #expect(try await Self.page(rig, "?q=%22%3E%3Cscript%3E").contains("<script>") == false)
        }
    }

    @Test("tells the palette as JSON, with a way to all of it")
    func palette() async throws {
        try await GateRig.with([FinderModule.self]) { rig async throws in
            let answer = try await rig.ask(
                "GET /search?q=%20I%20%20%C4%B0", at: "app.example", as: "digger", ["Accept: application/json"])
            #expect(
                answer.text.hasPrefix(
                    #"{"items":[{"text":"\u003cb>I İ\u003c/b> 0","href":"/finder?id=0","group":"Things"}"#))
            #expect(answer.text.contains(#""href":"/search?q=I%20%C4%B0""#) && !answer.text.contains("evil"))
            #expect(answer.fields[.cacheControl] == "no-store")
        }
    }

    @Test("takes İ, I, ı and i for one letter")
    func turkish() {
        for text in ["ıŞ", "is", "İŞ", "IS"] { #expect(SearchQuestion("q=\(text)").isWorthAsking) }
        for text in ["ı", "%20i%20", ""] { #expect(!SearchQuestion("q=\(text)").isWorthAsking) }
        #expect(SearchQuestion("q=\(String(repeating: "a", count: 500))").text.count == 100)
        #expect(SearchQuestion("q=a&n=-5").count == 20 && SearchQuestion("n=x").count == 20)
    }
}
