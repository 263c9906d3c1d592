import Core
import Crypto
import ModuleKit
import Outbound

/// Why a mail was not sent, as a code for lists and for whoever mends it. Never what a server said in words: that may
/// hold addresses.
struct MailFailure: Error, Sendable, Hashable {
    let code: String
    /// Whether another try, later, may work.
    let isTransient: Bool

    init(_ code: String, isTransient: Bool) { (self.code, self.isTransient) = (code, isTransient) }

    /// A server's word on one mail.
    init(_ reply: SMTPReply) {
        code = Self.code(reply)
        isTransient = reply.isTransient
    }

    /// An error while one mail was offered.
    init(offering error: SMTPError) {
        if let reply = error.reply {
            self.init(reply)
        } else {
            self.init("smtp.\(Self.word(error))", isTransient: error.isTransient)
        }
    }

    /// An error before any mail was offered. Whatever it is, it is the route that must be mended and not the mail, so the
    /// mail waits its day.
    init(connecting error: SMTPError) {
        let reply = error.reply.map { " \(Self.code($0))" } ?? ""
        self.init("route.\(Self.word(error))\(reply)", isTransient: true)
    }

    private static func code(_ reply: SMTPReply) -> String {
        "\(reply.code)\(reply.enhanced.map { " \($0)" } ?? "")"
    }

    private static func word(_ error: SMTPError) -> String {
        switch error.code {
        case .stream(let code): "\(code)"
        case .outcomeUnknown: "outcomeUnknown"
        case .protocolViolation: "protocolViolation"
        case .tlsRequired: "tlsRequired"
        case .authentication: "authentication"
        case .unsupported: "unsupported"
        case .tooLarge: "tooLarge"
        case .refused: "refused"
        case .malformed: "malformed"
        }
    }

    /// No level has a server for it.
    static let noRoute = MailFailure("route.none", isTransient: true)
    /// The route's secrets were sealed by another house, or are damaged.
    static let routeSealed = MailFailure("route.sealed", isTransient: true)
    /// A row of its level's settings was written by another version, or by hand.
    static let routeUnreadable = MailFailure("route.unreadable", isTransient: true)
    /// The reader's level has no host yet that links could lead to.
    static let noHost = MailFailure("host.none", isTransient: true)
    /// Agency or tenant are gone.
    static let noHouse = MailFailure("house.gone", isTransient: false)
    /// What the mail says cannot be opened: it was sealed by another house, or wiped.
    static let unreadable = MailFailure("contents.unreadable", isTransient: false)
    /// No text of this name is known any more, or it needs other values.
    static let unwritable = MailFailure("text.unwritable", isTransient: false)
}
