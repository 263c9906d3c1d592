public import Core

/// Whose template it is.
public enum TemplateLevel: String, Sendable, Hashable, CaseIterable {
    /// The tenant's own.
    case tenant
    /// Its agency's.
    case agency
    /// The operator's.
    case platform
    /// The module's.
    case builtIn
}

/// What a template became.
public struct RenderedMessage: Sendable, Hashable {
    /// The subject or title, on one line; empty for short messages.
    public let subject: String
    /// The markup of a mail or a document; nil for short messages.
    public let html: String?
    /// The plain text: all of a short message, the other body of a mail; empty for a document.
    public let text: String
    /// In which language the template was.
    public let language: Language
    /// Whose template it was.
    public let level: TemplateLevel
    /// What was wrong with templates above that level, which were passed over for it; worth a line in the log.
    public let passedOver: [TemplateMistake]

    /// A message.
    public init(
        subject: String, html: String?, text: String, language: Language, level: TemplateLevel,
        passedOver: [TemplateMistake] = []
    ) {
        (self.subject, self.html, self.text) = (subject, html, text)
        (self.language, self.level, self.passedOver) = (language, level, passedOver)
    }
}

/// What is wrong with a template, for its author.
public struct TemplateMistake: Sendable, Hashable {
    /// The two texts of a template.
    public enum Piece: String, Sendable, Hashable {
        /// The subject or title.
        case subject
        /// The body.
        case body
    }

    /// For machines.
    public let code: String
    /// In which text.
    public let piece: Piece
    /// The line, from 1.
    public let line: Int
    /// The character in the line, from 1.
    public let column: Int
    /// One sentence in Turkish, with the place.
    public let tr: String
    /// One sentence in English, with the place.
    public let en: String

    /// A mistake.
    public init(code: String, piece: Piece, line: Int, column: Int, tr: String, en: String) {
        (self.code, self.piece, self.line, self.column) = (code, piece, line, column)
        (self.tr, self.en) = (tr, en)
    }

    /// The sentence in a language.
    public func text(in language: Language) -> String { language == .tr ? tr : en }
}

/// A template as somebody writes it.
public struct TemplateDraft: Sendable, Hashable {
    /// Which one.
    public let key: TemplateKey
    /// What for.
    public let channel: TemplateChannel
    /// In which language.
    public let language: Language
    /// The subject or title.
    public var subject: String
    /// The body.
    public var body: String

    /// A draft.
    public init(_ key: TemplateKey, _ channel: TemplateChannel, _ language: Language, subject: String, body: String) {
        (self.key, self.channel, self.language) = (key, channel, language)
        (self.subject, self.body) = (subject, body)
    }
}
