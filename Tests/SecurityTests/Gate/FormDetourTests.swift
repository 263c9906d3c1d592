import Core
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel
@testable import Security

@Suite("A form whose session has to be proved anew")
struct FormDetourTests {
    private static let typed = "name=%C4%9F%3Ca%3E&word=s3cret-word&code=123456&idempotency-key=0123456789"
    private static let page = ["Accept: text/html", "Accept-Language: en"]

    private static func set(_ fields: Fields) -> [String] {
        fields.entries.filter { $0.name == .setCookie }.map(\.value)
    }

    /// The cookie that an answer sets, as browsers send it back.
    private static func cookie(_ fields: Fields) throws -> String {
        let set = try #require(Self.set(fields).first { $0.hasPrefix("__Host-konak-form=") })
        #expect(set.contains("HttpOnly") && set.contains("Max-Age=900"))
        return String(set.prefix { $0 != ";" })
    }

    /// Looks at the form with a session and that cookie.
    private static func look(
        _ house: PeopleHouse, _ token: SecretToken, _ cookie: String, at path: String = "/desk/form"
    )
        async throws -> String
    {
        try await house.ask(
            "GET \(path)", page + ["Cookie: __Host-konak-session=\(token.reveal()); \(cookie)"]
        ).text
    }

    @Test("comes back filled after the proof, once, without secrets and unsent")
    func stepUp() async throws {
        try await PeopleHouse.with { house in
            let token = try await house.session()
            house.people.clock.advance(by: .seconds(601))
            let away = try await house.ask(
                "POST /desk/form", by: token, Self.page + ["Referer: https://acme.test/card"],
                form: Self.typed + "&csrf=" + (try house.forms.token(for: token)))
            #expect(away.status == 303 && away.fields[.location] == "/prove?to=%2Fdesk%2Fform")
            let cookie = try Self.cookie(away.fields)
            let found = try await house.people.sessions.prove(token, host: "acme.test", showedSecondFactor: false)
            let proved = try #require(found)
            // Another form leaves it alone; another person and a stranger get nothing.
            #expect(try await !Self.look(house, proved, cookie, at: "/desk/form?a=1").contains("ğ&lt;a"))
            let other = try await house.session(IdentityHouse.can)
            #expect(try await !Self.look(house, other, cookie).contains("ğ&lt;a"))
            let form = try await Self.look(house, proved, cookie)
            #expect(form.contains("value=\"ğ&lt;a&gt;\"") && form.contains("henüz kaydedilmedi"))
            #expect(!form.contains("s3cret-word") && !form.contains("123456") && !form.contains("0123456789"))
            #expect(try await !Self.look(house, proved, cookie).contains("ğ&lt;a"))
        }
    }

    @Test("comes back filled after signing in again, to the same person only")
    func ended() async throws {
        try await PeopleHouse.with { house in
            let token = try await house.session()
            let form = Self.typed + "&csrf=" + (try house.forms.token(for: token))
            try await house.people.sessions.end(token)
            let away = try await house.ask("POST /desk/form", by: token, Self.page, form: form)
            #expect(away.status == 303 && away.fields[.location] == "/log-in?to=%2Fdesk%2Fform")
            let cookie = try Self.cookie(away.fields)
            let other = try await house.session(IdentityHouse.can)
            #expect(try await !Self.look(house, other, cookie).contains("ğ&lt;a"))
            #expect(try await Self.look(house, try await house.session(), cookie).contains("ğ&lt;a&gt;"))
        }
    }

    @Test("comes back filled where its page was made before the proof")
    func stale() async throws {
        try await PeopleHouse.with { house in
            let before = try house.forms.token(for: try await house.session())
            let token = try await house.session()
            let away = try await house.ask(
                "POST /desk/form", by: token, Self.page, form: Self.typed + "&csrf=\(before)")
            #expect(away.status == 303 && away.fields[.location] == "/desk/form")
            #expect(try await Self.look(house, token, try Self.cookie(away.fields)).contains("ğ&lt;a&gt;"))
        }
    }

    @Test("is kept for nobody who did not send it, and what is no form is not kept")
    func foreign() async throws {
        try await PeopleHouse.with { house in
            let token = try await house.session()
            let csrf = "&csrf=" + (try house.forms.token(for: token))
            house.people.clock.advance(by: .seconds(601))
            func keeps(_ fields: [String], _ form: String, _ path: String = "/desk/form", ours: Bool = false)
                async throws -> Bool
            {
                let answer = try await house.ask(
                    "POST \(path)", by: token, Self.page + fields, form: form, isOurs: ours)
                return Self.set(answer.fields).contains { $0.contains("konak-form=") }
            }
            // Another site's page, one that says nothing, one with a made-up token.
            #expect(try await !keeps(["Sec-Fetch-Site: cross-site"], Self.typed + csrf))
            #expect(try await !keeps([], Self.typed))
            #expect(try await !keeps(["Origin: https://evil.example"], Self.typed + csrf))
            #expect(try await !keeps([], "word=s3cret&code=1" + csrf, ours: true))
            #expect(try await !keeps([], Self.typed + csrf, "/danger", ours: true))
            #expect(try await keeps([], Self.typed + csrf, ours: true))
            let program = try await house.ask("POST /desk/form", by: token, json: "{\"name\":\"a\"}")
            #expect(program.status == 403 && program.fields[.setCookie] == nil)
        }
    }
}
