import Core
import HTTP
import TestKit
import Testing

@testable import Kernel

@Suite("A form")
struct FormRouteTests {
    /// Asks as a browser does.
    private static func send(
        _ rig: GateRig, _ body: String, to path: String = "/letters/new", language: String = "en", _ more: [String] = []
    ) async throws -> Response {
        try await rig.ask(
            "POST \(path)", at: "app.example", as: "staff",
            ["Accept: text/html", "Accept-Language: \(language)", "Content-Type: application/x-www-form-urlencoded"]
                + more,
            body: Array(body.utf8))
    }

    private static func with(_ body: @escaping @Sendable (GateRig) async throws -> Void) async throws {
        try await GateRig.with([LetterModule.self], body)
    }

    @Test("comes back with all that is wrong, in the reader's words, and all that was typed", arguments: ["tr", "en"])
    func refused(language: String) async throws {
        try await Self.with { rig async throws in
            let typed =
                "title=&text=%3Cscript%3Ealert(1)%3C/script%3E&email=nobody&pages=12&price=&price-text=1.2.3&urgent=on"
                + "&kind=sealed&ways=sea&day=morgen&word=s3cret-word&idempotency-key=abcdefgh-1&strange=%22%3E%3Cimg%3E"
            let answer = try await Self.send(rig, typed, language: language)
            #expect(answer.status.code == 422)
            let page = answer.text
            let needed = language == "tr" ? "Bu alan gerekli." : "This is needed."
            let title = language == "tr" ? "Başlık" : "Title"
            #expect(
                page.contains("<a href=\"#f-title\">\(title): \(needed)</a>") && page.contains("<span>\(needed)</span>")
            )
            #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(!page.contains("<script>alert") && !page.contains("<img>"))
            for kept in [
                "value=\"nobody\"", "value=\"12\"", "value=\"1.2.3\"", "value=\"morgen\"", "value=\"abcdefgh-1\"",
            ] {
                #expect(page.contains(kept), "\(kept)")
            }
            #expect(page.contains("value=\"sealed\" selected") && page.contains("value=\"sea\" checked"))
            #expect(!page.contains("s3cret-word") && !page.contains("is needed\""))
            // Only what the reader reads: nothing of the programs' English on the Turkish page.
            #expect(language == "en" || !page.contains("must be"))
        }
    }

    @Test("tells programs the same as problem JSON")
    func programs() async throws {
        try await Self.with { rig async throws in
            let refused = try await rig.ask(
                "POST /letters/new", at: "app.example", as: "staff", ["Content-Type: application/json"],
                body: Array(#"{"title":"a","urgent":true,"pages":12}"#.utf8))
            #expect(refused.status.code == 422 && refused.fields[.contentType] == "application/problem+json")
            #expect(refused.text.contains(#""pointer":"/pages","code":"range","message":"must lie between 1 and 9""#))
            let done = try await rig.ask(
                "POST /letters/new", at: "app.example", as: "staff", ["Content-Type: application/json"],
                body: Array(#"{"title":"a","urgent":true}"#.utf8))
            #expect(done.status == .ok && done.text.contains(#""message":"Saved ✓","undo":"/letters/burnt""#))
            #expect(done.fields[.setCookie] == nil)
        }
    }

    @Test(
        "comes back with a word above it when saving does not come through",
        arguments: [
            ("conflict", 409, "kayıt bu arada değişti"), ("often", 429, "7 saniye"), ("own words", 409, "Dolu"),
            ("taken", 422, "Bu başlık var."),
        ])
    func failed(title: String, status: UInt16, words: String) async throws {
        try await Self.with { rig async throws in
            let answer = try await Self.send(rig, "title=\(title)&text=kept&urgent=on", language: "tr")
            #expect(answer.status.code == status && answer.text.contains(words))
            #expect(answer.text.contains("value=\"\(title)\"") && answer.text.contains(">\nkept</textarea>"))
            #expect((answer.fields[.retryAfter] != nil) == (title == "often"))
            #expect(title != "taken" || answer.text.contains("Tümü"))
        }
    }

    @Test("leaves to the house what no other try mends", arguments: [("gone", 404), ("broken", 500)])
    func beyond(title: String, status: UInt16) async throws {
        try await Self.with { rig async throws in
            let answer = try await Self.send(rig, "title=\(title)")
            #expect(answer.status.code == status && !answer.text.contains("k-form"))
        }
    }

    @Test("says on the next page, once, what has happened")
    func flash() async throws {
        try await Self.with { rig async throws in
            let done = try await Self.send(rig, "title=a")
            #expect(done.status == .seeOther && done.fields[.cacheControl] == "no-store")
            let cookie = try #require(done.fields[.setCookie])
            #expect(cookie.hasPrefix("__Host-konak-flash=") && cookie.contains("HttpOnly"))
            let pair = String(cookie.prefix { $0 != ";" })
            let page = try await rig.ask(
                "GET /letters", at: "app.example", as: "staff", ["Accept: text/html", "Cookie: \(pair)"])
            #expect(page.text.contains("<span>Saved ✓</span>") && page.text.contains("hx-post=\"/letters/burnt\""))
            #expect(page.fields[.setCookie]?.contains("Max-Age=0") == true)
            // At another host, or later, it says nothing.
            let later = try await rig.ask("GET /letters", at: "app.example", as: "staff", ["Accept: text/html"])
            #expect(!later.text.contains("Saved") && later.fields[.setCookie] == nil)
        }
    }

    @Test("keeps what it says short and harmless")
    func hostileFlash() async throws {
        try await Self.with { rig async throws in
            let done = try await Self.send(rig, "title=long")
            let cookie = try #require(done.fields[.setCookie])
            #expect(cookie.utf8.count < 1_200)
            let pair = String(cookie.prefix { $0 != ";" })
            let page = try await rig.ask(
                "GET /letters", at: "app.example", as: "staff", ["Accept: text/html", "Cookie: \(pair)"])
            #expect(page.text.contains("ğ&lt;ğ&lt;") && page.text.contains("…</span>"))
        }
    }

    @Test("sends nobody to another site")
    func openRedirect() async throws {
        try await Self.with { rig async throws in
            let done = try await Self.send(rig, "title=away")
            #expect(done.status == .seeOther && done.fields[.location] == "/")
            let evil = ["Referer: https://evil.example/letters", "HX-Request: false"]
            let stay = try await Self.send(rig, "", to: "/letters/burnt", evil)
            #expect(stay.fields[.location] == "/")
            let back = try await Self.send(rig, "", to: "/letters/burnt", ["Referer: https://app.example/letters?a=1"])
            #expect(back.fields[.location] == "/letters?a=1")
        }
    }

    @Test("answers the page's own scripts with events and pieces")
    func scripts() async throws {
        try await Self.with { rig async throws in
            let stay = try await Self.send(rig, "", to: "/letters/burnt", language: "tr", ["HX-Request: true"])
            #expect(stay.status == .noContent)
            let told = try #require(stay.fields[FieldName("hx-trigger")])
            #expect(told.utf8.allSatisfy { $0 < 0x80 } && told.contains(#"Mektup \u201c\u0131\u201d"#))
            #expect(told.contains(#""undo":"/letters/kept""#))
            let done = try await Self.send(rig, "title=a", ["HX-Request: true"])
            #expect(
                done.status == .noContent && done.fields[FieldName("hx-redirect")]?.hasPrefix("/letters?id=") == true)
            #expect(done.fields[.setCookie]?.hasPrefix("__Host-konak-flash") == true)
            let refused = try await Self.send(rig, "title=", ["HX-Request: true"])
            #expect(refused.status.code == 422 && refused.text.hasPrefix("<k-form") && !refused.text.contains("<html"))
        }
    }

    @Test("counts once when it is sent twice, and anew when it is mended")
    func twice() async throws {
        try await Self.with { rig async throws in
            let first = try await Self.send(rig, "title=a&idempotency-key=0123456789")
            let second = try await Self.send(rig, "title=a&idempotency-key=0123456789")
            let mended = try await Self.send(rig, "title=b&idempotency-key=0123456789")
            let other = try await Self.send(rig, "title=a&idempotency-key=9876543210")
            let unnamed = try await Self.send(rig, "title=a")
            #expect(first.fields[.location] == second.fields[.location])
            let places = Set([first, mended, other, unnamed].compactMap { $0.fields[.location] })
            #expect(places.count == 4)
            let shown = try await Self.send(rig, "title=once&idempotency-key=0123456789")
            let again = try await Self.send(rig, "title=once&idempotency-key=0123456789")
            #expect(shown.status == .ok && shown.text.piece == again.text.piece)
        }
    }

    @Test("is bounded, and takes nothing but forms and JSON")
    func bounds() async throws {
        try await Self.with { rig async throws in
            #expect(try await Self.send(rig, "title=" + String(repeating: "a", count: 5_000)).status.code == 413)
            #expect(try await Self.send(rig, "title=%00").status.code == 400)
            let odd = try await rig.ask(
                "POST /letters/new", at: "app.example", as: "staff", ["Content-Type: text/plain"], body: [0x61])
            #expect(odd.status.code == 415)
        }
    }

    @Test("is shown with what is stored, and to strangers as often as a page")
    func shown() async throws {
        try await Self.with { rig async throws in
            let page = try await rig.ask("GET /letters/new", at: "app.example", as: "staff", ["Accept: text/html"])
            #expect(page.text.contains("value=\"Stored\"") && page.text.contains("value=\"1234.50\""))
            #expect(
                page.text.contains("autocomplete=\"current-password\"")
                    && page.text.contains("name=\"idempotency-key\""))
            for _ in 0..<20 {
                let ask = try await rig.ask("GET /letters/ask", at: "app.example", ["Accept: text/html"])
                #expect(ask.status == .ok)
            }
            #expect(try await rig.ask("GET /letters/new", at: "app.example", as: "weak").status.code == 403)
        }
    }
}

extension String {
    /// What stands in the page's own paragraph.
    fileprivate var piece: Substring? { split(separator: "<p>").dropFirst().first?.prefix(36) }
}
