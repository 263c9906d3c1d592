import Core
import HTTP
import Kernel
import ModuleKit
import TestKit
import Testing

@testable import Security

@Suite("People at the gate")
struct GatePeopleTests {
    @Test("who are not signed in are led to the log-in, and programs are told how to prove who they are")
    func strangers() async throws {
        try await PeopleHouse.with { house in
            let html = ["Accept: text/html"]
            let page = try await house.ask("GET /sample?a=b%26c", html)
            #expect(page.status == 303 && page.fields[.location] == "/log-in?to=%2Fsample%3Fa%3Db%2526c")
            let staff = try await house.ask("GET /card", html, host: "mavi.test")
            #expect(staff.fields[.location] == "/log-in?to=%2Fcard")
            let program = try await house.ask("GET /sample/customers")
            #expect(program.status == 401 && program.text.contains("\"unauthenticated\""))
            #expect(program.fields[FieldName("www-authenticate")] == "Bearer realm=\"konak\"")
            let script = try await house.ask(
                "GET /sample", html + ["HX-Request: true", "HX-Current-URL: https://acme.test/sample?p=2#x"])
            #expect(script.status == 401)
            #expect(script.fields[FieldName("hx-redirect")] == "/log-in?to=%2Fsample%3Fp%3D2")
            // Never to another host, whatever is claimed.
            for address in ["https://evil.test//evil.test/", "https://evil.test/\\evil.test", "javascript:x", "//"] {
                let answer = try await house.ask(
                    "GET /sample", html + ["HX-Request: true", "HX-Current-URL: \(address)"])
                #expect(answer.fields[FieldName("hx-redirect")] == "/log-in", "\(address)")
            }
            // What was sent is not lost into a page.
            #expect(try await house.ask("POST /own", html).status == 401)
        }
    }

    @Test("are known by name and language, and their pages carry a token of their session")
    func pages() async throws {
        try await PeopleHouse.with { house in
            let token = try await house.session()
            try await house.people.database.run("UPDATE security.person SET name = 'Ada Su', language = 'en'")
            let page = try await house.ask("GET /card", by: token, ["Accept: text/html", "Accept-Language: tr"])
            #expect(page.status == 200 && page.text.contains("Ada Su") && page.text.contains("Ada@acme.test"))
            #expect(page.text.contains("<html lang=\"en\""))
            #expect(page.text.contains("action=\"/sign-out\"") && page.text.contains("href=\"/account\""))
            let meta = try #require(
                page.text.split(separator: "name=\"csrf\" content=\"").dropFirst().first?.prefix(64))
            #expect(house.forms.state(of: String(meta), for: token) == .valid)
            // The forms of one page carry one token.
            #expect(page.text.contains("<p>\(meta)</p>"))
            let half = try await house.people.sessions.open(
                Sessions.Opening(
                    .staff(IdentityHouse.ada, IdentityHouse.acme), agency: IdentityHouse.agency, host: "acme.test",
                    label: "x", stage: .half))
            #expect(try await house.ask("GET /card", by: half).status == 401)
        }
    }

    @Test("are asked for a new proof before what is dangerous, and a key is not let near it")
    func freshness() async throws {
        try await PeopleHouse.with { house in
            let token = try await house.session()
            #expect(try await house.ask("GET /danger", by: token).text == "true")
            house.people.clock.advance(by: .seconds(601))
            let json = try await house.ask("POST /danger", by: token)
            #expect(json.status == 403 && json.text.contains("\"step-up-needed\""))
            let page = try await house.ask("GET /danger", by: token, ["Accept: text/html"])
            #expect(page.status == 303 && page.fields[.location] == "/prove?to=%2Fdanger")
            let sent = try await house.ask(
                "POST /danger", by: token, ["Accept: text/html", "Referer: https://acme.test/keys?a=1"])
            #expect(sent.status == 303 && sent.fields[.location] == "/prove?to=%2Fkeys%3Fa%3D1")
            #expect(try await house.ask("POST /own", by: token).status == 200)
            let key = try await APIKeys(house.people.control, clock: house.people.clock).make(
                "robot", for: IdentityHouse.ada, in: IdentityHouse.acme,
                permissions: [Permission("sample.customer.read")]
            ).reveal()
            #expect(try await house.ask("GET /sample/customers", key: key).status == 200)
            for line in ["GET /danger", "POST /danger", "POST /own", "GET /card"] {
                #expect(try await house.ask(line, key: key).status == 401, "\(line)")
            }
        }
    }

    @Test("are not spoken for by other sites: the session's token counts in the head and in a form")
    func otherSites() async throws {
        try await PeopleHouse.with { house in
            let token = try await house.session()
            let right = try house.forms.token(for: token)
            let wrong = try house.forms.token(for: SecretToken.random())
            func status(_ fields: [String], form: String? = nil, isOurs: Bool = false) async throws -> Int {
                try await house.ask("POST /own", by: token, fields, form: form, isOurs: isOurs).status
            }
            #expect(try await status([], isOurs: true) == 200)
            #expect(try await status([]) == 403)
            #expect(try await status(["X-CSRF: \(right)"]) == 200)
            #expect(try await status(["X-CSRF: \(wrong)"], isOurs: true) == 403)
            #expect(try await status(["X-CSRF: "], isOurs: true) == 200)
            #expect(try await status([], form: "a=b&csrf=\(right)") == 200)
            #expect(try await status([], form: "csrf=\(wrong)", isOurs: true) == 403)
            #expect(try await status([], form: "a=b") == 403)
            #expect(try await status(["Sec-Fetch-Site: cross-site", "X-CSRF: \(right)"]) == 403)
            // The handler still reads the form that the gate has read.
            let made = try await house.ask(
                "POST /sample/customers", by: token, form: "name=Ada&email=a%40b.test&csrf=\(right)", isOurs: false)
            #expect(made.status == 200, "\(made.text)")
            // A key is in nobody's browser.
            let key = try await APIKeys(house.people.control, clock: house.people.clock).make(
                "robot", for: IdentityHouse.ada, in: IdentityHouse.acme,
                permissions: [Permission("sample.customer.write")]
            ).reveal()
            let byKey = try await house.ask(
                "POST /sample/customers", key: key, ["Origin: https://elsewhere.test"],
                json: #"{"name":"K","email":"k@b.test"}"#, isOurs: false)
            #expect(byKey.status == 200)
            let agency = try await house.session(IdentityHouse.can, at: IdentityHouse.agencyDoor)
            #expect(
                try await house.ask("POST /agency/own", by: agency, host: "mavi.test", isOurs: false).status == 403)
            #expect(try await house.ask("POST /agency/own", by: agency, host: "mavi.test").status == 200)
        }
    }

    @Test("are sent on within this host only")
    func localAddresses() {
        for text in ["/", "/a", "/a?b=c", "/a/b%20c"] { #expect(LocalAddress(text)?.text == text) }
        for text in [
            "", "a", "//evil.test", "/\\evil.test", "/a\\b", "https://evil.test", "/a b", "/a\n", "/\t/evil.test",
            "/é", "javascript:alert(1)", "/" + String(repeating: "a", count: 2_048),
        ] {
            #expect(LocalAddress(text) == nil, "\(text)")
        }
    }
}
