import Core
import Crypto
import HTTP
import Postgres
import TestKit
import Testing

@testable import Security

@Suite("Sessions")
struct SessionsTests {
    private static let host = "acme.test"

    @Test("are found by their token, on their host, and by nothing else")
    func found() async throws {
        try await IdentityHouse.with { house in
            let token = try await house.sessions.open(house.opening())
            let session = try #require(try await house.sessions.session(of: token, host: Self.host))
            #expect(session.holder == .staff(IdentityHouse.ada, IdentityHouse.acme) && session.stage == .open)
            #expect(try await house.sessions.session(of: token, host: "bora.test") == nil)
            #expect(try await house.sessions.session(of: .random(), host: Self.host) == nil)
            // What is stored opens nothing: the hash is not the token.
            let stored = try await house.database.rows("SELECT encode(token_hash, 'hex') FROM security.session")
            let hash = try token.hash()
            #expect(stored == [[Hex.encode(hash.span)]])
            let asToken = try #require(SecretToken(Base64.url.encode(hash.span)))
            #expect(try await house.sessions.session(of: asToken, host: Self.host) == nil)
        }
    }

    @Test("end when they are left alone, and at their end whatever is done with them")
    func times() async throws {
        try await IdentityHouse.with { house in
            let idle = try await house.sessions.open(house.opening())
            house.clock.advance(by: .seconds(43_199))
            #expect(try await house.sessions.session(of: idle, host: Self.host) != nil)
            house.clock.advance(by: .seconds(43_199))
            #expect(try await house.sessions.session(of: idle, host: Self.host) != nil)
            house.clock.advance(by: .seconds(43_200))
            #expect(try await house.sessions.session(of: idle, host: Self.host) == nil)

            let used = try await house.sessions.open(house.opening())
            for _ in 0..<33 {
                house.clock.advance(by: .seconds(36_000))
                #expect(try await house.sessions.session(of: used, host: Self.host) != nil)
            }
            house.clock.advance(by: .seconds(36_000))
            #expect(try await house.sessions.session(of: used, host: Self.host) == nil)
            house.clock.advance(by: .seconds(86_401))
            try await house.sessions.sweep()
            let rest = try await house.database.rows("SELECT count(*)::text FROM security.session")
            #expect(rest == [["0"]])
        }
    }

    @Test("are revoked on every node with the next request: one, all, and with the person")
    func revoked() async throws {
        try await IdentityHouse.with { house in
            try await house.withNode { other in
                let there = Sessions(other, clock: house.clock)
                let tokens = [
                    try await house.sessions.open(house.opening()), try await house.sessions.open(house.opening()),
                    try await house.sessions.open(house.opening()),
                ]
                let list = try await there.list(of: IdentityHouse.ada)
                #expect(list.count == 3 && list.allSatisfy { $0.label == "Firefox, Linux" })
                let first = try #require(try await there.session(of: tokens[0], host: Self.host))
                #expect(try await house.sessions.revoke(first.id, of: IdentityHouse.can) == false)
                #expect(try await house.sessions.revoke(first.id, of: IdentityHouse.ada))
                #expect(try await there.session(of: tokens[0], host: Self.host) == nil)
                let kept = try #require(try await there.session(of: tokens[1], host: Self.host))
                #expect(try await house.sessions.revokeAll(of: IdentityHouse.ada, but: kept.id) == 1)
                #expect(try await there.session(of: tokens[2], host: Self.host) == nil)
                #expect(try await there.session(of: tokens[1], host: Self.host) != nil)
                try await house.database.run("UPDATE security.person SET state = 'disabled'")
                #expect(try await there.session(of: tokens[1], host: Self.host) == nil)
            }
        }
    }

    @Test("change their token when rights change, and the old one is dead")
    func rotated() async throws {
        try await IdentityHouse.with { house in
            let old = try await house.sessions.open(house.opening())
            #expect(try await house.sessions.rotate(old, host: "bora.test") == nil)
            let new = try #require(try await house.sessions.rotate(old, host: Self.host, showedSecondFactor: true))
            #expect(try await house.sessions.session(of: old, host: Self.host) == nil)
            let session = try #require(try await house.sessions.session(of: new, host: Self.host))
            #expect(session.secondFactor == house.clock.now() && session.label == "Firefox, Linux")
            #expect(try await house.sessions.rotate(old, host: Self.host) == nil)
            // Of many rotations at once one wins.
            let winners = try await withThrowingTaskGroup(of: SecretToken?.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await house.sessions.rotate(new, host: Self.host) }
                }
                return try await group.reduce(0) { $1 == nil ? $0 : $0 + 1 }
            }
            #expect(winners == 1)
        }
    }

    @Test("never take up a token that was planted before")
    func fixation() async throws {
        try await IdentityHouse.with { house in
            let planted = SecretToken.random()
            let opened = try await house.sessions.open(house.opening(), insteadOf: planted)
            #expect(opened.reveal() != planted.reveal())
            #expect(try await house.sessions.session(of: planted, host: Self.host) == nil)
            // A real session of somebody else that was planted ends as well.
            let strangers = try await house.sessions.open(house.opening(IdentityHouse.acmeDoor, IdentityHouse.can))
            _ = try await house.sessions.open(house.opening(), insteadOf: strangers)
            #expect(try await house.sessions.session(of: strangers, host: Self.host) == nil)
            try await house.sessions.end(opened)
            #expect(try await house.sessions.session(of: opened, host: Self.host) == nil)
        }
    }

    @Test("half open ones last minutes and become whole with another token")
    func half() async throws {
        try await IdentityHouse.with { house in
            let opening = Sessions.Opening(
                IdentityHouse.acmeDoor.holder(IdentityHouse.ada), agency: IdentityHouse.agency, host: Self.host,
                label: "x", stage: .half)
            let late = try await house.sessions.open(opening)
            house.clock.advance(by: .seconds(600))
            #expect(try await house.sessions.rotate(late, host: Self.host) == nil)
            let token = try await house.sessions.open(opening)
            #expect(try await house.sessions.session(of: token, host: Self.host)?.stage == .half)
            #expect(try await house.sessions.list(of: IdentityHouse.ada).isEmpty)
            let open = try #require(
                try await house.sessions.rotate(token, host: Self.host, to: .open, showedSecondFactor: true))
            house.clock.advance(by: .seconds(3_600))
            #expect(try await house.sessions.session(of: open, host: Self.host)?.stage == .open)
        }
    }

    @Test("have tokens that never come twice, and print nothing")
    func tokens() {
        var seen: Set<String> = []
        for _ in 0..<100_000 { seen.insert(SecretToken.random().reveal()) }
        #expect(seen.count == 100_000)
        let token = SecretToken.random()
        #expect("\(token) \(String(reflecting: token)) \(dump(token))".contains(token.reveal()) == false)
        for text in ["", "a", token.reveal() + "=", token.reveal() + "A", String(repeating: "!", count: 43)] {
            #expect(SecretToken(text) == nil, "\(text)")
        }
        #expect(SecretToken(token.reveal())?.reveal() == token.reveal())
    }

    @Test("travel in a cookie of their host, and two of the name count as none")
    func cookies() throws {
        let token = SecretToken.random()
        let text = try #require(SessionCookie.set(token)).fieldValue
        #expect(text == "__Host-konak-session=\(token.reveal()); Path=/; Secure; HttpOnly; SameSite=Lax")
        func read(_ cookie: String) throws -> String? {
            SessionCookie.token(in: try TestRequest.make("GET /", ["Cookie: \(cookie)"]))?.reveal()
        }
        #expect(try read("a=b; __Host-konak-session=\(token.reveal())") == token.reveal())
        let both = "__Host-konak-session=\(SecretToken.random().reveal()); __Host-konak-session=\(token.reveal())"
        #expect(try read(both) == nil)
        #expect(try read("konak-session=\(token.reveal())") == nil)
        #expect(try read("__Host-konak-session=x") == nil)
    }
}
