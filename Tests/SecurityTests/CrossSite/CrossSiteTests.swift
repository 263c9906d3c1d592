import Core
import Crypto
import HTTP
import Kernel
import TestKit
import Testing

@testable import Security

@Suite("Requests that another site made")
struct CrossSiteTests {
    private static func verdict(
        _ line: String, _ fields: [String], host: String = "app.example", isByCookie: Bool = true,
        token: CrossSiteJudge.FormTokenState = .absent
    ) throws -> CrossSiteJudge.Verdict {
        let takesBody = line.hasPrefix("P")
        return CrossSiteJudge.verdict(
            on: try TestRequest.make(line, fields, host: host, body: takesBody ? Array("a=b".utf8) : nil),
            isByCookie: isByCookie,
            formToken: token)
    }

    private static let form = "Content-Type: application/x-www-form-urlencoded"

    private static let forged: [([String], CrossSiteJudge.Reason)] = [
        (["Sec-Fetch-Site: cross-site", form], .fetchedFromElsewhere),
        (["Sec-Fetch-Site: same-site", form], .fetchedFromElsewhere),
        (["Origin: https://evil.example", form], .foreignOrigin),
        (["Origin: null", form], .foreignOrigin),
        (["Content-Type: text/plain"], .unproven),
        ([form], .unproven),
        (["Sec-Fetch-Site: same-origin", "X-HTTP-Method-Override: DELETE"], .methodOverride),
        (["Origin: https://evil.example", form, "Referer: https://app.example/"], .foreignOrigin),
        // And what is made to look like ours.
        (["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"], .fetchedFromElsewhere),
        (["Sec-Fetch-Site: Same-Origin"], .fetchedFromElsewhere), (["Sec-Fetch-Site: none"], .fetchedFromElsewhere),
        (["Sec-Fetch-Site: cross-site", "Origin: https://app.example"], .fetchedFromElsewhere),
        (["Origin: http://app.example"], .foreignOrigin), (["Origin: https://app.example:444"], .foreignOrigin),
        (["Origin: https://app.example.evil.example"], .foreignOrigin),
        (["Origin: https://x.app.example"], .foreignOrigin),
        (["Origin: https://app.example", "Origin: https://evil.example"], .foreignOrigin),
        (["Origin: app.example"], .foreignOrigin), (["Origin: "], .foreignOrigin),
    ]

    @Test("are refused in every shape and by every method that changes something", arguments: forged)
    func refused(fields: [String], reason: CrossSiteJudge.Reason) throws {
        for method in HTTP.Method.allCases where !method.isSafe {
            for path in ["/a", "/a?_method=GET"] {
                let verdict = try Self.verdict("\(method.rawValue) \(path)", fields)
                #expect(verdict == .refused(reason), "\(method) \(fields)")
            }
        }
    }

    @Test("are refused with a wrong token, and a right one does not outweigh what the browser says")
    func tokens() throws {
        #expect(try Self.verdict("POST /a", ["Sec-Fetch-Site: same-origin"], token: .wrong) == .refused(.wrongToken))
        #expect(
            try Self.verdict("POST /a", ["Sec-Fetch-Site: cross-site"], token: .valid)
                == .refused(.fetchedFromElsewhere))
        #expect(
            try Self.verdict("POST /a", ["Origin: https://evil.example"], token: .valid) == .refused(.foreignOrigin))
    }

    @Test("are told from our own")
    func ours() throws {
        #expect(try Self.verdict("POST /a", ["Sec-Fetch-Site: same-origin"]) == .ours)
        #expect(try Self.verdict("POST /a", ["Origin: https://app.example"]) == .ours)
        #expect(try Self.verdict("POST /a", ["Origin: https://app.example:8443"], host: "app.example:8443") == .ours)
        #expect(
            try Self.verdict("POST /a", ["Origin: http://konak.localhost:8080"], host: "konak.localhost:8080") == .ours)
        #expect(try Self.verdict("POST /a", [], token: .valid) == .ours)
        #expect(try Self.verdict("POST /a", ["Sec-Fetch-Site: none"], token: .valid) == .ours)
        // Reading changes nothing, and a key is added by no browser.
        #expect(try Self.verdict("GET /a", ["Sec-Fetch-Site: cross-site"]) == .ours)
        #expect(try Self.verdict("DELETE /a", ["Sec-Fetch-Site: cross-site"], isByCookie: false) == .ours)
        #expect(try Self.verdict("GET /a", ["X-HTTP-Method-Override: DELETE"]) == .refused(.methodOverride))
    }

    @Test("lack the token of the session, which is another in every page")
    func formTokens() throws {
        let tokens = try FormTokens(RootKey(HeldSecret(.random(count: 32))))
        let (session, other) = (SecretToken.random(), SecretToken.random())
        let (first, second) = (try tokens.token(for: session), try tokens.token(for: session))
        #expect(first != second && tokens.state(of: first, for: session) == .valid)
        #expect(tokens.state(of: second, for: session) == .valid && tokens.state(of: nil, for: session) == .absent)
        let foreign = try FormTokens(RootKey(HeldSecret(.random(count: 32))))
        #expect(foreign.state(of: first, for: session) == .wrong && tokens.state(of: first, for: other) == .wrong)
        for text in ["", "x", String(first.dropLast()), first + "A", String(first.reversed()), session.reveal()] {
            #expect(tokens.state(of: text, for: session) == .wrong, "\(text)")
        }
    }
}
