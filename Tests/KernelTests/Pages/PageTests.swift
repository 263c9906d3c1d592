import Core
import HTTP
import TestKit
import Testing

@testable import Kernel

@Suite("The house's own pages")
struct PageTests {
    @Test(
        "tell a person what a program is told as JSON",
        arguments: [
            ("GET /none", 404, "Sayfa bulunamadı", "Not found"),
            ("GET /a//b", 400, "İstek okunamadı", "The request cannot be read"),
            ("POST /ours", 405, "Bu işlem burada yapılamaz", "This cannot be done here"),
            ("GET /ours", 500, "Bir şeyler ters gitti", "Something went wrong"),
            ("GET /away", 503, "Geçici olarak kullanılamıyor", "Temporarily unavailable"),
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
                #expect(page.text.contains("<html lang=\"\(language)\">"))
                #expect(page.text.contains("<h1>\(heading)</h1>"))
                #expect(page.text.contains("<code>a1-7</code>"))
                #expect((page.fields[.retryAfter] != nil) == (status == 503))
            }
        }
    }

    @Test("allow nothing but the house's own style, and are kept by nobody")
    func policy() async throws {
        try await TestChain.with([try WelcomePage.route]) { chain in
            for path in ["/", "/none"] {
                let page = try await chain.ask("GET \(path)", "Accept: text/html")
                let policy = try #require(page.fields[.contentSecurityPolicy])
                #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; "))
                #expect(policy.hasSuffix("base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe") && !policy.contains("script"))
                #expect(page.fields[.cacheControl] == "no-store")
                #expect(page.fields[.referrerPolicy] == "no-referrer")
                #expect(!page.text.contains("<script") && !page.text.contains("style="))
            }
        }
    }

    private struct BrokenLoom: Error {}
}
