import Core
import ModuleKit

/// A letter of the house: its template, and what an order for it must bring.
struct LetterForm: Sendable {
    /// What a value is in an order.
    enum Kind: Sendable { case line, paragraphs, number, time, place, items }

    struct Value: Sendable {
        let field: TemplateField
        let kind: Kind
        let isRequired: Bool
    }

    let template: MailTemplate
    let registration: TemplateRegistration
    let values: [Value]

    init(
        _ template: MailTemplate, _ key: TemplateKey, title: Words, subject: Words, body: Words, _ values: [Value]
    ) {
        (self.template, self.values) = (template, values)
        registration = TemplateRegistration(
            key, .mail, title: title, subject: subject, body: body, fields: values.map(\.field) + Self.always)
    }

    /// Known in every letter.
    private static let always = [
        TemplateField("reader", title: Words(tr: "Okuyan", en: "Reader")),
        TemplateField("unsubscribe", title: Words(tr: "Bırakma bağlantısı", en: "Link to stop")),
    ]

    /// The letter of a name; nil for one that is not the house's.
    static func of(_ template: MailTemplate) -> LetterForm? { all.first { $0.template == template } }

    /// Refuses values that lack or are of another kind.
    func check(_ given: [String: MailValue]) throws(MailRefusal) {
        for value in values {
            let name = value.field.name
            switch (value.kind, given[name]) {
            case (_, nil): if value.isRequired { throw .value(name) }
            case (.line, .text), (.paragraphs, .text), (.number, .number), (.time, .time), (.place, .path),
                (.items, .items):
                continue
            default: throw .value(name)
            }
        }
    }
}

extension LetterForm.Value {
    static func line(_ name: StaticString, _ title: Words) -> Self { Self(name, title, .line, .text) }
    static func paragraphs(_ name: StaticString, _ title: Words) -> Self { Self(name, title, .paragraphs, .texts) }
    static func time(_ name: StaticString, _ title: Words) -> Self { Self(name, title, .time, .moment) }
    static func number(_ name: StaticString, _ title: Words) -> Self { Self(name, title, .number, .number) }
    static let link = Self("link", Words(tr: "Bağlantı", en: "Link"), .place, .text)
    static let items = Self(
        "items", Words(tr: "Satırlar", en: "Items"), .items,
        .list([
            TemplateField("title", title: Words(tr: "Ad", en: "Title")),
            TemplateField("detail", title: Words(tr: "Ayrıntı", en: "Detail")),
            TemplateField("link", title: Words(tr: "Bağlantı", en: "Link")),
        ]))

    /// The same, for a letter that can do without it.
    var ifPresent: Self { Self(field: field, kind: kind, isRequired: false) }

    private init(_ name: StaticString, _ title: Words, _ kind: LetterForm.Kind, _ field: TemplateField.Kind) {
        self.init(field: TemplateField(name, title: title, field), kind: kind, isRequired: true)
    }
}
