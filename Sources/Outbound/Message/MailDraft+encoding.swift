import CGMime
import Core
import Crypto
import HTTP

extension MailDraft {
    /// What servers on the way may be asked to carry.
    public enum Transport: Sendable {
        /// Seven bits: every server since 1982.
        case sevenBit
        /// Eight bits in the text, for servers that offer 8BITMIME.
        case eightBit
    }

    /// The message's bytes. It takes the time of copying them; large ones belong on the blocking pool.
    public func encoded(for transport: Transport = .sevenBit) throws(MailFault) -> MailBytes {
        let body = try body(eightBitAllowed: transport == .eightBit)
        let bytes = try MailBytes(head.bytes + body.bytes())
        guard transport == .eightBit || !bytes.isEightBitBody else {
            throw MailFault(.structure, "eight bits in the body")
        }
        return bytes
    }

    // MARK: Head

    private var head: MailHead {
        var head = MailHead()
        head.add("Date", date)
        head.add("From", [from])
        head.add("Sender", sender.map { [$0] } ?? [])
        head.add("Reply-To", replyTo)
        head.add("To", to)
        head.add("Cc", cc)
        head.add("Subject", subject)
        head.add("Message-ID", words: ["<\(identifier)>"])
        addRelations(to: &head)
        for field in fields { head.add(field.name, field.value) }
        head.add("MIME-Version", words: ["1.0"])
        return head
    }

    private func addRelations(to head: inout MailHead) {
        if let inReplyTo { head.add("In-Reply-To", words: ["<\(inReplyTo)>"]) }
        // A conversation of years is cut in its middle: its first and its last messages tie it together.
        let kept = references.count <= 20 ? references : references.prefix(1) + references.suffix(19)
        head.add("References", words: kept.map { "<\($0)>" })
        if let automatic { head.add("Auto-Submitted", words: [automatic.rawValue]) }
        guard let unsubscribe else { return }
        head.add("List-Unsubscribe", words: unsubscribe.words)
        if unsubscribe.isOneClick { head.add("List-Unsubscribe-Post", words: ["List-Unsubscribe=One-Click"]) }
    }

    // MARK: Body

    private func body(eightBitAllowed: Bool) throws(MailFault) -> MimeObject {
        let said = try said(eightBitAllowed)
        guard !attachments.isEmpty else { return said }
        let mixed = try multipart("mixed")
        mixed.add(said)
        for attachment in attachments { mixed.add(try part(attachment)) }
        return mixed
    }

    /// The plainest first: readers take the last they understand.
    private func said(_ eightBitAllowed: Bool) throws(MailFault) -> MimeObject {
        guard let html else { return try Self.part("text/plain", text ?? "", eightBitAllowed) }
        let page = try page(html, eightBitAllowed)
        guard let text else { return page }
        let both = try multipart("alternative")
        both.add(try Self.part("text/plain", text, eightBitAllowed))
        both.add(page)
        return both
    }

    private func page(_ html: String, _ eightBitAllowed: Bool) throws(MailFault) -> MimeObject {
        let page = try Self.part("text/html", html, eightBitAllowed)
        guard !inline.isEmpty else { return page }
        let related = try multipart("related")
        related.set(parameter: "type", "text/html")
        related.add(page)
        for picture in inline { related.add(try part(picture)) }
        return related
    }

    private func multipart(_ subtype: String) throws(MailFault) -> MimeObject {
        try MimeObject.multipart(subtype, boundary: "=_\(SecureRandom.token(bytes: 18))")
    }

    private static func part(_ type: String, _ text: String, _ eightBitAllowed: Bool) throws(MailFault) -> MimeObject {
        let bytes = unixLines(text)
        let coding = MailCoding.fitting(bytes, eightBitAllowed: eightBitAllowed)
        let part = try MimeObject.part(type, bytes, coding)
        part.set(parameter: "charset", "utf-8")
        return part
    }

    /// LF at the end of each line, whatever it was; the writer makes CR LF of it.
    private static func unixLines(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 13 { bytes.append(10) } else if byte != 10 || previous != 13 { bytes.append(byte) }
            previous = byte
        }
        return bytes
    }

    private func part(_ attachment: MailAttachment) throws(MailFault) -> MimeObject {
        let part = try Self.binary(attachment.type, attachment.bytes)
        part.set(disposition: "attachment", fileName: attachment.name)
        return part
    }

    private func part(_ picture: MailInline) throws(MailFault) -> MimeObject {
        let part = try Self.binary(picture.type, picture.bytes)
        part.set(disposition: "inline", fileName: picture.name)
        unsafe g_mime_object_set_content_id(part.pointer, picture.identifier.description)
        return part
    }

    /// Messages and multiparts may not be coded, and so not arrive as they are.
    private static func binary(_ type: MediaType, _ bytes: [UInt8]) throws(MailFault) -> MimeObject {
        guard !type.essence.hasPrefix("multipart/"), !type.essence.hasPrefix("message/") else {
            throw MailFault(.structure, "\(type.essence) cannot come along")
        }
        let part = try MimeObject.part(type.essence, bytes, .base64)
        for parameter in type.parameters where parameter.value.unicodeScalars.allSatisfy(\.isPlain) {
            part.set(parameter: parameter.name, parameter.value)
        }
        return part
    }
}
