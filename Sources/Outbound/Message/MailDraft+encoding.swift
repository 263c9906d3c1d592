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
        let message = try GMimeObject.message()
        writePeople(to: message)
        writeNature(to: message)
        let body = try body(eightBitAllowed: transport == .eightBit)
        unsafe g_mime_message_set_mime_part(message.pointer, body.pointer)
        let bytes = try MailBytes(message.bytes())
        guard transport == .eightBit || !bytes.isEightBitBody else {
            throw MailFault(.structure, "eight bits in the body")
        }
        return bytes
    }

    // MARK: Head

    private func writePeople(to message: borrowing GMimeObject) {
        add(KONAK_GMIME_FROM, [from], to: message)
        add(KONAK_GMIME_SENDER, sender.map { [$0] } ?? [], to: message)
        add(KONAK_GMIME_REPLY_TO, replyTo, to: message)
        add(KONAK_GMIME_TO, to, to: message)
        add(KONAK_GMIME_CC, cc, to: message)
    }

    private func add(_ kind: Int, _ people: [Mailbox], to message: borrowing GMimeObject) {
        for person in people {
            unsafe g_mime_message_add_mailbox(
                message.pointer, Int32(kind), person.name?.description, person.address.description)
        }
    }

    private func writeNature(to message: borrowing GMimeObject) {
        unsafe g_mime_message_set_subject(message.pointer, subject.description, "utf-8")
        if let date = unsafe g_date_time_new_from_unix_utc(date.seconds) {
            unsafe g_mime_message_set_date(message.pointer, date)
            unsafe g_date_time_unref(date)
        }
        unsafe g_mime_message_set_message_id(message.pointer, identifier.description)
        if let inReplyTo { message.set("In-Reply-To", "<\(inReplyTo)>") }
        // A conversation of years is cut in its middle: its first and its last messages tie it together.
        let kept = references.count <= 20 ? references : references.prefix(1) + references.suffix(19)
        if !kept.isEmpty { message.set("References", kept.map { "<\($0)>" }.joined(separator: " ")) }
        if let automatic { message.set("Auto-Submitted", automatic.rawValue) }
        if let unsubscribe {
            message.set("List-Unsubscribe", unsubscribe.value)
            if unsubscribe.isOneClick { message.set("List-Unsubscribe-Post", "List-Unsubscribe=One-Click") }
        }
        for field in fields { message.set(field.name, field.value.description) }
    }

    // MARK: Body

    private func body(eightBitAllowed: Bool) throws(MailFault) -> GMimeObject {
        let said = try said(eightBitAllowed)
        guard !attachments.isEmpty else { return said }
        let mixed = try multipart("mixed")
        mixed.add(said)
        for attachment in attachments { mixed.add(try part(attachment)) }
        return mixed
    }

    /// The plainest first: readers take the last they understand.
    private func said(_ eightBitAllowed: Bool) throws(MailFault) -> GMimeObject {
        guard let html else { return try Self.part("text/plain", text ?? "", eightBitAllowed) }
        let page = try page(html, eightBitAllowed)
        guard let text else { return page }
        let both = try multipart("alternative")
        both.add(try Self.part("text/plain", text, eightBitAllowed))
        both.add(page)
        return both
    }

    private func page(_ html: String, _ eightBitAllowed: Bool) throws(MailFault) -> GMimeObject {
        let page = try Self.part("text/html", html, eightBitAllowed)
        guard !inline.isEmpty else { return page }
        let related = try multipart("related")
        unsafe g_mime_object_set_content_type_parameter(related.pointer, "type", "text/html")
        related.add(page)
        for picture in inline { related.add(try part(picture)) }
        return related
    }

    private func multipart(_ subtype: String) throws(MailFault) -> GMimeObject {
        try GMimeObject.multipart(subtype, boundary: "=_\(SecureRandom.token(bytes: 18))")
    }

    private static func part(_ type: String, _ text: String, _ eightBitAllowed: Bool) throws(MailFault) -> GMimeObject {
        let bytes = unixLines(text)
        let coding = MailCoding.fitting(bytes, eightBitAllowed: eightBitAllowed)
        let part = try GMimeObject.part(type, bytes, coding)
        unsafe g_mime_object_set_content_type_parameter(part.pointer, "charset", "utf-8")
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

    private func part(_ attachment: MailAttachment) throws(MailFault) -> GMimeObject {
        let part = try Self.binary(attachment.type, attachment.bytes)
        unsafe g_mime_object_set_disposition(part.pointer, "attachment")
        unsafe g_mime_part_set_filename(part.pointer, attachment.name.text)
        return part
    }

    private func part(_ picture: MailInline) throws(MailFault) -> GMimeObject {
        let part = try Self.binary(picture.type, picture.bytes)
        unsafe g_mime_object_set_disposition(part.pointer, "inline")
        unsafe g_mime_object_set_content_id(part.pointer, picture.identifier.description)
        if let name = picture.name { unsafe g_mime_part_set_filename(part.pointer, name.text) }
        return part
    }

    /// Messages and multiparts may not be coded, and so not arrive as they are.
    private static func binary(_ type: MediaType, _ bytes: [UInt8]) throws(MailFault) -> GMimeObject {
        guard !type.essence.hasPrefix("multipart/"), !type.essence.hasPrefix("message/") else {
            throw MailFault(.structure, "\(type.essence) cannot come along")
        }
        let part = try GMimeObject.part(type.essence, bytes, .base64)
        for parameter in type.parameters where parameter.value.unicodeScalars.allSatisfy(\.isPlain) {
            unsafe g_mime_object_set_content_type_parameter(part.pointer, parameter.name, parameter.value)
        }
        return part
    }
}
