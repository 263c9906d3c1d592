import Outbound
import Testing

/// What becomes of messages at servers that refuse, forget, end or lack something.
@Suite struct TransactionTests {
    @Test func anOldServerIsGreetedTheOldWay() async throws {
        let result = try await SMTPBench.send { peer in
            try peer.say("220 old\r\n")
            try peer.hear()
            try peer.say("500 what?\r\n")
            #expect(try peer.hear() == "HELO konak.example")
            try peer.say("250 old\r\n")
            try peer.takeMessage()
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
            try peer.takeMessage()
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
                try peer.takeMessage()
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
