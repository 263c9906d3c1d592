import EventLoop
import HTTP
import TestKit
import Testing

@testable import Outbound

@Suite struct MailDraftTests {
    /// What another reader of mail, Python's, sees in a message.
    private static let reader = "read-mail.py"

    private static func read(_ message: MailBytes) async throws -> [String] {
        let command = ChildCommand(
            "/usr/bin/python3", [DKIMKeys.script(reader)], environment: ["LANG": "C.UTF-8", "PYTHONUTF8": "1"])
        let result = try await StreamBench.onLoop { loop in
            try await ChildProcess.run(on: loop, command, input: message.bytes, timeout: .seconds(30))
        }
        #expect(result.exit.isSuccess, "\(String(decoding: result.errors, as: UTF8.self))")
        return String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func hex(_ text: String) -> String { hex(Array(text.utf8)) }

    @Test func everythingIsReadAsItWasWritten() async throws {
        let token = String(repeating: "t", count: 120)
        let expected = [
            "Çağrı: İstanbul'da görüşme 🏛", "from=Ayşe Öztürk, \"Satış\"<ada@sender.example>",
            "sender=<system@sender.example>", "reply-to=Destek<reply@sender.example>", "to=<bob@there.example>",
            "cc=Çiğdem<carol@there.example>", "cc=<dave@there.example>", "date=Fri, 15 Jan 2027 08:00:00 +0000",
            "message-id=<one@sender.example>", "in-reply-to=<before@there.example>",
            "references=<first@there.example> <before@there.example>",
            "list-unsubscribe=<https://sender.example/u/\(token)>, <mailto:leave@sender.example>",
            "list-unsubscribe-post=List-Unsubscribe=One-Click", "auto-submitted=auto-generated",
            "feedback-id=1:2:konak",
            "multipart/mixed", "multipart/alternative",
            "text/plain None None None \(Self.hex("Merhaba dünya,\r\n\r\nFrom here on\r\n.\r\n"))", "multipart/related",
            "text/html None None None \(Self.hex("<p>Merhaba <b>dünya</b> <img src=\"cid:logo@sender.example\"></p>\r\n"))",
            "image/png inline None <logo@sender.example> 8950000d0aff",
            "application/pdf attachment teklif ğüşiöç.pdf None \(Self.hex((0..<2_000).map { UInt8(truncatingIfNeeded: $0) }))",
            "text/csv attachment a.csv None \(Self.hex("a;b\r\n1;2\n"))",
        ]
        for transport in [MailDraft.Transport.sevenBit, .eightBit] {
            let message = try Drafts.rich().encoded(for: transport)
            #expect(try await Self.read(message) == expected)
            #expect(!message.facts.needsSMTPUTF8)
            #expect(message.facts.isEightBit == false || transport == .eightBit)
        }
    }

    @Test(arguments: [
        "plain", "=?utf-8?q?not_encoded?=", "a  b",
        "Uzun bir konu satırı, katlanması gerekecek kadar uzun: ığüşöç İĞÜŞÖÇ "
            + String(repeating: "kelime ", count: 20) + "son", String(repeating: "x", count: 200),
        "日本語の件名がとても長いので折り返す必要があります。これは試験です。",
        "tab-free: colon; semi, comma <angle> \"quote\"", "🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛",
    ])
    func subjectsAndNamesAreReadAsTheyWereWritten(_ text: String) async throws {
        var draft = try Drafts.plain(subject: text)
        draft.from.name = try HeaderText(text)
        let message = try draft.encoded()
        let read = try await Self.read(message)
        #expect(read.first == text)
        #expect(read.contains("from=\(text)<ada@sender.example>"))
        let lines = String(decoding: message.bytes[..<message.bodyStart], as: UTF8.self).split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 998 && isASCII(String($0)) })
    }

    private static let texts: [(String, String)] = [
        ("", ""), ("a\r\nb\rc\nd", "a\r\nb\r\nc\r\nd"), ("From x\n", "From x\r\n"), (".\n..\n", ".\r\n..\r\n"),
        ("trailing \t\n", "trailing \t\r\n"),
        (String(repeating: "y", count: 2_000), String(repeating: "y", count: 2_000)),
        (String(repeating: "日", count: 2_000), String(repeating: "日", count: 2_000)),
        ("a\u{2028}b\u{85}c", "a\u{2028}b\u{85}c"),
        ("= =3D =\n", "= =3D =\r\n"), ("nul\u{0}\u{1}", "nul\u{0}\u{1}"),
    ]

    @Test(arguments: texts)
    func textArrives(_ text: String, _ read: String) async throws {
        for transport in [MailDraft.Transport.sevenBit, .eightBit] {
            let message = try Drafts.plain(text: text).encoded(for: transport)
            let part = try #require(try await Self.read(message).last)
            // Coded as base64 the text keeps the line ends of its own.
            #expect(
                part.hasSuffix(" \(Self.hex(read))")
                    || part.hasSuffix(" \(Self.hex(read.replacing("\r\n", with: "\n")))"))
        }
    }

    @Test func partsThatCannotComeAlongAreRefused() throws {
        for type in [MediaType("message/rfc822"), MediaType("multipart/mixed")] {
            var draft = try Drafts.plain()
            draft.attachments = [MailAttachment(try MailFileName("a"), type: type, bytes: [])]
            #expect(throws: MailFault.self) { try draft.encoded() }
        }
        #expect(throws: MailFault.self) { try MailUnsubscribe() }
        #expect(throws: MailFault.self) { try MailUnsubscribe(web: OutboundURL("https://a.example/a,b")) }
    }

    @Test func identifiersAreNew() throws {
        let host = try #require(HostName("sender.example"))
        let made = Set((0..<1_000).map { _ in MessageID.generate(at: host).description })
        #expect(made.count == 1_000 && made.allSatisfy { $0.hasSuffix("@sender.example") && $0.utf8.count == 39 })
    }

    @Test(arguments: [
        "a\n\r\n", "A: b\n\r\nx", "A: b\r\n\r\nx\rz", "A: b\r\n\r\nx\0", "A: b\r\n", "\r\nbody", "",
        "A: b\r\n\r\n" + String(repeating: "x", count: 999),
    ])
    func bytesThatAreNoMessageAreRefused(_ text: String) {
        #expect(throws: MailFault.self) { try MailBytes(Array(text.utf8)) }
    }
}
