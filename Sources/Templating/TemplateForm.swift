/// What a template becomes, which decides how values are made safe.
public enum TemplateForm: Sendable, Hashable {
    /// Markup: a mail's body, a document. Values are escaped for the place where they stand.
    case markup
    /// Plain text: a short message, a mail's other body. Control characters in values are left out.
    case text
    /// One line: a subject. A line break becomes a space, wherever it comes from.
    case line
}
