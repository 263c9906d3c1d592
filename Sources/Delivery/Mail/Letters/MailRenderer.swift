public import Core
public import Markup
public import ModuleKit

/// Makes a mail's subject, page and text of its template and values. The one seam towards templates: the house's own
/// letters stand behind it, and others may.
public protocol MailRenderer: Sendable {
    /// Refuses a template that is not known, and values that it cannot be written with.
    func check(_ template: MailTemplate, _ values: [String: MailValue]) throws(MailRefusal)
    /// Writes it.
    func render(_ letter: MailLetter) throws(MailRefusal) -> RenderedMail
}

/// A mail that is to be written: text, language, whose look, and what it speaks of.
public struct MailLetter: Sendable {
    /// Which text.
    public var template: MailTemplate
    /// The reader's language.
    public var language: Language
    /// Whose look.
    public var brand: MailBrand
    /// The reader's name, cleaned.
    public var readerName: String?
    /// What it speaks of, cleaned.
    public var values: [String: MailValue]
    /// Where one gets no more of these.
    public var unsubscribe: SafeURL?

    /// A mail that is to be written.
    public init(
        _ template: MailTemplate, in language: Language, brand: MailBrand, readerName: String? = nil,
        values: [String: MailValue] = [:], unsubscribe: SafeURL? = nil
    ) {
        (self.template, self.language, self.brand) = (template, language, brand)
        (self.readerName, self.values, self.unsubscribe) = (readerName, values, unsubscribe)
    }
}

/// Whose look a mail has, and where its links lead.
public struct MailBrand: Sendable, Hashable {
    /// The name people read.
    public var name: String
    /// The accent's hue in degrees.
    public var hue: Int
    /// The accent's chroma in thousandths.
    public var chroma: Int
    /// Whom to ask.
    public var supportAddress: String?
    /// Scheme and authority of the reader's own host; nil when there is none yet.
    public var origin: String?

    /// A look.
    public init(name: String, hue: Int, chroma: Int, supportAddress: String? = nil, origin: String? = nil) {
        (self.name, self.hue, self.chroma) = (name, hue, chroma)
        (self.supportAddress, self.origin) = (supportAddress, origin)
    }

    /// A place on the reader's own host. No value can lead to another.
    public func link(_ path: String) throws(MailRefusal) -> SafeURL {
        guard let origin, CheckedOrder.isOwnPath(path), let url = SafeURL(origin + path) else { throw .path("link") }
        return url
    }
}

/// A mail that is written.
public struct RenderedMail: Sendable, Hashable {
    /// What it is about, in one line.
    public var subject: String
    /// For those who see pages.
    public var html: String
    /// The same for those who read text.
    public var text: String

    /// A mail that is written.
    public init(subject: String, html: String, text: String) {
        (self.subject, self.html, self.text) = (subject, html, text)
    }
}
