import Testing

@testable import Outbound

@Suite struct SMTPPartsTests {
    private static let bodies: [(String, String)] = [
        ("a\r\n", "a\r\n.\r\n"), ("a", "a\r\n.\r\n"), ("", ".\r\n"), (".", "..\r\n.\r\n"), (".\r\n", "..\r\n.\r\n"),
        ("a\r\n.b\r\n..c", "a\r\n..b\r\n...c\r\n.\r\n"), ("a.b", "a.b\r\n.\r\n"), ("\r\n.\r\n", "\r\n..\r\n.\r\n"),
    ]

    @Test(arguments: bodies)
    func dotsAreStuffedWhereverThePiecesEnd(_ message: String, _ wire: String) throws {
        let bytes = Array(message.utf8)
        for size in 1...max(bytes.count, 1) {
            var stuffer = DotStuffer()
            var written: [UInt8] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                try stuffer.add(rest.prefix(size), to: &written)
                rest = rest.dropFirst(size)
            }
            try stuffer.end(in: &written)
            #expect(String(decoding: written, as: UTF8.self) == wire)
        }
    }

    /// What one server takes for the end of a message and another does not.
    @Test(arguments: [
        "a\n.\nMAIL", "a\n.\r\nMAIL", "a\r\n.\nMAIL", "a\r.\rMAIL", "a\r\n.\rMAIL", "a\r", "a\n", "\na", "a\0b",
        "\r\r\n",
    ])
    func smugglersAreRefused(_ message: String) {
        let bytes = Array(message.utf8)
        for size in 1...bytes.count {
            #expect(throws: SMTPError.self) {
                var stuffer = DotStuffer()
                var written: [UInt8] = []
                var rest = bytes[...]
                while !rest.isEmpty {
                    try stuffer.add(rest.prefix(size), to: &written)
                    rest = rest.dropFirst(size)
                }
                try stuffer.end(in: &written)
            }
        }
    }

    private static let replies: [([String], UInt16, [String])] = [
        (["250 ok"], 250, ["ok"]), (["250"], 250, [""]), (["250-a", "250 b"], 250, ["a", "b"]),
        (["550 5.1.1 no\u{1B}[31m\u{2028}x"], 550, ["5.1.1 no [31m x"]),
    ]

    @Test(arguments: replies)
    func repliesAreRead(_ lines: [String], _ code: UInt16, _ texts: [String]) throws {
        var parser = SMTPReplyParser()
        var reply: SMTPReply?
        for line in lines { reply = try parser.add(Array(line.utf8)) }
        #expect(reply?.code == code && reply?.lines == texts)
    }

    @Test(arguments: ["", "25", "25x ok", "150 early", "650 late", "250ok", "250_ok", " 250 ok", "２５０ ok"])
    func otherLinesAreRefused(_ line: String) {
        var parser = SMTPReplyParser()
        #expect(throws: SMTPError.self) { try parser.add(Array(line.utf8)) }
    }

    @Test func offersAreRead() {
        let offered = SMTPCapabilities(
            SMTPReply(
                code: 250,
                lines: [
                    "AUTH SIZE", "size 99", "8bitmime", "AUTH=LOGIN PLAIN", "AUTH XOAUTH2 GSSAPI", "STARTTLS x",
                    "PIPELINING",
                ]))
        #expect(offered.maximumSize == 99 && offered.eightBitMIME && offered.startTLS && offered.pipelining)
        #expect(offered.mechanisms == [.login, .plain, .xoauth2])
        #expect(!offered.dsn && !offered.smtpUTF8)
        for odd in ["SIZE", "SIZE 0", "SIZE -5", "SIZE 99999999999999999999999", "SIZE x"] {
            #expect(SMTPCapabilities(SMTPReply(code: 250, lines: ["x", odd])).maximumSize == nil)
        }
    }

    @Test(arguments: ["posta.example.com", "POSTA.Example.com.", "[192.0.2.1]", "[IPv6:2001:db8::1]", "[ipv6:::1]"])
    func aGreetingIsANameOrALiteral(_ text: String) { #expect(HelloName(text) != nil) }

    @Test(arguments: [
        "", "konak", "localhost", "konak.localhost", "printer.local", "db.internal", "192.0.2.1", "::1", "[::1]",
        "[IPv6:192.0.2.1]", "[192.0.2.1", "192.0.2.1]", "[1.2.3]", "[]", "[IPv6:]", "a b.example", "a.example\r\nRSET",
        "[192.0.2.1]\r\nRSET", "-a.example", "a..example",
    ])
    func noOtherGreetingIsMade(_ text: String) { #expect(HelloName(text) == nil) }

    /// Whatever is answered, the machine goes on, throws or ends; it never traps and never says that it worked when the
    /// message's own verdict was not 2xx.
    @Test func noAnswersLeadToAFalseSuccess() throws {
        var random = SystemRandomNumberGenerator()
        let codes: [UInt16] = [
            200, 220, 221, 235, 250, 251, 252, 334, 354, 421, 450, 451, 500, 502, 503, 535, 550, 554,
        ]
        for _ in 0..<5_000 {
            var session = SMTPSession(
                helloName: "konak.example",
                server: SMTPServer(host: SMTPBench.host("a.example"), port: 25, security: .opportunistic))
            var verdict: SMTPReply?
            var begun = false
            for _ in 0..<60 {
                guard
                    let step = try? Self.advance(&session, &begun, &verdict, codes.randomElement(using: &random) ?? 250)
                else { break }
                guard case .finished(let delivery) = step else { continue }
                let isTaken = delivery.outcomes.contains(where: \.isAccepted)
                #expect(!isTaken || verdict?.isSuccess == true)
            }
        }
    }

    private static func advance(
        _ session: inout SMTPSession, _ begun: inout Bool, _ verdict: inout SMTPReply?, _ code: UInt16
    ) throws -> SMTPSession.Step {
        let step = session.next()
        switch step {
        case .read(let phase):
            let offers = ["there", "PIPELINING", "STARTTLS", "SIZE 1000"].shuffled()
            let reply = SMTPReply(code: code, lines: offers)
            verdict = phase == .message ? reply : nil
            try session.receive(reply)
        case .rest:
            guard !begun else { throw SMTPError(.refused) }
            begun = true
            try session.begin(try SMTPBench.envelope("a@b.example", "c@d.example"), MailFacts(size: 10))
        case .startTLS: session.tlsStarted(verified: false)
        case .writeBody: session.bodyWritten()
        case .write, .finished: break
        }
        return step
    }
}
