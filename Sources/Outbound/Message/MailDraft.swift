public import Core
public import HTTP

/// A mail as its writer thinks of it. Every part is a checked value; `encoded` makes the bytes of it.
public struct MailDraft: Sendable {
    /// Who wrote it.
    public var from: Mailbox
    /// Who sent it, when that is somebody else.
    public var sender: Mailbox?
    /// Where answers go.
    public var replyTo: [Mailbox] = []
    /// Whom it is for.
    public var to: [Mailbox]
    /// Who may know. Those who get it unseen are in the envelope only.
    public var cc: [Mailbox] = []
    /// What it is about.
    public var subject: HeaderText
    /// When it was written.
    public var date: Timestamp
    /// What tells it from all others.
    public var identifier: MessageID
    /// What it answers.
    public var inReplyTo: MessageID?
    /// The conversation so far, the oldest first.
    public var references: [MessageID] = []
    /// What is said, for those who read text.
    public var text: String?
    /// What is said, for those who see pages.
    public var html: String?
    /// Pictures in the page.
    public var inline: [MailInline] = []
    /// Files that come along.
    public var attachments: [MailAttachment] = []
    /// How to get no more of these.
    public var unsubscribe: MailUnsubscribe?
    /// Said by a machine, so that machines do not answer.
    public var automatic: Automatic?
    /// Fields nothing else has a type for.
    public var fields: [MailField] = []

    /// What kind of machine's word it is (RFC 3834).
    public enum Automatic: String, Sendable {
        /// Nobody asked.
        case generated = "auto-generated"
        /// An answer.
        case replied = "auto-replied"
    }

    /// A mail with nothing in it.
    public init(from: Mailbox, to: [Mailbox], subject: HeaderText, date: Timestamp, identifier: MessageID) {
        (self.from, self.to, self.subject, self.date, self.identifier) = (from, to, subject, date, identifier)
    }
}

/// A file that comes along.
public struct MailAttachment: Sendable {
    /// Its name.
    public var name: MailFileName
    /// What it is. Other messages and multiparts cannot come along as such.
    public var type: MediaType
    /// What is in it.
    public var bytes: [UInt8]

    /// A file; without a type, what its name says.
    public init(_ name: MailFileName, type: MediaType? = nil, bytes: [UInt8]) {
        (self.name, self.bytes) = (name, bytes)
        self.type = type ?? .forFile(named: name.text)
    }
}

/// A picture in the page, which names it as `cid:` and the identifier.
public struct MailInline: Sendable {
    /// Its name in the page.
    public var identifier: MessageID
    /// What it is.
    public var type: MediaType
    /// What is in it.
    public var bytes: [UInt8]
    /// Its name for those who save it.
    public var name: MailFileName?

    /// A picture.
    public init(_ identifier: MessageID, type: MediaType, bytes: [UInt8], name: MailFileName? = nil) {
        (self.identifier, self.type, self.bytes, self.name) = (identifier, type, bytes, name)
    }
}

/// How to get no more of these (RFC 2369, 8058).
public struct MailUnsubscribe: Sendable, Hashable {
    let words: [String]
    let isOneClick: Bool

    /// By a mail, by an address of the web, or by both; by one click when the address takes that.
    public init(mail: MailAddress? = nil, web: OutboundURL? = nil, oneClick: Bool = true) throws(MailFault) {
        var ways: [String] = []
        if let web {
            let text = web.description
            guard !text.utf8.contains(where: { $0 == 60 || $0 == 62 || $0 == 44 }), text.utf8.count <= 800 else {
                throw MailFault(.address, "a sign in the address that ends it")
            }
            ways.append("<\(text)>")
        }
        if let mail {
            guard !mail.needsSMTPUTF8 else { throw MailFault(.address, "outside ASCII") }
            ways.append("<mailto:\(Self.escaped(mail.description))>")
        }
        guard !ways.isEmpty else { throw MailFault(.structure, "no way to unsubscribe") }
        words = ways.dropLast().map { "\($0)," } + ways.suffix(1)
        isOneClick = oneClick && web?.scheme == .https
    }

    /// What ends or parts an address of mail in an address of the web.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            let isFree =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "@.-_+~".unicodeScalars.contains(scalar)
            escaped += isFree ? String(scalar) : "%" + String(scalar.value, radix: 16, uppercase: true)
        }
        return escaped
    }
}
