public import Core

/// A value that a template may name, as its author reads it.
public struct TemplateField: Sendable, Hashable {
    /// What it is.
    public indirect enum Kind: Sendable, Hashable {
        /// A text.
        case text
        /// A number.
        case number
        /// An amount.
        case money
        /// A moment.
        case moment
        /// A day.
        case day
        /// Yes or no.
        case flag
        /// Texts one after another.
        case texts
        /// Records one after another, each with these fields.
        case list([TemplateField])
        /// A record with these fields.
        case record([TemplateField])
        /// A record of a registered resource, with all that it registers.
        case resource(TableName)
    }

    /// Its name, `customer`.
    public let name: String
    /// What people read.
    public let title: Words
    /// What it is.
    public let kind: Kind

    /// A field.
    public init(_ name: StaticString, title: Words, _ kind: Kind = .text) {
        (self.name, self.title, self.kind) = (name.description, title, kind)
    }

    /// One of a name that was declared elsewhere.
    package init(named name: String, title: Words, _ kind: Kind) {
        (self.name, self.title, self.kind) = (name, title, kind)
    }
}

/// A template that a module brings along. Tenants, agencies and the operator may put their own in its place.
public struct TemplateRegistration: Sendable, Hashable {
    /// Its name, which begins with the module's.
    public let key: TemplateKey
    /// What it is for.
    public let channel: TemplateChannel
    /// What people read in the list of templates.
    public let title: Words
    /// The subject of a mail, the title of a document; none for short messages.
    public let subject: Words
    /// The body.
    public let body: Words
    /// What it may name. `brand` is known to every template.
    public let fields: [TemplateField]
    /// Whether it is no message but a part that templates of its channel include by its name.
    public let isPart: Bool

    /// A template.
    public init(
        _ key: TemplateKey, _ channel: TemplateChannel, title: Words, subject: Words = .none, body: Words,
        fields: [TemplateField] = []
    ) {
        (self.key, self.channel, self.title) = (key, channel, title)
        (self.subject, self.body, self.fields, isPart) = (subject, body, fields, false)
    }

    /// A part of templates.
    public init(part key: TemplateKey, _ channel: TemplateChannel, title: Words, body: Words) {
        (self.key, self.channel, self.title) = (key, channel, title)
        (subject, self.body, fields, isPart) = (.none, body, [], true)
    }
}

extension ModuleRegistrar {
    /// A template.
    public mutating func template(_ template: TemplateRegistration) { templates.append(template) }
}
