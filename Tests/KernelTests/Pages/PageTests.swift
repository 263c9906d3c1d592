import Core
import EventLoop
import HTTP
import Markup
import ModuleKit
import TestKit
import Testing
import UI

@testable import Kernel

@Suite("The house's own pages")
struct PageTests {
    @Test(
        "tell a person what a program is told as JSON",
        arguments: [
            ("GET /none", 404, "Sayfa bulunamadı", "There is no such page"),
            ("GET /a//b", 400, "İstek okunamadı", "The request cannot be read"),
            ("POST /ours", 405, "Bu işlem burada yapılamaz", "This cannot be done here"),
            ("GET /ours", 500, "Bir şeyler ters gitti", "Something went wrong"),
            ("GET /away", 503, "Kısa bir ara", "A short break"),
        ] as [(String, UInt16, String, String)])
    func errorPages(line: String, status: UInt16, turkish: String, english: String) async throws {
        let routes: [Route] = [
            try .failing("/ours", BrokenLoom()), try .failing("/away", CancellationError()),
        ]
        try await TestChain.with(routes) { chain in
            let pages = [
                (turkish, "tr", try await chain.ask(line, "Accept: text/html")),
                (english, "en", try await chain.ask(line, "Accept: text/html", "Accept-Language: en-GB")),
            ]
            for (heading, language, page) in pages {
                #expect(page.status.code == status)
                #expect(page.fields[.contentType] == "text/html; charset=utf-8")
                #expect(page.text.contains("<html lang=\"\(language)\" data-theme=\"system\""))
                #expect(page.text.contains("<h1>\(heading)</h1>"))
                #expect(page.text.contains("<code>a1-7</code>"))
                #expect((page.fields[.retryAfter] != nil) == (status == 503))
            }
        }
    }

    @Test("allow nothing but the house's own files and one style, and are kept by nobody")
    func policy() async throws {
        try await TestChain.with([try PlainPage.route(HouseFace())]) { chain in
            for path in ["/", "/none"] {
                let page = try await chain.ask("GET \(path)", "Accept: text/html")
                let policy = try #require(page.fields[.contentSecurityPolicy])
                #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-"))
                #expect(policy.contains("frame-ancestors 'none'; base-uri 'none'") && !policy.contains("unsafe"))
                let nonce = try #require(policy.split(separator: "nonce-").last?.prefix { $0 != "'" })
                #expect(nonce.count == 32 && page.text.contains("<style nonce=\"\(nonce)\">"))
                let other = try await chain.ask("GET \(path)", "Accept: text/html")
                #expect(!other.text.contains(nonce))
                #expect(page.fields[.cacheControl] == "no-store")
                #expect(page.fields[.referrerPolicy] == "same-origin")
                #expect(page.fields[.vary] == "accept, accept-language, cookie")
                #expect(!page.text.contains("style="))
            }
        }
    }

    @Test("carry the brand, the language and the theme of whose site it is", arguments: [true, false])
    func brand(isOpen: Bool) async throws {
        let brand = Brand(name: "Lale & Oğulları", hue: 155, chroma: 171)
        let site = Site(host: "example.com", surface: .app, agency: nil, tenant: nil, brand: brand, language: .en)
        let entry = SiteEntry(site: site, agencyState: isOpen ? .active : .suspended)
        let face = HouseFace(sites: OneSite(entry: entry))
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let routes = [try PlainPage.route(face)] + (try FaceRoutes.routes(face))
        let chain = try WebChain(
            routes: routes, sites: OneSite(entry: entry), metrics: RouteMetrics(loops: loops, routes: routes.count),
            log: Log(into: KeptLines()), face: face)
        func ask(_ path: String) async throws -> String {
            let request = try TestRequest.make("GET \(path)", ["Accept: text/html", "Cookie: a=b; face-theme=dark"])
            return await Task(executorPreference: loops.first) { await chain.respond(to: request) }.value.text
        }
        let style = BrandStyle(hue: 155, chroma: 900)
        for path in ["/", "/none", "/offline"] {
            let page = try await ask(path)
            #expect(page.contains("<span>Lale &amp; Oğulları</span>") && page.contains(style.css))
            #expect(page.contains("<html lang=\"en\" data-theme=\"dark\""))
        }
        #expect(try await ask("/").contains(isOpen ? "is running</h1>" : "<h1>This site is closed</h1>"))
        #expect(try await ask("/icon.svg").contains("fill=\"\(style.markColors.ground)\""))
        #expect(try await ask("/manifest.webmanifest").contains("\"name\":\"Lale & Oğulları\""))
    }

    @Test("welcome a portal's customers under its name, and nobody at another face")
    func welcome() async throws {
        for surface in Site.Surface.allCases {
            let site = Site(
                host: "example.com", surface: surface, agency: nil, tenant: nil,
                brand: Brand(name: "Lale & Oğulları", hue: 155, chroma: 171), language: .tr)
            let sites = OneSite(entry: SiteEntry(site: site, agencyState: .active))
            let loops = try LoopGroup(count: 1)
            defer { loops.stop() }
            let face = HouseFace(sites: sites)
            let chain = try WebChain(
                routes: [try WelcomePage.route(face)], sites: sites, metrics: RouteMetrics(loops: loops, routes: 1),
                log: Log(into: KeptLines()), face: face)
            let request = try TestRequest.make("GET /", ["Accept: text/html"])
            let answer = await Task(executorPreference: loops.first) { await chain.respond(to: request) }.value
            #expect(answer.status.code == (surface == .portal ? 200 : 404))
            #expect(answer.text.contains("<h1>Hoş geldiniz</h1>") == (surface == .portal))
            #expect(answer.text.contains("Lale &amp; Oğulları, müşterileri için") == (surface == .portal))
        }
    }

    private struct OneSite: SiteLookup {
        let entry: SiteEntry
        func entry(forHost host: String) -> SiteEntry? { host == entry.site.host ? entry : nil }
        func entry(for tenant: TenantID) -> SiteEntry? { nil }
    }

    @Test("keep a bounded number of brands' colours")
    func shelf() {
        let shelf = StyleShelf()
        for hue in 0..<(StyleShelf.most + 2) { _ = shelf.style(of: Brand(name: "", hue: hue, chroma: 190)) }
        #expect(shelf.count == 2)
        for (chroma, share) in [(171, 900), (190, 1000), (-1, 0), (Int.max, 1300)] {
            let style = shelf.style(of: Brand(name: "", hue: 155, chroma: chroma))
            #expect(style == BrandStyle(hue: 155, chroma: share))
        }
    }

    private struct BrokenLoom: Error {}
}

/// A page that stands at `/` of every face, as none of the house's own does.
enum PlainPage {
    static func route(_ face: HouseFace) throws -> Route {
        Route(.get, try PathTemplate("/"), on: Set(Site.Surface.allCases)) { context in
            let view = face.view(context)
            return view.page(view.plain(title: "Plain", heading: "It is running", advice: "", way: HTML()))
        }
    }
}
