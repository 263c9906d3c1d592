import Core
import HTTP
import Kernel
import Postgres
import SQL
import Security
import Testing

@testable import Console

@Suite("A person's own account")
struct AccountTests {
    private static func signedIn(_ house: DoorHouse, at host: String = "acme.test") async throws -> Browser {
        let browser = Browser(house, at: host)
        let answer = try await browser.post("/log-in", ["address": "ada@acme.test", "password": DoorHouse.password])
        #expect(answer.status == 303)
        return browser
    }

    private static func send(
        _ browser: Browser, _ path: String, from page: String? = nil, _ form: [(String, String)] = []
    ) async throws -> Browser.Answer {
        let token = try #require(try await browser.get(page ?? path).formToken)
        return try await browser.send(path, [("csrf", token)] + form)
    }

    private static let changing = [
        "/account", "/account/password", "/account/address", "/account/address/cancel", "/account/address/verify",
        "/account/app", "/account/app/begin", "/account/app/remove", "/account/codes", "/account/passkeys",
        "/account/passkeys/options", "/account/sessions/end-others", "/prove", "/prove/passkey/options",
    ]

    @Test("is changed by forms of its own pages alone")
    func forged() async throws {
        try await DoorHouse.with { house in
            let browser = try await Self.signedIn(house)
            for path in Self.changing {
                for site in ["cross-site", "same-site", "same-origin"] {
                    #expect(
                        try await browser.post(path, ["csrf": "wrong"], site: site).status == 403, "\(path) \(site)")
                }
                #expect(try await Browser(house).post(path).status == 401, "\(path)")
            }
            #expect(try await browser.get("/account").status == 200)
        }
    }

    @Test("asks for a proof again when the last is ten minutes old")
    func proof() async throws {
        try await DoorHouse.with { house in
            let browser = try await Self.signedIn(house)
            #expect(try await browser.get("/account/codes").status == 200)
            house.clock.advance(by: .seconds(601))
            for path in ["/account/codes", "/account/app", "/account/address", "/account/passkeys"] {
                let answer = try await browser.get(path)
                #expect(answer.status == 303)
                #expect(answer.location == "/prove?to=\(path.replacing("/", with: "%2F"))")
            }
            let before = browser.cookie("__Host-konak-session")
            let wrong = try await Self.send(browser, "/prove?to=/account/codes", [("secret", "not it")])
            #expect(wrong.status == 422)
            let right = try await Self.send(browser, "/prove?to=/account/codes", [("secret", DoorHouse.password)])
            #expect(right.location == "/account/codes")
            #expect(browser.cookie("__Host-konak-session") != before)
            #expect(try await browser.get("/account/codes").status == 200)
        }
    }

    @Test("keeps name, language and zone, and refuses what is none")
    func profile() async throws {
        try await DoorHouse.with { house in
            let browser = try await Self.signedIn(house)
            for (name, language, zone) in [("", "tr", "UTC"), ("Ada", "de", "UTC"), ("Ada", "tr", "Mars/Olympus")] {
                let form = [("name", name), ("language", language), ("zone", zone)]
                #expect(try await Self.send(browser, "/account", form).status == 422)
            }
            let form = [("name", " Ada  Lovelace\n"), ("language", "tr"), ("zone", "Europe/London")]
            #expect(try await Self.send(browser, "/account", form).location == "/account")
            let profile = try #require(try await house.ground.profiles.find(DoorHouse.ada))
            #expect((profile.name, profile.language, profile.zone) == ("Ada Lovelace", .tr, "Europe/London"))
            #expect(try await browser.get("/account").text.contains("<html lang=\"tr\""))
        }
    }

    @Test("changes the password for who knows it, ends other sessions, and tells the owner")
    func password() async throws {
        try await DoorHouse.with { house in
            let (browser, other) = (try await Self.signedIn(house), try await Self.signedIn(house))
            let thief = browser.thief()
            let wrong = [("current", "guess"), ("password", "a slow turtle in the sun")]
            #expect(try await Self.send(browser, "/account/password", wrong).status == 422)
            let common = [("current", DoorHouse.password), ("password", "password1")]
            #expect(try await Self.send(browser, "/account/password", common).status == 422)
            #expect(try await other.get("/account").status == 200)
            let right = [("current", DoorHouse.password), ("password", "a slow turtle in the sun")]
            #expect(try await Self.send(browser, "/account/password", right).location == "/account/security")
            #expect(try await browser.get("/account").status == 200)
            for lost in [other, thief] { #expect(try await lost.get("/account").status == 303) }
            // Of the other browser, and of the password.
            #expect(try await house.letters() == ["house.notice Ada@acme.test", "house.notice Ada@acme.test"])
        }
    }

    @Test("lists sessions, ends one of them, and none of anybody else's")
    func sessions() async throws {
        try await DoorHouse.with { house in
            let (browser, other) = (try await Self.signedIn(house), try await Self.signedIn(house))
            let page = try await browser.get("/account/sessions")
            let paths = page.text.matches(of: /action="(\/account\/sessions\/[0-9a-f-]+\/end)"/).map { String($0.1) }
            #expect(paths.count == 1)
            let strange = "/account/sessions/\(UUIDv7.make())/end"
            #expect(try await Self.send(browser, strange, from: "/account/sessions").status == 404)
            #expect(try await Self.send(browser, paths[0], from: "/account/sessions").location == "/account/sessions")
            #expect(try await other.get("/account").status == 303)
            let third = try await Self.signedIn(house)
            let all = try await Self.send(browser, "/account/sessions/end-others", from: "/account/sessions")
            #expect(all.status == 303)
            #expect(try await third.get("/account").status == 303)
            #expect(try await browser.get("/account").status == 200)
        }
    }

    @Test("sets an app up, shows the same picture until it is confirmed, and removes it")
    func app() async throws {
        try await DoorHouse.with { house in
            let browser = try await Self.signedIn(house)
            #expect(try await Self.send(browser, "/account/app/begin", from: "/account/app").location == "/account/app")
            let pages = [try await browser.get("/account/app"), try await browser.get("/account/app")]
            let secrets = pages.compactMap { $0.text.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/).map { String($0.1) } }
            #expect(Set(secrets).count == 1)
            let secret = secrets[0].replacing(" ", with: "")
            #expect(try await Self.send(browser, "/account/app", [("code", "000000")]).status == 422)
            let code = try TestCode.of(secret, at: house.clock.now())
            #expect(try await Self.send(browser, "/account/app", [("code", code)]).location == "/account/codes?first")
            #expect(try await browser.get("/account/security").text.contains("/account/app/remove"))
            let removed = try await Self.send(browser, "/account/app/remove", from: "/account/security")
            #expect(removed.location == "/account/security")
            #expect(try await house.letters() == ["house.notice Ada@acme.test", "house.notice Ada@acme.test"])
        }
    }

    @Test(
        "gives another token with each change of what one signs in by, and the copies of the old open nothing, on any node"
    )
    func rotation() async throws {
        try await DoorHouse.with { house in
            let browser = try await Self.signedIn(house)
            let other = Sessions(house.services.databases.control, clock: house.clock)
            func dies(_ what: String, _ act: () async throws -> Browser.Answer) async throws {
                let (thief, old) = (browser.thief(), try #require(browser.cookie("__Host-konak-session")))
                #expect(try await thief.get("/account").status == 200, "\(what)")
                let answer = try await act()
                #expect(answer.status == 303, "\(what): \(answer.status)")
                #expect(browser.cookie("__Host-konak-session") != old, "\(what)")
                #expect(try await thief.get("/account").status == 303, "\(what)")
                let token = try #require(SecretToken(old))
                #expect(try await other.session(of: token, host: "acme.test") == nil, "\(what)")
                #expect(try await browser.get("/account").status == 200, "\(what)")
            }
            try await dies("a proof") {
                try await Self.send(browser, "/prove?to=/account", [("secret", DoorHouse.password)])
            }
            _ = try await Self.send(browser, "/account/app/begin", from: "/account/app")
            let page = try await browser.get("/account/app").text
            let shown = try #require(page.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/))
            let code = try TestCode.of(String(shown.1).replacing(" ", with: ""), at: house.clock.now())
            try await dies("an app") { try await Self.send(browser, "/account/app", [("code", code)]) }
            try await dies("no app") {
                try await Self.send(browser, "/account/app/remove", from: "/account/security")
            }
            let form = [("current", DoorHouse.password), ("password", "a slow turtle in the sun")]
            try await dies("a password") { try await Self.send(browser, "/account/password", form) }
        }
    }

    @Test("moves to another tenant in the browser that asked, and in no other")
    func moving() async throws {
        try await DoorHouse.with { house in
            let from = try await Self.signedIn(house)
            let there = Browser(house, at: "bora.test")
            #expect(try await there.get("/move?from=evil.test").status == 404)
            let begun = try await there.get("/move?from=acme.test")
            let asked = try #require(begun.location)
            #expect(asked.hasPrefix("https://acme.test/move/from?to=bora.test&n="))
            #expect(try await Browser(house).get(String(asked.dropFirst(17))).status == 303)
            let given = try #require(try await from.get(String(asked.dropFirst(17))).location)
            #expect(given.hasPrefix("https://bora.test/move/here?k="))
            let path = String(given.dropFirst(17))
            let victim = Browser(house, at: "bora.test")
            #expect(try await victim.get(path).location == "/log-in")
            #expect(try await there.get(path).location == "/")
            #expect(try await there.get("/account").status == 200)
            #expect(try await there.get(path).location == "/log-in")
        }
    }
}

extension Browser {
    /// A form that was put together.
    func send(_ path: String, _ form: [(String, String)]) async throws -> Answer {
        var items = QueryItems()
        for (name, value) in form { items.append(name, value) }
        return try await send(path, encoded: items.encoded)
    }
}
