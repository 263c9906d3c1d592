/// Who sends to whom, as the servers see it; what the message's fields say is another matter.
public struct SMTPEnvelope: Sendable {
    /// Where complaints go; nil for messages that must cause none.
    public var sender: MailAddress?
    /// Who gets it.
    public var recipients: [SMTPRecipient]
    /// Told back with each notice; 1…100 visible characters of ASCII.
    public var identifier: SMTPText?
    /// How much of the message a notice brings back.
    public var returning: Returning?

    /// How much of the message a notice brings back.
    public enum Returning: String, Sendable {
        /// All of it.
        case full = "FULL"
        /// Its fields.
        case fields = "HDRS"
    }

    /// An envelope without wishes.
    public init(from sender: MailAddress?, to recipients: [MailAddress]) {
        (self.sender, self.recipients) = (sender, recipients.map { SMTPRecipient($0) })
    }
}

/// One address in an envelope, and when its owner's server shall send notices.
public struct SMTPRecipient: Sendable {
    /// When to send a notice.
    public enum Notice: String, Sendable, CaseIterable {
        /// It arrived.
        case success = "SUCCESS"
        /// It will not arrive.
        case failure = "FAILURE"
        /// It is late.
        case delay = "DELAY"
    }

    /// The address.
    public var address: MailAddress
    /// When to send notices; empty for never, nil for what the server does anyway.
    public var notices: Set<Notice>?
    /// Whom the message was for at first.
    public var original: MailAddress?

    /// A recipient without wishes.
    public init(_ address: MailAddress) { self.address = address }
}

/// A short word of visible ASCII.
public struct SMTPText: Sendable, Hashable {
    let text: String

    /// From 1…100 visible characters of ASCII.
    public init(_ text: String) throws(MailFault) {
        guard (1...100).contains(text.utf8.count), text.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw MailFault(.text, "not 1…100 visible characters of ASCII")
        }
        self.text = text
    }
}

/// What became of a message.
public struct SMTPDelivery: Sendable, Hashable {
    /// What became of it for one recipient.
    public struct Outcome: Sendable, Hashable {
        /// Who.
        public let address: MailAddress
        /// The server's word on this recipient: on the message when that was the last word.
        public let reply: SMTPReply

        /// True when the server has taken the message for this recipient.
        public let isAccepted: Bool
    }

    /// One for each recipient, in their order.
    public let outcomes: [Outcome]
    /// The server's word on the message; nil when it came to none.
    public let reply: SMTPReply?
    /// False when notices were wished for and the server does not know of them.
    public let honoursNotices: Bool

    /// True when nobody was left out.
    public var isComplete: Bool { outcomes.allSatisfy(\.isAccepted) }
}
