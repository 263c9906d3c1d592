import Crypto
public import HTTP

/// Text that may stand in a field of a mail's head: a subject, the name of a person. It holds no control, no line's end of
/// any alphabet and nothing that turns text around, so it can never become a second field.
public struct HeaderText: Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let description: String

    /// Text from outside.
    public init(_ text: String) throws(MailFault) {
        guard text.utf8.count <= 4_096 else { throw MailFault(.tooLong, "\(text.utf8.count) bytes of text") }
        guard text.unicodeScalars.allSatisfy(\.isPlain) else { throw MailFault(.text, "a control or a line's end") }
        guard text.utf8.split(separator: 32).allSatisfy({ $0.count <= 900 }) else {
            throw MailFault(.tooLong, "a word that cannot be folded")
        }
        description = text
    }
}

/// Somebody, by address and perhaps by name.
public struct Mailbox: Sendable, Hashable {
    /// What people see.
    public var name: HeaderText?
    /// Where it goes.
    public var address: MailAddress

    /// Somebody.
    public init(_ address: MailAddress, name: HeaderText? = nil) { (self.address, self.name) = (address, name) }
}

/// The name of a file that comes along: one name, no path.
public struct MailFileName: Sendable, Hashable {
    let text: String

    /// A name from outside; whoever saves the file must not land in another folder.
    public init(_ text: String) throws(MailFault) {
        guard (1...255).contains(text.utf8.count) else {
            throw MailFault(.tooLong, "\(text.utf8.count) bytes of a name")
        }
        // Readers take `=?…?=` for encoded even in quotes, and may find a path in it.
        let isName = text.unicodeScalars.allSatisfy { $0.isPlain && $0 != "/" && $0 != "\\" }
        guard isName, !text.contains("=?"), text != ".", text != ".." else {
            throw MailFault(.name, "not the name of a file")
        }
        self.text = text
    }
}

/// What tells one message, or one part of it, from all others: `left@right` without angle brackets.
public struct MessageID: Sendable, Hashable, CustomStringConvertible {
    /// Without angle brackets.
    public let description: String

    /// One from a field of another message, with or without its angle brackets.
    public init(_ text: String) throws(MailFault) {
        var text = text[...]
        if text.hasPrefix("<"), text.hasSuffix(">") { text = text.dropFirst().dropLast() }
        let isPlain = text.utf8.allSatisfy {
            (33...126).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        }
        guard (3...400).contains(text.utf8.count), isPlain, text.split(separator: "@").count >= 2 else {
            throw MailFault(.name, "not a message's identifier")
        }
        description = String(text)
    }

    private init(checked text: String) { description = text }

    /// A new one, of a domain of ours: a guess at it is as good as none.
    public static func generate(at domain: HostName) -> MessageID {
        MessageID(checked: "\(SecureRandom.token(bytes: 18))@\(domain.address == nil ? domain.text : "konak.invalid")")
    }
}

/// A field nothing else has a type for, such as `X-Mailer` or `Feedback-ID`.
public struct MailField: Sendable, Hashable {
    let name: String
    let value: HeaderText

    /// A field. Those that have a type, those that servers add and those that sign are refused.
    public init(_ name: String, _ value: HeaderText) throws(MailFault) {
        let isName =
            (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                byte == 45 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            }
        let lower = name.lowercased()
        guard isName, name.utf8.first != 45, !Self.taken.contains(lower), !lower.hasPrefix("content-"),
            !lower.hasPrefix("resent-"), !lower.hasPrefix("arc-"), !lower.hasPrefix("list-unsubscribe")
        else { throw MailFault(.name, "not the name of a field that is free") }
        (self.name, self.value) = (name, value)
    }

    private static let taken: Set<String> = [
        "from", "sender", "reply-to", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references",
        "mime-version", "return-path", "received", "received-spf", "delivered-to", "dkim-signature",
        "domainkey-signature", "authentication-results", "auto-submitted", "list-id", "original-recipient",
        "disposition-notification-to",
    ]
}
