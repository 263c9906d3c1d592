import Core
import HTTP
import Outbound

/// Mails the tests start from.
enum Drafts {
    static func mailbox(_ address: String, _ name: String? = nil) throws -> Mailbox {
        Mailbox(try MailAddress(address), name: try name.map { try HeaderText($0) })
    }

    static func plain(subject: String = "Hello", text: String = "One line.\n") throws -> MailDraft {
        var draft = MailDraft(
            from: try mailbox("ada@sender.example"), to: [try mailbox("bob@there.example")],
            subject: try HeaderText(subject), date: Timestamp(seconds: 1_800_000_000),
            identifier: try MessageID("one@sender.example"))
        draft.text = text
        return draft
    }

    /// Everything a mail can have.
    static func rich() throws -> MailDraft {
        var draft = try plain(subject: "Çağrı: İstanbul'da görüşme 🏛", text: "Merhaba dünya,\r\n\r\nFrom here on\n.\n")
        draft.from = try mailbox("ada@sender.example", "Ayşe Öztürk, \"Satış\"")
        draft.sender = try mailbox("system@sender.example")
        draft.replyTo = [try mailbox("reply@sender.example", "Destek")]
        draft.cc = [try mailbox("carol@there.example", "Çiğdem"), try mailbox("dave@there.example")]
        draft.html = "<p>Merhaba <b>dünya</b> <img src=\"cid:logo@sender.example\"></p>\n"
        draft.inline = [
            MailInline(try MessageID("logo@sender.example"), type: .png, bytes: [0x89, 0x50, 0, 13, 10, 0xFF])
        ]
        draft.attachments = [
            MailAttachment(
                try MailFileName("teklif ğüşiöç.pdf"), bytes: (0..<2_000).map { UInt8(truncatingIfNeeded: $0) }),
            MailAttachment(try MailFileName("a.csv"), bytes: Array("a;b\r\n1;2\n".utf8)),
        ]
        draft.unsubscribe = try MailUnsubscribe(
            mail: MailAddress("leave@sender.example"),
            web: OutboundURL("https://sender.example/u/\(String(repeating: "t", count: 120))"))
        draft.automatic = .generated
        draft.inReplyTo = try MessageID("<before@there.example>")
        draft.references = [try MessageID("first@there.example"), try MessageID("before@there.example")]
        draft.fields = [try MailField("Feedback-ID", try HeaderText("1:2:konak"))]
        return draft
    }
}
