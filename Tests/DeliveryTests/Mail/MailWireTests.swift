import Core
import Crypto
import HTTP
import ModuleKit
import Outbound
import TestKit
import Testing

@testable import Delivery

/// What stands in the head of what was sent, and what real servers and another verifier make of it.
@Suite(.serialized) struct MailWireTests {
    /// `name: value` of every field, in order.
    private static func head(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0 != "text/plain" }.map(String.init)
    }

    @Test func theHeadSaysWhatItMust() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server, for: .agency(MailRig.mavi), from: "posta@mavi.test")
                for order in HouseLettersTests.orders(for: "ayse@example.com") where order.template == .digest {
                    _ = try await rig.office.send(order, for: rig.tenant(MailRig.acme))
                }
                _ = try await rig.office.send(MailRig.reset("can@example.com"), for: rig.tenant(MailRig.acme))
                try await rig.sender().turn()
                let digest = try #require(server.mails.first { $0.recipient == "ayse@example.com" })
                let head = Self.head(try await ReadMail.parsed(digest.bytes))
                #expect(head.contains("from: Acmegiller <posta@mavi.test>"))
                #expect(head.contains("reply-to: yardim@acme.test"))
                #expect(head.contains("to: Ayşe <ayse@example.com>"))
                #expect(head.contains("auto-submitted: auto-generated"))
                #expect(head.contains("list-unsubscribe: <https://app.acme.test/digest/off?t=1>"))
                #expect(head.contains("list-unsubscribe-post: List-Unsubscribe=One-Click"))
                #expect(head.contains { $0.hasPrefix("message-id: <") && $0.hasSuffix("@mavi.test>") })
                #expect(head.contains { $0.hasPrefix("date: ") })
                let reset = try #require(server.mails.first { $0.recipient == "can@example.com" })
                let other = Self.head(try await ReadMail.parsed(reset.bytes))
                #expect(!other.contains { $0.hasPrefix("list-unsubscribe") })
            }
        }
    }

    static let hostile = [
        "x\r\nBcc: all@evil.example", "x\nBcc: all@evil.example", "x\r\n\r\n<script>", "x\u{0}Bcc: y",
        "\u{202E}gpj.exe",
        "x\u{2028}Bcc: y", "=?utf-8?B?DQpCY2M6IGFsbEBldmlsLmV4YW1wbGU=?=", "\" <all@evil.example>, \"",
        "x\r\n.\r\nMAIL FROM:<a@b.c>",
        "\u{85}Bcc: y", String(repeating: "A", count: 3_000), String(repeating: "ü ", count: 1_500),
    ]

    /// Through names, subjects and values: never a field more, never a line's end, nothing that turns text.
    @Test func nothingGetsIntoTheHead() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                for (index, text) in Self.hostile.enumerated() {
                    _ = try await rig.office.send(
                        MailOrder(
                            .notice, to: "r\(index)@example.com", name: text, in: .tr,
                            values: [
                                "title": .text(text), "text": .text(text), "button": .text(text), "link": .path("/x"),
                            ]),
                        for: rig.tenant(MailRig.acme))
                }
                try await rig.sender().turn()
                #expect(server.mails.count == Self.hostile.count)
                let expected: Set = [
                    "date", "from", "reply-to", "to", "subject", "message-id", "auto-submitted", "mime-version",
                    "content-type",
                ]
                for mail in server.mails {
                    let parsed = try await ReadMail.parsed(mail.bytes)
                    #expect(!parsed.contains("DEFECT") && !parsed.contains("FAILED"))
                    let head = Self.head(parsed)
                    let names = head.compactMap { $0.split(separator: ":").first.map(String.init) }
                    #expect(names.count == expected.count && Set(names) == expected)
                    #expect(parsed.hasSuffix("recipients: \(mail.recipient)\n"))
                    #expect(
                        !parsed.unicodeScalars.contains { "\u{202E}\u{0}\u{2028}\u{85}".unicodeScalars.contains($0) })
                    #expect(
                        mail.text.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy {
                            $0.utf8.count <= 998
                        })
                }
            }
        }
    }

    /// The house's two kinds of keys, at a server that takes nothing without TLS and an account, read back from a mailbox.
    @Test(.enabled(if: MailServers.canStart)) func realServersTakeItAndAnotherHandVerifiesIt() async throws {
        let servers = try await MailServers.shared()
        try await MailRig.with { rig in
            let route = MailRoute(
                host: try #require(HostName(MailServers.host)), port: servers.submissionPort, security: .starttls,
                user: "mavi@konak.test", senderAddress: try MailAddress("posta@mavi.test"))
            var password = Array(MailServers.password.reveal().utf8)
            try await rig.settings.set(
                route, password: HeldSecret(SecretBytes(wiping: &password)), for: .agency(MailRig.mavi))
            var records: [String: String] = [:]
            let domain = try #require(HostName("mavi.test"))
            for (kind, selector) in [(KeyKind.ed25519, "ed"), (.rsa, "rsa")] {
                let key = try await rig.settings.makeKey(
                    kind, domain: domain, selector: try #require(HostName(selector)), for: .agency(MailRig.mavi))
                records[key.recordName] = key.record
            }
            let user = "dkim\(servers.submissionPort)"
            for order in HouseLettersTests.orders(for: "\(user)@konak.test") {
                _ = try await rig.office.send(order, for: rig.tenant(MailRig.acme))
            }
            let sender = try rig.sender(authority: servers.authority)
            try await sender.turn()
            let states = try await rig.states()
            #expect(Set(states.values.joined(separator: ", ").split(separator: ", ")) == ["sent"])
            let stored = try await servers.mailbox(of: user, holding: 8)
            #expect(stored.count == 8)
            for message in stored {
                let verdict = try await ReadMail.dkim(message, records: records)
                #expect(verdict == "True True\n")
            }
            var changed = try #require(stored.first)
            let last = try #require(changed.lastIndex(of: UInt8(ascii: "=")))
            changed[last - 3] ^= 1
            let verdict = try await ReadMail.dkim(changed, records: records)
            #expect(!verdict.contains("True"))
        }
    }

    @Test(.enabled(if: MailServers.canStart)) func realServersRefuseWhatTheyRefuse() async throws {
        let servers = try await MailServers.shared()
        try await MailRig.with { rig in
            let route = MailRoute(
                host: try #require(HostName(MailServers.host)), port: servers.port, security: .starttls,
                senderAddress: try MailAddress("posta@mavi.test"))
            try await rig.settings.set(route, password: nil, for: .platform)
            for name in ["refused", "later", "fine\(servers.port)"] {
                _ = try await rig.office.send(MailRig.reset("\(name)@konak.test"), for: rig.tenant(MailRig.acme))
            }
            try await rig.sender(authority: servers.authority).turn()
            let states = try await rig.states()
            #expect(
                states == [
                    "refused@konak.test": "parked 550 5.1.1", "later@konak.test": "waiting 450 4.2.0",
                    "fine\(servers.port)@konak.test": "sent",
                ])
            // A certificate of nobody we know, and a wrong password: the mail waits for whoever mends the route.
            try await rig.hurry()
            try await rig.sender().turn()
            let untrusted = try await rig.states()
            #expect(untrusted["later@konak.test"] == "waiting route.certificate")
            var wrong = MailRoute(
                host: route.host, port: servers.submissionPort, security: .starttls, user: "x",
                senderAddress: route.senderAddress)
            wrong.replyTo = nil
            try await rig.settings.set(
                wrong, password: HeldSecret(SecretBytes(copying: Array("wrong".utf8).span)), for: .platform)
            try await rig.hurry()
            try await rig.sender(authority: servers.authority).turn()
            let unknown = try await rig.states()
            #expect(unknown["later@konak.test"]?.hasPrefix("waiting route.authentication 535") == true)
        }
    }
}
