import Core
import HTTP
import Markup
import ModuleKit
import SampleModule
import TestKit
import Testing
import UI

@testable import Kernel

@Suite("A module's page")
struct ModulePageTests {
    private static let all = Set(SampleModule.manifest.permissions.map(\.text))

    private static func somebody(_ permissions: Set<String>) -> PageReader {
        .staff(StaffPrincipal(user: .make(), tenant: .make(), permissions: permissions))
    }

    private static func customer(_ permissions: Set<String>) -> PageReader {
        .customer(CustomerPrincipal(customer: .make(), tenant: .make(), permissions: permissions))
    }

    private static let house = PageReader.house(HousePrincipal(user: .make(), agency: .make()))

    private static func page(
        _ reader: PageReader, _ surface: Site.Surface = .app, switches: [String: Bool] = [:],
        path: String = "/sample/customers", language: String = "en", _ change: (inout PageContent) -> Void = { _ in }
    ) throws -> String {
        let registry = try Registry([SampleModule.self], services: .test)
        let entry = SiteEntry.test(
            "app.example", surface, agency: .make(), tenant: .make(), features: ["sample"], switches: switches)
        let request = try TestRequest.make("GET \(path)", ["Accept-Language: \(language)"])
        var content = PageContent(title: "Ayşe & Co", body: "<p id=\"inner\">body</p>")
        change(&content)
        return ModulePage(
            content: content, reader: reader, view: HouseFace().view(request, at: entry), entry: entry,
            menu: HouseMenu(registry), path: path
        ).html.description
    }

    @Test(
        "shows only what the reader may open, where it stands and while it is on",
        arguments: [
            (somebody([]), Site.Surface.app, [:], 0), (somebody(all), .app, ["sample": false], 0),
            (customer(all), .portal, [:], 0), (house, .agency, [:], 0), (.stranger, .app, [:], 0),
            (somebody(all), .app, [:], 2),
        ] as [(PageReader, Site.Surface, [String: Bool], Int)])
    func menu(reader: PageReader, surface: Site.Surface, switches: [String: Bool], count: Int) throws {
        let page = try Self.page(reader, surface, switches: switches)
        // Once in the side bar, once in the bar of phones; the sheet of phones has it a third time.
        let links = page.components(of: "href=\"/sample\"")
        #expect(count == 0 ? links == 0 : links >= count)
        #expect(page.contains("<p id=\"inner\">body</p>"))
        #expect(page.components(of: "<h1") == 1 && page.contains("<h1>Ayşe &amp; Co</h1>"))
    }

    @Test("marks the entry it belongs to and offers it to the palette", arguments: ["tr", "en"])
    func current(language: String) throws {
        let word = language == "tr" ? "Müşteriler" : "Customers"
        for (path, isCurrent) in [("/sample", true), ("/sample/customers", true), ("/samples", false), ("/", false)] {
            let page = try Self.page(Self.somebody(Self.all), path: path, language: language)
            #expect(page.contains("href=\"/sample\" aria-current=\"page\"") == isCurrent)
            #expect(page.contains("data-find=\"\(word)\""))
        }
    }

    @Test("stands in the frame of its face")
    func frames() throws {
        #expect(try Self.page(Self.somebody([])).contains("<div class=\"shell\">"))
        #expect(try Self.page(Self.somebody([])) { $0.isFixed = true }.contains("<div class=\"shell fixed\">"))
        #expect(try Self.page(Self.house, .operator).contains("<div class=\"shell\">"))
        #expect(try Self.page(Self.customer([]), .portal).contains("<div class=\"portal\">"))
        #expect(try Self.page(.stranger).contains("<div class=\"plaincard\">"))
    }

    @Test("has the way above it, a note and actions in its head")
    func head() throws {
        let page = try Self.page(Self.somebody([])) { content in
            content.note = "12"
            content.steps = [("List", SafeURL(path: "sample"))]
            content.actions = "<button>Act</button>"
        }
        #expect(page.contains("<li><a href=\"/sample\">List</a></li>"))
        #expect(page.contains("<span class=\"sub\">12</span>") && page.contains("<button>Act</button>"))
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
