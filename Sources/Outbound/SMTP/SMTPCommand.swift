/// The lines a client says. Every part of them is a checked value, so none can hold a line's end.
enum SMTPCommand {
    static func line(_ text: String) -> [UInt8] { Array(text.utf8) + [13, 10] }

    static func mail(_ envelope: SMTPEnvelope, _ facts: MailFacts, _ offered: SMTPCapabilities) -> [UInt8] {
        var text = "MAIL FROM:<\(envelope.sender.map(\.description) ?? "")>"
        if offered.size { text += " SIZE=\(facts.size)" }
        if facts.isEightBit || needsUTF8(envelope, facts), offered.eightBitMIME { text += " BODY=8BITMIME" }
        if needsUTF8(envelope, facts) { text += " SMTPUTF8" }
        if offered.dsn {
            if let returning = envelope.returning { text += " RET=\(returning.rawValue)" }
            if let identifier = envelope.identifier { text += " ENVID=\(xtext(identifier.text))" }
        }
        return line(text)
    }

    static func recipient(_ recipient: SMTPRecipient, _ offered: SMTPCapabilities) -> [UInt8] {
        var text = "RCPT TO:<\(recipient.address)>"
        if offered.dsn {
            if let notices = recipient.notices { text += " NOTIFY=\(notify(notices))" }
            if let original = recipient.original { text += " ORCPT=\(typed(original))" }
        }
        return line(text)
    }

    static func needsUTF8(_ envelope: SMTPEnvelope, _ facts: MailFacts) -> Bool {
        facts.needsSMTPUTF8 || envelope.sender?.needsSMTPUTF8 == true
            || envelope.recipients.contains { $0.address.needsSMTPUTF8 }
    }

    private static func notify(_ notices: Set<SMTPRecipient.Notice>) -> String {
        if notices.isEmpty { return "NEVER" }
        return SMTPRecipient.Notice.allCases.filter(notices.contains).map(\.rawValue).joined(separator: ",")
    }

    /// RFC 6533 has its own type for addresses outside ASCII, in a form that is ASCII again.
    private static func typed(_ address: MailAddress) -> String {
        guard address.needsSMTPUTF8 else { return "rfc822;\(xtext(address.description))" }
        var text = "utf-8;"
        for scalar in address.description.unicodeScalars {
            let isPlain = (33...126).contains(scalar.value) && scalar != "\\" && scalar != "+" && scalar != "="
            text += isPlain ? String(scalar) : "\\x{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
        return text
    }

    /// RFC 3461, 4.
    private static func xtext(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if (33...126).contains(byte), byte != UInt8(ascii: "+"), byte != UInt8(ascii: "=") {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.count == 1 ? "+0\(digits)" : "+\(digits)"
            }
        }
        return encoded
    }
}
