public import Core
public import SQL

/// One mail to be written and sent: which text, to whom, in which language, with which values.
public struct MailOrder: Sendable {
    /// How it is treated on the way.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Somebody waits for it.
        case transactional
        /// It can wait a little, and one can do without: it says how to get no more of them.
        case digest
    }

    /// Whose host its links lead to.
    public enum Audience: String, Sendable, Hashable, Codable {
        /// The people who work there.
        case people = "app"
        /// The tenant's customers.
        case customers = "portal"
    }

    /// Which text.
    public var template: MailTemplate
    /// The address it goes to.
    public var address: String
    /// The name of who lives there, if it is known.
    public var name: String?
    /// The reader's language.
    public var language: Language
    /// What the text speaks of. Values, never markup.
    public var values: [String: MailValue]
    /// Two orders of one house with the same key are one mail. Without a key each is one of its own.
    public var key: String?
    /// How it is treated on the way.
    public var kind: Kind
    /// Whose host its links lead to.
    public var audience: Audience
    /// After this it is of no use, such as a link whose time is over, and is not sent any more.
    public var notAfter: Timestamp?
    /// Where on the reader's host one gets no more of these; for digests.
    public var unsubscribePath: String?

    /// An order; whatever is usual is left out.
    public init(
        _ template: MailTemplate, to address: String, name: String? = nil, in language: Language,
        values: [String: MailValue] = [:], key: String? = nil, kind: Kind = .transactional,
        audience: Audience = .people, notAfter: Timestamp? = nil, unsubscribePath: String? = nil
    ) {
        (self.template, self.address, self.name, self.language) = (template, address, name, language)
        (self.values, self.key, self.kind, self.audience) = (values, key, kind, audience)
        (self.notAfter, self.unsubscribePath) = (notAfter, unsubscribePath)
    }
}

/// Names a text of mail.
public struct MailTemplate: Sendable, Hashable, CustomStringConvertible {
    /// The name.
    public let description: String
    /// A name, as it is written in the source.
    public init(_ name: StaticString) { description = name.description }
    /// A template of the channel `mail` that a module brought along. An order for it brings a value for each of its
    /// fields, `nothing` among them.
    public init(_ key: TemplateKey) { description = key.text }
    /// A name that was written down when the mail was ordered.
    public init(stored name: String) { description = name }

    /// Perhaps `inviter` invites to `place`; `link` accepts.
    public static let invitation = MailTemplate("house.invitation")
    /// `link` proves the address; perhaps `code`.
    public static let verification = MailTemplate("house.verification")
    /// `link` sets a new password; perhaps `minutes`.
    public static let passwordReset = MailTemplate("house.password_reset")
    /// `address` is the new address; `link` undoes or confirms the change.
    public static let addressChange = MailTemplate("house.address_change")
    /// `device`, `time`, perhaps `ip` and `link`: somebody has signed in.
    public static let newDevice = MailTemplate("house.new_device")
    /// `title`, `items`, perhaps `link`.
    public static let digest = MailTemplate("house.digest")
    /// `title`, `text`, perhaps `link` and `button`: for whoever has no text of its own.
    public static let notice = MailTemplate("house.notice")
    /// Nothing: says that mail arrives.
    public static let test = MailTemplate("house.test")
}

/// A value for a text of mail. None of them is markup.
public indirect enum MailValue: Sendable, Hashable {
    /// Nothing; it prints as nothing.
    case nothing
    /// Text of one line or several.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// An instant; shown at the time of the tenant's zone.
    case time(Timestamp)
    /// A place on the reader's own host: path and query. No value leads to another host.
    case path(String)
    /// A list of things.
    case items([MailItem])
    /// A number with decimal places: so many units of the last of at most nine.
    case decimal(units: Int64, places: Int)
    /// An amount.
    case money(Money)
    /// A day.
    case day(CalendarDate)
    /// Yes or no.
    case flag(Bool)
    /// Values one after another.
    case list([MailValue])
    /// Values by their names.
    case record([String: MailValue])
    /// A record of the resource that the template's field names, read within the tenant's wall when the mail is written.
    case resource(UUIDv7)
}

/// One thing of a list.
public struct MailItem: Sendable, Hashable, Codable {
    /// What it is.
    public var title: String
    /// More of it.
    public var detail: String?
    /// Its place on the reader's own host.
    public var path: String?

    /// One thing.
    public init(_ title: String, detail: String? = nil, path: String? = nil) {
        (self.title, self.detail, self.path) = (title, detail, path)
    }
}
