import Core
import Outbound
import Testing

/// Servers that do what they should not, or seldom do.
@Suite struct OddServerTests {
    /// After the welcome: the whole of a transaction that goes well, up to the verdict.
    private static func takeMessage(_ peer: RawPeer) throws {
        for _ in 0..<2 {
            try peer.hear()
            try peer.say("250 fine\r\n")
        }
        try peer.hear()
        try peer.say("354 go on\r\n")
        try peer.hearMessage()
    }

    private static let password = SMTPCredentials.password(user: "ada", Redacted("geheim"))

    // MARK: Greetings

    private static let greetings: [(String, SMTPError.Code, Bool)] = [
        ("554 no\r\n", SMTPError.Code.refused, false), ("421 busy\r\n", .refused, true),
        ("450 later\r\n", .refused, true),
        ("hello\r\n", .protocolViolation, true), ("22\r\n", .protocolViolation, true),
        ("", .stream(.interrupted), true),
        ("220-one\r\n221 two\r\n", .protocolViolation, true),
        ("220 \(String(repeating: "x", count: 4_000))\r\n", .stream(.tooLong), false),
        (String(repeating: "220-more\r\n", count: 500), .protocolViolation, true),
        ("\u{0}\u{1}\u{ff}\r\n", .protocolViolation, true),
    ]

    @Test(arguments: greetings)
    func noWelcome(_ said: String, _ code: SMTPError.Code, _ isTransient: Bool) async throws {
        let result = try await SMTPBench.send { peer in
            try peer.say(said)
            peer.endOutput()
            _ = try peer.hearAll()
        }
        #expect(result.code == code)
        #expect(result.error?.isTransient == isTransient)
    }

    @Test func aSilentServerIsLeft() async throws {
        let result = try await SMTPBench.send(patience: 0.03) { _ = try $0.hearAll() }
        #expect(result.code == .stream(.timeout))
    }

    @Test func aServerThatDripsIsLeft() async throws {
        let result = try await SMTPBench.send(patience: 0.05) { peer in
            for _ in 0..<400 {
                try peer.say("220-a\r\n")
                peer.pause(50)
            }
        }
        #expect(result.code == .stream(.timeout))
    }

    // MARK: STARTTLS

    @Test func aServerWithoutTLSGetsNothing() async throws {
        let heard = Heard()
        let result = try await SMTPBench.send(security: .required, credentials: Self.password) { peer in
            try peer.welcome("AUTH PLAIN", "SIZE 1000")
            heard.add(try peer.hearAll())
        }
        #expect(result.code == .tlsRequired)
        #expect(result.error?.isTransient == false)
        #expect(heard.text == "")
    }

    @Test func aRefusedSTARTTLSGetsNothing() async throws {
        let heard = Heard()
        let result = try await SMTPBench.send(security: .required, credentials: Self.password) { peer in
            try peer.welcome("STARTTLS", "AUTH PLAIN")
            try peer.hear()
            try peer.say("454 not today\r\n")
            heard.add(try peer.hearAll())
        }
        #expect(result.code == .tlsRequired)
        #expect(heard.text == "")
    }

    @Test func anAnswerSlippedInBeforeTLSIsRefused() async throws {
        let result = try await SMTPBench.send(security: .required) { peer in
            try peer.welcome("STARTTLS")
            try peer.hear()
            try peer.say("220 go on\r\n250 AUTH PLAIN\r\n")
            _ = try peer.hearAll()
        }
        #expect(result.code == .stream(.plaintextBeforeTLS))
        #expect(result.error?.isTransient == false)
    }

    @Test func garbageInsteadOfTLSIsRefused() async throws {
        let result = try await SMTPBench.send(security: .opportunistic) { peer in
            try peer.welcome("STARTTLS")
            try peer.hear()
            try peer.say("220 go on\r\n")
            peer.pause(50)
            try peer.say("250 not TLS at all, however long it may be\r\n")
            _ = try peer.hearAll()
        }
        #expect(result.code == .stream(.tls))
    }

    @Test func anAccountIsNotToldInTheClear() async throws {
        for security in [SMTPSecurity.none, .opportunistic] {
            let heard = Heard()
            let result = try await SMTPBench.send(security: security, credentials: Self.password) { peer in
                try peer.welcome("AUTH PLAIN LOGIN")
                heard.add(try peer.hearAll())
            }
            #expect(result.code == .tlsRequired)
            #expect(heard.text == "")
        }
    }

    // MARK: Signing in

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
            try Self.takeMessage(peer)
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

    // MARK: Messages

    @Test func anOldServerIsGreetedTheOldWay() async throws {
        let result = try await SMTPBench.send { peer in
            try peer.say("220 old\r\n")
            try peer.hear()
            try peer.say("500 what?\r\n")
            #expect(try peer.hear() == "HELO konak.example")
            try peer.say("250 old\r\n")
            try Self.takeMessage(peer)
            try peer.say("250 taken\r\n")
        }
        #expect(result.delivery?.isComplete == true)
    }

    private static let recipients: [(String, Bool, String?)] = [
        ("450 4.2.0 greylisted\r\n", true, "4.2.0"), ("550 5.1.1 nobody\r\n", false, "5.1.1"),
        ("452-4.5.3 too\r\n452 4.5.3 many\r\n", true, "4.5.3"), ("550 5.x.y odd\r\n", false, nil),
        ("550 2.0.0 another class\r\n", false, nil),
    ]

    @Test(arguments: recipients)
    func oneRefusedRecipientIsNotAll(_ answer: String, _ isTransient: Bool, _ enhanced: String?) async throws {
        let envelope = try SMTPBench.envelope("one@there.example", "two@there.example", "three@there.example")
        let result = try await SMTPBench.send(nil, envelope) { peer in
            try peer.welcome()
            for reply in ["250 ok\r\n", "250 ok\r\n", answer, "251 will forward\r\n", "354 go on\r\n"] {
                try peer.hear()
                try peer.say(reply)
            }
            try peer.hearMessage()
            try peer.say("250 queued as 1\r\n")
            _ = try peer.hearAll()
        }
        let delivery = try #require(result.delivery)
        #expect(delivery.outcomes.map(\.isAccepted) == [true, false, true])
        #expect(delivery.outcomes[1].reply.isTransient == isTransient)
        #expect(delivery.outcomes[1].reply.enhanced?.description == enhanced)
        #expect(delivery.outcomes[0].reply.description == "250 queued as 1")
    }

    @Test func nobodyAcceptedEndsWithoutAMessage() async throws {
        for pipelining in [false, true] {
            let heard = Heard()
            let result = try await SMTPBench.send { peer in
                try peer.welcome(pipelining ? "PIPELINING" : "HELP")
                try peer.hear()
                try peer.say("250 ok\r\n")
                try peer.hear()
                try peer.say("550 nobody\r\n")
                if pipelining {
                    try peer.hear()
                    try peer.say("354 go on all the same\r\n")
                    heard.add(Array(try peer.hearMessage().joined(separator: "|").utf8))
                    try peer.say("554 no valid recipients\r\n")
                }
                #expect(try peer.hear() == "QUIT")
                try peer.say("221 bye\r\n")
            }
            #expect(result.delivery?.outcomes.map(\.isAccepted) == [false])
            #expect(result.delivery?.outcomes.first?.reply.code == 550)
            #expect(heard.text == (pipelining ? "." : ""))
        }
    }

    @Test func aRefusedSenderIsEverybodysRefusal() async throws {
        let envelope = try SMTPBench.envelope("one@there.example", "two@there.example")
        let result = try await SMTPBench.send(nil, envelope) { peer in
            try peer.welcome("PIPELINING")
            for reply in ["553 not you\r\n", "503 no sender\r\n", "503 no sender\r\n", "503 no sender\r\n"] {
                try peer.hear()
                try peer.say(reply)
            }
            _ = try peer.hearAll()
        }
        #expect(result.delivery?.outcomes.map(\.reply.code) == [553, 553])
        #expect(result.delivery?.outcomes.contains { $0.isAccepted } == false)
    }

    private static let verdicts: [(String, Bool)] = [("452 no room\r\n", true), ("554 spam\r\n", false)]

    @Test(arguments: verdicts)
    func aRefusedMessageIsNobodys(_ verdict: String, _ isTransient: Bool) async throws {
        let result = try await SMTPBench.send { peer in
            try peer.welcome()
            try Self.takeMessage(peer)
            try peer.say(verdict)
            _ = try peer.hearAll()
        }
        #expect(result.delivery?.outcomes.map(\.isAccepted) == [false])
        #expect(result.delivery?.reply?.isTransient == isTransient)
    }

    @Test func anEndAfterTheMessageIsUnknown() async throws {
        for ending in 0..<3 {
            let result = try await SMTPBench.send(verdict: ending == 2 ? .seconds(1) : nil) { peer in
                try peer.welcome()
                try Self.takeMessage(peer)
                switch ending {
                case 0: peer.close()
                case 1: peer.reset()
                default: _ = try peer.hearAll()
                }
            }
            #expect(result.code == .outcomeUnknown)
        }
    }

    @Test func anEndWithinTheMessageIsNoDelivery() async throws {
        let message = try SMTPBench.message(String(repeating: "0123456789\r\n", count: 2_000_000))
        let result = try await SMTPBench.send(message) { peer in
            try peer.welcome()
            for reply in ["250 ok\r\n", "250 ok\r\n", "354 go on\r\n"] {
                try peer.hear()
                try peer.say(reply)
            }
            try peer.hear()
            peer.reset()
        }
        #expect(result.code == .stream(.interrupted))
    }

    @Test func anAnswerBeforeTheQuestionIsRefused() async throws {
        let result = try await SMTPBench.send { peer in
            try peer.welcome()
            try peer.hear()
            try peer.say("250 ok\r\n250 ok\r\n354 go on\r\n250 queued\r\n")
            _ = try peer.hearAll()
        }
        #expect(result.code == .protocolViolation)
    }

    @Test func aServerThatEndsIsTransient() async throws {
        let result = try await SMTPBench.send { peer in
            try peer.welcome()
            try peer.hear()
            try peer.say("421 4.3.2 shutting down\r\n")
            peer.close()
        }
        #expect(result.code == .refused)
        #expect(result.error?.isTransient == true)
    }

    // MARK: What a server lacks

    @Test func whatAServerLacksIsNotSent() async throws {
        let eightBit = try SMTPBench.message("günaydın\r\n")
        let fields = try MailBytes(Array("From: ada@sender.example\r\nSubject: günaydın\r\n\r\nx\r\n".utf8))
        let umlaut = try SMTPBench.envelope("jürgen@there.example")
        let cases: [(MailBytes?, SMTPEnvelope?, [String], SMTPError.Code)] = [
            (eightBit, nil, ["PIPELINING"], .unsupported), (nil, umlaut, ["8BITMIME"], .unsupported),
            (fields, nil, ["8BITMIME"], .unsupported), (nil, nil, ["SIZE 20"], .tooLarge),
        ]
        for (message, envelope, offers, code) in cases {
            let heard = Heard()
            let result = try await SMTPBench.send(message, envelope) { peer in
                try peer.say("220 there\r\n")
                try peer.hear()
                try peer.say("250-there\r\n" + offers.map { "250-\($0)\r\n" }.joined() + "250 HELP\r\n")
                heard.add(Array(try peer.hear().utf8))
                try peer.say("221 bye\r\n")
            }
            #expect(result.code == code)
            #expect(result.error?.isTransient == false)
            #expect(heard.text == "QUIT")
        }
    }

    @Test func wishesAreSpokenInFull() async throws {
        var envelope = try SMTPBench.envelope("jürgen@there.example", from: "ada@sender.example")
        envelope.identifier = try SMTPText("id+1=2")
        envelope.returning = .fields
        envelope.recipients[0].notices = [.delay, .success]
        envelope.recipients[0].original = try MailAddress("a+b@there.example")
        let sent = envelope
        let heard = Heard()
        let message = try SMTPBench.message("günaydın\r\n")
        let result = try await SMTPBench.send(message, sent) { peer in
            try peer.welcome("PIPELINING", "8BITMIME", "SMTPUTF8", "DSN", "SIZE")
            for reply in ["250 ok\r\n", "250 ok\r\n", "354 go on\r\n"] {
                heard.add(Array("\(try peer.hear())\n".utf8))
                try peer.say(reply)
            }
            try peer.hearMessage()
            try peer.say("250 queued\r\n")
        }
        #expect(result.delivery?.honoursNotices == true)
        #expect(
            heard.text == """
                MAIL FROM:<ada@sender.example> SIZE=\(message.bytes.count) BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=id+2B1+3D2
                RCPT TO:<jürgen@there.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;a+2Bb@there.example
                DATA

                """)
    }

    @Test func dotsAreDoubledOnTheWire() async throws {
        let heard = Heard()
        let result = try await SMTPBench.send(try SMTPBench.message(".a\r\n..b\r\nc.d\r\n.\r\n\r\n.end")) { peer in
            try peer.welcome()
            for reply in ["250 ok\r\n", "250 ok\r\n", "354 go on\r\n"] {
                try peer.hear()
                try peer.say(reply)
            }
            heard.add(Array(try peer.hearMessage().suffix(8).joined(separator: "|").utf8))
            try peer.say("250 queued\r\n")
        }
        #expect(result.delivery?.isComplete == true)
        #expect(heard.text == "|..a|...b|c.d|..||..end|.")
    }
}
