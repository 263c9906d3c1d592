/// Names a template, `module.name`.
public struct TemplateKey: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
}

/// What a template is for; it decides the form of its body.
public enum TemplateChannel: String, Sendable, Hashable, CaseIterable {
    /// A subject and markup; the plain body is made of the markup.
    case mail
    /// Plain text.
    case sms
    /// Plain text.
    case whatsapp
    /// A title and markup, for paper.
    case pdf
}
