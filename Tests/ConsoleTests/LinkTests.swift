import Core
import HTTP
import Postgres
import SQL
import Security
import Testing

@testable import Console

@Suite("Links of letters")
struct LinkTests {
    private static func invite(_ house: DoorHouse, _ address: String = "can@acme.test") async throws -> String {
        let outcome = try await house.ground.invitations.invite(
            try #require(LoginAddress(address)), name: address, language: .en, to: .tenant(DoorHouse.acme, .member))
        guard case .invited(_, let token, "acme.test") = outcome else {
            Issue.record("not invited: \(outcome)")
            return ""
        }
        return LinkPath.with(token, LinkPath.invitation)
    }

    @Test("open once, for who presses the button, however often a page is fetched before")
    func once() async throws {
        try await DoorHouse.with { house in
            let link = try await Self.invite(house)
            for _ in 0..<3 { #expect(try await Browser(house).get(link).text.contains("Open my account")) }
            let browser = Browser(house)
            let short = try await browser.post(link, ["name": "Can", "password": "12345678"])
            #expect(short.status == 422)
            #expect(short.text.contains("among the first that are guessed"))
            #expect(try await browser.post(link, ["name": " ", "password": "a slow turtle"]).status == 422)
            let answer = try await browser.post(link, ["name": "Can  Öz", "password": "a slow turtle in the sun"])
            #expect(answer.status == 303)
            #expect(answer.location == "/")
            #expect(try await browser.get("/account").text.contains("Can Öz"))
            #expect(try await Browser(house).get(link).text.contains("no longer valid"))
            let late = try await Browser(house).post(link, ["name": "Eve", "password": "a slow turtle in the sun"])
            #expect(late.location == "/link-spent")
        }
    }

    @Test("open on their own host, for their own purpose, within fifteen minutes")
    func bounds() async throws {
        try await DoorHouse.with { house in
            let link = try await Self.invite(house)
            let form: KeyValuePairs = ["name": "Can", "password": "a slow turtle in the sun"]
            #expect(try await Browser(house, at: "bora.test").post(link, form).location == "/link-spent")
            let reset = link.replacing("/invitation", with: "/password/reset")
            #expect(
                try await Browser(house).post(reset, ["password": "a slow turtle in the sun"]).location == "/link-spent"
            )
            for key in ["", "k=", "k=abc", "k=\(String(repeating: "A", count: 43))"] {
                #expect(try await Browser(house).get("/invitation?\(key)").text.contains("no longer valid"))
            }
            house.clock.advance(by: .seconds(901))
            #expect(try await Browser(house).post(link, form).location == "/link-spent")
        }
    }

    @Test("are promised alike for every address, and sent where there is an account")
    func forgotten() async throws {
        try await DoorHouse.with { house in
            _ = try await Self.invite(house)
            var pages: [String] = []
            for address in ["ada@acme.test", "can@acme.test", "nobody@acme.test"] {
                let answer = try await Browser(house).post("/password/forgotten", ["address": address])
                #expect(answer.status == 200)
                pages.append(answer.text.replacing(/nonce="[^"]*"/, with: ""))
                for door in [house.door("acme.test")] {
                    try await house.orders.carryOut(
                        LinkOrder(address: try #require(LoginAddress(address)), door: door))
                }
            }
            #expect(Set(pages).count == 1)
            #expect(
                try await house.letters() == [
                    "house.password_reset Ada@acme.test", "house.invitation can@acme.test",
                ])
            for _ in 0..<2 { _ = try await Browser(house).post("/password/forgotten", ["address": "ada@acme.test"]) }
            let often = try await Browser(house).post("/password/forgotten", ["address": "ada@acme.test"])
            #expect(often.status == 429)
            #expect(often.retryAfter != nil)
        }
    }

    @Test("are sent so often at a door and no oftener, and invitations are counted apart")
    func pace() async throws {
        try await DoorHouse.with { house in
            let door = house.door("acme.test")
            let order = LinkOrder(address: try #require(LoginAddress("ada@acme.test")), door: door)
            for _ in 0..<100 { #expect(try await house.ground.throttle.take([.orderedLinks(at: door)])) }
            try await house.orders.carryOut(order)
            #expect(try await house.letters().isEmpty)
            let next = Doorstep(agency: DoorHouse.agency, tenant: DoorHouse.bora, host: "bora.test")
            #expect(try await house.ground.throttle.take([.orderedLinks(at: next)]))
            #expect(try await house.ground.throttle.take([.invitations(of: DoorHouse.acme)]))
            house.clock.advance(by: .seconds(9))
            try await house.orders.carryOut(order)
            #expect(try await house.letters() == ["house.password_reset Ada@acme.test"])
        }
    }

    @Test("lead to the tenant's own host, whatever the request that asks for one says of hosts")
    func poisoned() async throws {
        try await DoorHouse.with { house in
            let forged = [
                "X-Forwarded-Host: evil.test", "Forwarded: host=evil.test", "X-Host: evil.test",
                "X-Original-URL: //evil.test",
                "X-Forwarded-Server: evil.test", "X-HTTP-Host-Override: evil.test", "X-Rewrite-URL: //evil.test/",
                "Referer: https://evil.test/", "X-Forwarded-Proto: evil", "X-Forwarded-Prefix: //evil.test",
            ]
            let door = house.door("acme.test")
            #expect(try await house.ground.invitations.host(of: door) == "acme.test")
            for field in forged {
                let answer = try await Browser(house).get("/password/forgotten", [field])
                #expect(answer.status == 200 && !answer.text.contains("evil.test"), "\(field)")
            }
            // A host that is not of this house is nobody's door.
            for host in [
                "evil.test", "acme.test.evil.test", "xacme.test",
            ] {
                let answer = try await Browser(house, at: host).get("/password/forgotten")
                #expect(answer.status == 421 || answer.status == 400, "\(host): \(answer.status)")
            }
        }
    }

    @Test("set a new password, which ends every session")
    func reset() async throws {
        try await DoorHouse.with { house in
            let inside = Browser(house)
            _ = try await inside.post("/log-in", ["address": "ada@acme.test", "password": DoorHouse.password])
            let token = try await house.ground.links.make(
                .reset, OneTimeLinks.Link(about: DoorHouse.ada.uuid, agency: DoorHouse.agency, tenant: DoorHouse.acme),
                host: "acme.test")
            let link = LinkPath.with(token, LinkPath.reset)
            let browser = Browser(house)
            #expect(try await browser.get(link).text.contains("new-password"))
            #expect(try await browser.post(link, ["password": "ada"]).status == 422)
            #expect(try await browser.post(link, ["password": "a slow turtle in the sun"]).location == "/log-in?reset")
            #expect(try await inside.get("/account").status == 303)
            #expect(try await browser.post(link, ["password": "another slow turtle"]).location == "/link-spent")
            let old = try await browser.post("/log-in", ["address": "ada@acme.test", "password": DoorHouse.password])
            #expect(old.status == 422)
            let new = try await browser.post(
                "/log-in", ["address": "ada@acme.test", "password": "a slow turtle in the sun"])
            #expect(new.status == 303)
            // Of the password, and of a browser that came by its link and then in.
            #expect(try await house.letters() == ["house.notice Ada@acme.test", "house.notice Ada@acme.test"])
        }
    }

    @Test("prove another address, of which both hear")
    func address() async throws {
        try await DoorHouse.with { house in
            let browser = Browser(house)
            _ = try await browser.post("/log-in", ["address": "ada@acme.test", "password": DoorHouse.password])
            let page = try await browser.get("/account/address")
            let sent = try await browser.post(
                "/account/address", ["csrf": try #require(page.formToken), "address": "ada.new@acme.test"])
            #expect(sent.location == "/account")
            #expect(
                try await house.letters() == [
                    "house.verification ada.new@acme.test", "house.address_change Ada@acme.test",
                ])
            #expect(try await browser.get("/account/address").text.contains("ada.new@acme.test"))
            let link = OneTimeLinks.Link(
                about: DoorHouse.ada.uuid, agency: DoorHouse.agency, tenant: DoorHouse.acme,
                address: "ada.new@acme.test")
            let token = try await house.ground.links.make(.addressChange, link, host: "acme.test")
            let stranger = Browser(house)
            #expect(try await stranger.get(LinkPath.with(token, LinkPath.address)).text.contains("ada.new@acme.test"))
            #expect(try await stranger.post(LinkPath.with(token, LinkPath.address)).text.contains("is confirmed"))
            #expect(try await stranger.post(LinkPath.with(token, LinkPath.address)).location == "/link-spent")
            #expect(try await browser.get("/account").text.contains("ada.new@acme.test"))
        }
    }

    @Test("do not give an address away that somebody has already")
    func takenAddress() async throws {
        try await DoorHouse.with { house in
            _ = try await Self.invite(house)
            let link = OneTimeLinks.Link(
                about: DoorHouse.ada.uuid, agency: DoorHouse.agency, tenant: DoorHouse.acme, address: "can@acme.test")
            let token = try await house.ground.links.make(.addressChange, link, host: "acme.test")
            let answer = try await Browser(house).post(LinkPath.with(token, LinkPath.address))
            #expect(answer.status == 422)
            #expect(try await house.ground.profiles.find(DoorHouse.ada)?.address == "Ada@acme.test")
        }
    }
}

extension DoorHouse {
    /// The door of a host of the test's agency.
    func door(_ host: String) -> Doorstep { Doorstep(agency: Self.agency, tenant: Self.acme, host: host) }
}
