import Core
import HTTP
import Outbound
import TestKit
import Testing

/// Postfix takes it, Dovecot files it: what was sent is what lies in the mailbox.
@Suite(.enabled(if: MailServers.canStart, "only root can start Postfix")) struct RealServerTests {
    private static func server(
        _ servers: MailServers, _ port: UInt16, _ security: SMTPSecurity, password: Redacted<String>? = nil
    ) -> SMTPServer {
        SMTPServer(
            host: SMTPBench.host(MailServers.host), port: port, security: security,
            credentials: password.map { .password(user: "ada", $0) })
    }

    /// The message as it was sent is the end of what was filed; before it stand traces only.
    private static func expectFiled(_ sent: MailBytes, for user: String, by servers: MailServers) async throws {
        let filed = try await servers.mailbox(of: user)
        let stored = try #require(filed.first)
        #expect(filed.count == 1)
        #expect(stored.count >= sent.bytes.count && Array(stored.suffix(sent.bytes.count)) == sent.bytes, "\(user)")
        let traces = String(decoding: stored.dropLast(sent.bytes.count), as: UTF8.self)
        for line in traces.split(separator: "\r\n") {
            let isTrace = ["Return-Path:", "Delivered-To:", "Received:", "\t", " "].contains { line.hasPrefix($0) }
            #expect(isTrace, "\(line)")
        }
    }

    private static func deliver(
        _ message: MailBytes, to user: String, _ security: SMTPSecurity = .required,
        port: (MailServers) -> UInt16 = { $0.port }, password: Redacted<String>? = nil
    ) async throws {
        let servers = try await MailServers.shared()
        let delivery = try await SMTPBench.client(authority: servers.authority, patience: 3).send(
            message, try SMTPBench.envelope("\(user)@konak.test"),
            through: server(servers, port(servers), security, password: password))
        #expect(delivery.isComplete)
        try await expectFiled(message, for: user, by: servers)
    }

    @Test func messagesArriveAsTheyWereSent() async throws {
        try await Self.deliver(SMTPBench.message(), to: "clear", .none)
        try await Self.deliver(SMTPBench.message("günaydın\r\n.\r\n..\r\n \t \r\nend" + "\r\n"), to: "tls", .required)
        try await Self.deliver(SMTPBench.message("\r\n\r\n"), to: "opportunistic", .opportunistic)
    }

    @Test func whoSignsInMaySend() async throws {
        try await Self.deliver(
            SMTPBench.message(), to: "submitted", .required, port: { $0.submissionPort }, password: MailServers.password
        )
        try await Self.deliver(
            SMTPBench.message(), to: "implicit", .implicit, port: { $0.implicitPort }, password: MailServers.password)
    }

    @Test func aWrongPasswordIsRefused() async throws {
        let servers = try await MailServers.shared()
        let target = Self.server(servers, servers.submissionPort, .required, password: Redacted("wrong"))
        let error = await #expect(throws: SMTPError.self) {
            _ = try await SMTPBench.client(authority: servers.authority, patience: 3).send(
                try SMTPBench.message(), try SMTPBench.envelope("nobody@konak.test"), through: target)
        }
        #expect(error?.code == .authentication)
        #expect(error?.reply?.code == 535)
    }

    @Test func anUnknownAuthorityIsRefused() async throws {
        let servers = try await MailServers.shared()
        let error = await #expect(throws: SMTPError.self) {
            _ = try await SMTPBench.client().send(
                try SMTPBench.message(), try SMTPBench.envelope("nobody@konak.test"),
                through: Self.server(servers, servers.port, .required))
        }
        #expect(error?.code == .stream(.certificate))
    }

    @Test func eachRecipientHasAnOutcome() async throws {
        let servers = try await MailServers.shared()
        let envelope = try SMTPBench.envelope(
            "mixed@konak.test", "refused@konak.test", "later@konak.test", "who@elsewhere.example")
        let delivery = try await SMTPBench.client(authority: servers.authority, patience: 3).send(
            try SMTPBench.message(), envelope, through: Self.server(servers, servers.port, .required))
        #expect(delivery.outcomes.map(\.isAccepted) == [true, false, false, false])
        #expect(delivery.outcomes.map(\.reply.enhanced?.description) == ["2.0.0", "5.1.1", "4.2.0", "5.7.1"])
        try await Self.expectFiled(SMTPBench.message(), for: "mixed", by: servers)
    }

    @Test func oneConnectionTakesManyMessages() async throws {
        let servers = try await MailServers.shared()
        let target = Self.server(servers, servers.port, .required)
        let version = try await SMTPBench.client(authority: servers.authority, patience: 3).withConnection(to: target) {
            connection in
            for index in 0..<5 {
                let message = try SMTPBench.message("number \(index)\r\n")
                let none = try await connection.send(message, try SMTPBench.envelope("refused@konak.test"))
                #expect(!none.isComplete)
                let delivery = try await connection.send(message, try SMTPBench.envelope("reuse\(index)@konak.test"))
                #expect(delivery.isComplete)
            }
            return connection.tlsVersion
        }
        #expect(version == "TLSv1.3")
        for index in 0..<5 {
            try await Self.expectFiled(SMTPBench.message("number \(index)\r\n"), for: "reuse\(index)", by: servers)
        }
    }

    @Test func manyRecipientsGoInFewRounds() async throws {
        let servers = try await MailServers.shared()
        let people = try (0..<250).map { try MailAddress("crowd\($0)@konak.test") }
        let delivery = try await SMTPBench.client(authority: servers.authority, patience: 3).send(
            try SMTPBench.message(), SMTPEnvelope(from: try MailAddress("ada@sender.example"), to: people),
            through: Self.server(servers, servers.port, .required))
        #expect(delivery.isComplete && delivery.outcomes.count == 250)
        try await Self.expectFiled(SMTPBench.message(), for: "crowd249", by: servers)
    }

    @Test func aNoticeOfDeliveryComesBack() async throws {
        let servers = try await MailServers.shared()
        var envelope = try SMTPBench.envelope("noticed@konak.test", from: "asker@konak.test")
        envelope.identifier = try SMTPText("invoice-42")
        envelope.returning = .fields
        envelope.recipients[0].notices = [.success]
        let delivery = try await SMTPBench.client(authority: servers.authority, patience: 3).send(
            try SMTPBench.message(), envelope, through: Self.server(servers, servers.port, .required))
        #expect(delivery.isComplete && delivery.honoursNotices)
        let notice = String(decoding: try #require(try await servers.mailbox(of: "asker").first), as: UTF8.self)
        #expect(notice.contains("Original-Envelope-Id: invoice-42\r\n"))
        #expect(notice.contains("Final-Recipient: rfc822; noticed@konak.test\r\n"))
    }

    @Test func aLargeAttachmentArrives() async throws {
        var draft = try Drafts.plain()
        let bytes = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 11) }
        draft.attachments = [MailAttachment(try MailFileName("büyük dosya.bin"), bytes: bytes)]
        try await Self.deliver(try draft.encoded(), to: "large")
    }

    @Test func aMessageLargerThanTheServerTakesIsNotSent() async throws {
        let servers = try await MailServers.shared()
        let message = try SMTPBench.message(String(repeating: "0123456789abcdef\r\n", count: 1_200_000))
        let error = await #expect(throws: SMTPError.self) {
            _ = try await SMTPBench.client(authority: servers.authority, patience: 3).send(
                message, try SMTPBench.envelope("huge@konak.test"),
                through: Self.server(servers, servers.port, .required))
        }
        #expect(error?.code == .tooLarge)
    }

    @Test func signedMessagesAreVerifiedByAnotherHand() async throws {
        let servers = try await MailServers.shared()
        let signer = try DKIMSigner(keys: [
            try DKIMKeys.key(servers.folder + "/rsa.key", "rsa"),
            try DKIMKeys.key(servers.folder + "/ed25519.key", "ed"),
        ])
        let message = try signer.sign(try Drafts.rich().encoded(), at: Timestamp(seconds: 1_700_000_000))
        try await Self.deliver(message, to: "signed")
        let stored = try #require(try await servers.mailbox(of: "signed").first)
        try await DKIMKeys.expect("True True", of: stored, servers.folder)
        var changed = stored
        let last = try #require(changed.lastIndex(of: UInt8(ascii: "=")))
        changed[last - 3] ^= 1
        try await DKIMKeys.expect("False False", of: changed, servers.folder)
    }
}
