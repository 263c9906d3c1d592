import HTTP
import Testing

@testable import Outbound

/// Nothing that ends a line, in any alphabet, comes into a mail's head or into SMTP.
@Suite struct InjectionTests {
    static let endings = [
        "\r\n", "\n", "\r", "\0", "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}", "\u{1B}", "\u{7F}", "\u{8}",
        "\r\nBcc: eve@evil.example", "\r\n\r\n<script>", "\r\n.\r\nMAIL FROM:<eve@evil.example>", "\u{202E}",
    ]
    static let places = ["a%b", "%b", "a%"]

    static let fields: [(name: String, make: @Sendable (String) throws -> Void)] = [
        ("subject", { _ = try HeaderText($0) }),
        ("name", { _ = try Drafts.mailbox("a@b.example", $0) }),
        ("file", { _ = try MailFileName($0) }),
        ("local part", { _ = try MailAddress("\($0)@b.example") }),
        ("domain", { _ = try MailAddress("a@\($0).example") }),
        ("whole address", { _ = try MailAddress("a@b.example\($0)") }),
        ("identifier", { _ = try MessageID("\($0)@b.example") }),
        ("field name", { _ = try MailField($0, try HeaderText("x")) }),
        ("field value", { _ = try MailField("X-A", try HeaderText($0)) }),
        ("envelope identifier", { _ = try SMTPText($0) }),
        ("host", { guard HostName($0) != nil else { throw MailFault(.name, "host") } }),
        ("web address", { guard OutboundURL("https://a.example/\($0)") != nil else { throw MailFault(.name, "url") } }),
    ]

    @Test(arguments: fields.indices)
    func lineEndsAreRefused(_ index: Int) {
        let field = Self.fields[index]
        for ending in Self.endings {
            for place in Self.places {
                let text = place.replacing("%", with: ending)
                #expect(throws: MailFault.self, "\(field.name): \(text.debugDescription)") { try field.make(text) }
            }
        }
    }

    @Test(arguments: [
        "", "a", "@b.example", "a@", "a@@b.example", "a b@c.example", "a@b c.example", " a@b.example", "a@b.example ",
        "<a@b.example>", "a@b.example>", "a@b.example> SIZE=1", "a,b@c.example", "a;b@c.example", "a:b@c.example",
        "a@[1.2.3.4]",
        "a@1.2.3.4", "a@b..example", "a@.example", "a@-b.example", "a@b.example.", ".a@b.example", "a.@b.example",
        "a..b@c.example", "\"a b\"@c.example", "a\\@b.example", "a@b_c.example", "a(x)@b.example", "a\u{A0}b@c.example",
        "a\u{200B}b@c.example", "a\u{3000}b@c.example", "a\u{FEFF}@b.example", "a\u{E000}@b.example",
        "a@b\u{3002}example\u{2028}",
        String(repeating: "a", count: 65) + "@b.example", "a@" + String(repeating: "b.", count: 130) + "example",
    ])
    func otherAddressesAreRefused(_ text: String) {
        #expect(throws: MailFault.self) { try MailAddress(text) }
    }

    @Test(arguments: [
        "a@b.example", "a.b+c@d-e.example", "o'neil@b.example", "A!#$%&'*+-/=?^_`{|}~@b.example", "jürgen@b.example",
        "ali@örnek.example",
    ])
    func addressesAreTaken(_ text: String) throws {
        #expect(try MailAddress(text).description == text)
    }

    @Test func aDomainHasNoCapitals() throws {
        let address = try MailAddress("Ada@EXAMPLE.Org")
        #expect(address.description == "Ada@example.org")
        #expect(try !address.needsSMTPUTF8 && MailAddress("ü@b.example").needsSMTPUTF8)
    }

    @Test(arguments: [
        "From", "bcc", "Content-Type", "content-transfer-encoding", "DKIM-Signature", "Received", "MIME-Version",
        "Resent-To",
        "List-Unsubscribe-Post", "Return-Path", "ARC-Seal", "X A", "X:", "", "-X", "X\u{FC}",
        String(repeating: "x", count: 65),
    ])
    func fieldsThatHaveATypeAreRefused(_ name: String) throws {
        let value = try HeaderText("x")
        #expect(throws: MailFault.self) { try MailField(name, value) }
    }

    @Test(arguments: ["a/b", "a\\b", "=?utf-8?q?=2F?=", "..", ".", "", String(repeating: "x", count: 256)])
    func namesThatArePathsAreRefused(_ name: String) {
        #expect(throws: MailFault.self) { try MailFileName(name) }
    }

    /// What is allowed, however odd, makes no field and no line that was not asked for.
    @Test(arguments: [
        "=?utf-8?q?=0D=0ABcc:_eve=40evil.example?=", "=?utf-8?b?DQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?=",
        "Bcc: eve@evil.example",
        "a, b <eve@evil.example>", "\"quoted\" \\ (comment)", "<eve@evil.example>", "; name=x",
        "filename*=utf-8''x%0D%0A",
        "%0d%0aBcc: eve@evil.example", "\\r\\nBcc: x", String(repeating: "uzun konu ", count: 90),
        String(repeating: "x", count: 899),
        String(repeating: "ığüşöç", count: 60), "🏛👩‍👩‍👧‍👦", "  leading and trailing  ", "a\u{3000}b", "'\"`;--",
        "--=_boundary",
    ])
    func oddTextMakesNoField(_ text: String) throws {
        var draft = try Drafts.plain(subject: text)
        draft.from.name = try HeaderText(text)
        draft.to[0].name = try HeaderText(text)
        draft.fields = [try MailField("X-Odd", try HeaderText(text))]
        let name = String(text.filter { !"/\\=".contains($0) }.prefix(80))
        draft.attachments = [MailAttachment(try MailFileName(name), bytes: [1])]
        let message = try draft.encoded()
        let head = try MailFields(message.bytes.span, bodyStart: message.bodyStart)
        #expect(
            head.fields.map(\.name).sorted() == [
                "content-type", "date", "from", "message-id", "mime-version", "subject", "to", "x-odd",
            ])
        let evil = String(decoding: message.bytes, as: UTF8.self).split(separator: "\r\n").contains {
            $0.lowercased().hasPrefix("bcc:")
        }
        #expect(!evil)
    }
}
