import Core
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("What a reader has chosen")
struct ReaderWishesTests {
    @Test(
        "goes before what the person and the browser like",
        arguments: [
            ("__Host-konak-language=en", "tr", Language.tr, Language.en), ("", "en", .tr, .tr), ("", "en", nil, .en),
            ("__Host-konak-language=de", "en", nil, .en), ("konak-language=en", "tr", nil, .tr),
            ("__Host-konak-language=en; a=b", "", .tr, .en),
        ] as [(String, String, Language?, Language)])
    func order(cookie: String, wish: String, liked: Language?, expected: Language) throws {
        let request = try TestRequest.make("GET /", ["Cookie: \(cookie)", "Accept-Language: \(wish)"])
        #expect(request.language(at: nil, liking: liked) == expected)
    }

    @Test("is no zone that is none")
    func zone() throws {
        for (cookie, expected) in [
            ("Europe/Berlin", "Europe/Berlin"), ("../etc", "Europe/London"), ("Mars/One", "Europe/London"),
        ] {
            let request = try TestRequest.make("GET /", ["Cookie: __Host-konak-zone=\(cookie)"])
            #expect(request.zone(liking: "Europe/London") == expected)
        }
        #expect(try TestRequest.make("GET /").zone() == "Europe/Istanbul")
    }

    @Test("is kept in a cookie of this host, and leads back to the page and nowhere else")
    func chosen() async throws {
        try await TestChain.with(try ReaderWishes.routes) { chain async throws in
            let done = try await chain.ask("GET /preferences?language=en&to=/letters%3Fa%3D1")
            #expect(done.status == .seeOther && done.fields[.location] == "/letters?a=1")
            let cookie = try #require(done.fields[.setCookie])
            #expect(cookie.hasPrefix("__Host-konak-language=en; Path=/; Max-Age=31536000; Secure; HttpOnly"))
            for evil in [
                "//evil.example", "https://evil.example", "/%5Cevil.example", "%09//evil", "javascript:alert(1)", "",
            ] {
                let answer = try await chain.ask("GET /preferences?language=tr&to=\(evil)")
                #expect(answer.fields[.location] == "/", "\(evil)")
            }
            #expect(try await chain.ask("GET /preferences?language=klingon").fields[.setCookie] == nil)
            #expect(try await chain.ask("GET /preferences?zone=../../etc").fields[.setCookie] == nil)
            #expect(
                try await chain.ask("GET /preferences?zone=Asia/Tokyo").fields[.setCookie]?.contains("zone=Asia/Tokyo")
                    == true)
            let foreign = try await chain.ask("GET /preferences?language=en", "Sec-Fetch-Site: cross-site")
            #expect(foreign.status == .seeOther && foreign.fields[.setCookie] == nil)
        }
    }

    @Test("is taken from a form too")
    func posted() async throws {
        try await TestChain.with(try ReaderWishes.routes) { chain async throws in
            let request = try TestRequest.make(
                "POST /preferences", ["HX-Request: true"], body: Array("language=tr&to=/a".utf8))
            let answer = await chain.chain.respond(to: request)
            #expect(answer.status == .noContent && answer.fields[FieldName("hx-redirect")] == "/a")
            #expect(answer.fields[.setCookie]?.hasPrefix("__Host-konak-language=tr") == true)
        }
    }
}
