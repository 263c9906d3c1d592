import Core
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("What the reader likes best")
struct NegotiationTests {
    @Test(
        "is a page for browsers, JSON for all others",
        arguments: [
            ([], false), (["*/*"], false), (["application/json"], false), (["application/problem+json"], false),
            (["image/png"], false), (["text/html;q=0"], false), (["text/htmlx"], false),
            (["text/html;q=nonsense"], false),
            (["application/json, text/html"], false), (["application/json", "text/html"], false),
            (["application/problem+json, text/html;q=0.9"], false),
            (["application/json, text/javascript, */*; q=0.01"], false), (["text/html"], true), (["TEXT/HTML"], true),
            (["text/*"], true), (["application/json;q=0.5, text/html"], true),
            (["application/xhtml+xml,text/html;q=0.9"], true), (["application/xhtml+xml", "text/html;q=0.9"], true),
            (["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"], true),
        ])
    func page(fields: [String], isPage: Bool) throws {
        let request = try TestRequest.make("GET /", fields.map { "Accept: " + $0 })
        #expect(request.prefersPage == isPage)
        #expect(Response(Problem(.notFound), request: request).text.hasPrefix("<!doctype html>") == isPage)
    }

    @Test(
        "is Turkish unless English is named before it",
        arguments: [
            ([], .tr), ([""], .tr), (["*"], .tr), (["de"], .tr), (["enx"], .tr),
            (["tr, en"], .tr), (["en;q=0"], .tr), (["en;q=0.5, tr-TR"], .tr), (["en"], .en),
            (["EN"], .en), (["en-GB,en;q=0.9,tr;q=0.8"], .en), (["de, en;q=0.5"], .en),
            (["tr;q=0.4, en;q=0.5"], .en), (["de", "en"], .en),
        ] as [([String], Language)])
    func language(fields: [String], language: Language) throws {
        let request = try TestRequest.make("GET /", fields.map { "Accept-Language: " + $0 })
        #expect(request.language(at: nil) == language)
    }
}
