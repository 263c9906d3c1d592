import Core
import Outbound
import Testing

/// Servers that do what they should not, or seldom do, before a message comes up.
@Suite struct OddServerTests {
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

    /// The client stops listening long before the server stops talking.
    private static let floods: [(String, [SMTPError.Code])] = [
        (String(repeating: "x", count: 1 << 16), [.protocolViolation, .stream(.tooLong)]),
        ("220 " + String(repeating: "x", count: 1 << 16), [.stream(.tooLong)]),
        (String(repeating: "220-more\r\n", count: 1 << 13), [.protocolViolation]),
        (String(repeating: "220 welcome\r\n", count: 1 << 13), [.protocolViolation, .refused]),
        (String(repeating: "\r\n", count: 1 << 15), [.protocolViolation]),
    ]

    @Test(arguments: floods)
    func aServerThatTalksWithoutEndIsLeft(_ piece: String, _ codes: [SMTPError.Code]) async throws {
        let heard = Heard()
        let result = try await SMTPBench.send { peer in
            let bytes = Array(piece.utf8)
            for _ in 0..<4_096 {
                try peer.send(bytes)
                heard.add([0])
            }
        }
        #expect(result.code.map(codes.contains) == true, "\(String(describing: result.code))")
        // What the system's buffers hold at most, and not the hundreds of megabytes that were to come.
        #expect(heard.count * piece.utf8.count < 64 << 20)
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
            // Not before the client has begun with TLS: what comes earlier is refused for another reason.
            try peer.hearAnything()
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
}
