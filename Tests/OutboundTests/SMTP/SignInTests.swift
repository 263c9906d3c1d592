import Core
import Outbound
import Testing

/// What is told of an account, to whom, and what the answers mean.
@Suite struct SignInTests {
    private static let password = SMTPCredentials.password(user: "ada", Redacted("geheim"))

    private static let accounts: [(String, SMTPCredentials, [String])] = [
        ("AUTH PLAIN LOGIN", password, ["AUTH PLAIN AGFkYQBnZWhlaW0="]),
        ("AUTH LOGIN", password, ["AUTH LOGIN", "YWRh", "Z2VoZWlt"]),
        ("AUTH=LOGIN", password, ["AUTH LOGIN", "YWRh", "Z2VoZWlt"]),
        (
            "AUTH PLAIN XOAUTH2", .token(user: "a@b.example", Redacted("tok")),
            ["AUTH XOAUTH2 dXNlcj1hQGIuZXhhbXBsZQFhdXRoPUJlYXJlciB0b2sBAQ=="]
        ),
    ]

    @Test(arguments: accounts)
    func accountsAreTold(_ offer: String, _ credentials: SMTPCredentials, _ lines: [String]) async throws {
        let heard = Heard()
        let result = try await SMTPBench.send(credentials: credentials, inTheClear: true) { peer in
            try peer.welcome(offer)
            for (index, _) in lines.enumerated() {
                heard.add(Array("\(try peer.hear())\n".utf8))
                try peer.say(index == lines.count - 1 ? "235 welcome\r\n" : "334 \r\n")
            }
            try peer.takeMessage()
            try peer.say("250 queued\r\n")
            try peer.hear()
            try peer.say("221 bye\r\n")
        }
        #expect(result.delivery?.isComplete == true)
        #expect(heard.text == lines.map { "\($0)\n" }.joined())
    }

    private static let refusals: [(String, Bool)] = [
        ("535 5.7.8 wrong\r\n", false), ("454 4.7.0 later\r\n", true), ("334 cGxlYXNl\r\n535 no\r\n", false),
    ]

    @Test(arguments: refusals)
    func accountsAreRefused(_ answer: String, _ isTransient: Bool) async throws {
        let result = try await SMTPBench.send(credentials: Self.password, inTheClear: true) { peer in
            try peer.welcome("AUTH PLAIN")
            try peer.hear()
            let answers = answer.split(separator: "\r\n")
            try peer.say("\(answers[0])\r\n")
            if answers.count > 1 {
                #expect(try peer.hear() == "*")
                try peer.say("\(answers[1])\r\n")
            }
            _ = try peer.hearAll()
        }
        #expect(result.code == .authentication)
        #expect(result.error?.isTransient == isTransient)
    }

    @Test func aTokensRefusalIsAskedFor() async throws {
        let token = SMTPCredentials.token(user: "a@b.example", Redacted("old"))
        let result = try await SMTPBench.send(credentials: token, inTheClear: true) { peer in
            try peer.welcome("AUTH XOAUTH2")
            try peer.hear()
            try peer.say("334 eyJzdGF0dXMiOiI0MDEifQ==\r\n")
            #expect(try peer.hear() == "")
            try peer.say("535 5.7.8 expired\r\n")
            _ = try peer.hearAll()
        }
        #expect(result.code == .authentication)
        #expect(result.error?.reply?.enhanced?.description == "5.7.8")
    }

    @Test func controlsInAnAccountAreRefused() async throws {
        for (user, password) in [("a\0b", "c"), ("a", "b\0c"), ("a\u{1}b", "c"), ("a\r\nb", "c"), ("", "c"), ("a", "")]
        {
            let heard = Heard()
            let result = try await SMTPBench.send(
                credentials: .password(user: user, Redacted(password)), inTheClear: true
            ) { peer in
                try peer.welcome("AUTH PLAIN LOGIN")
                heard.add(try peer.hearAll())
            }
            #expect(result.code == .authentication)
            #expect(heard.text == "")
        }
    }
}
