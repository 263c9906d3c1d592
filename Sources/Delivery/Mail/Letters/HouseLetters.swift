import Core
import Markup
public import ModuleKit
public import Postgres
import SQL

/// The letters of the house, written by its templates: the tenant's own, its agency's, the operator's, else those that
/// come along.
public struct HouseLetters: MailRenderer {
    private let store: TemplateStore
    private let tenants: PostgresDatabase?

    /// Letters by a store. Without a database of the tenants their own templates do not count.
    public init(_ store: TemplateStore, tenants: PostgresDatabase?) {
        (self.store, self.tenants) = (store, tenants)
    }

    /// What a part registers so that there are letters.
    static func register(into registrar: inout ModuleRegistrar) {
        for part in LetterFrame.all { registrar.template(part) }
        for form in LetterForm.all { registrar.template(form.registration) }
    }

    /// Refuses what cannot be written.
    public func check(_ template: MailTemplate, _ values: [String: MailValue]) throws(MailRefusal) {
        try LetterForm.of(template).check(values)
    }

    /// Writes a letter as page and as text.
    public func render(_ letter: MailLetter) async throws -> RenderedMail {
        let form = try LetterForm.of(letter.template)
        try form.check(letter.values)
        let message = try await store.render(
            form.registration.key, .mail, in: letter.language, try values(letter, form), agency: letter.agency,
            tenant: letter.tenant, within: wall(letter.tenant), brand: letter.brand.look)
        return RenderedMail(
            subject: CleanText.line(message.subject), html: message.html ?? "", text: message.text + "\n",
            passedOver: message.passedOver.map { "\($0.piece.rawValue) \($0.line): \($0.code)" })
    }

    /// The tenant is one that a row of the queue named.
    private func wall(_ tenant: TenantID?) -> TemplateRows.Wall? {
        guard let tenant, let tenants else { return nil }
        return { query in try await tenants.perform(after: "SELECT kernel.enter(\(tenant))", query) }
    }

    /// Every value the form knows, so that a template may name what this letter lacks.
    private func values(_ letter: MailLetter, _ form: LetterForm) throws(MailRefusal) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [
            "reader": letter.readerName.map { .text($0) } ?? .nothing,
            "unsubscribe": letter.unsubscribe.map { .text($0.text) } ?? .nothing,
        ]
        for value in form.values {
            let name = value.field.name
            values[name] =
                try letter.values[name].map { given throws(MailRefusal) in
                    try Self.value(given, value.kind, letter.brand)
                } ?? .nothing
        }
        return values
    }

    private static func value(
        _ given: MailValue, _ kind: LetterForm.Kind, _ brand: MailBrand
    ) throws(MailRefusal) -> TemplateValue {
        switch given {
        case .text(let text) where kind == .paragraphs:
            return .list(text.split(separator: "\n\n").map { .text(String($0)) })
        case .text(let text): return .text(CleanText.line(text, most: 160))
        case .number(let number): return .number(number)
        case .time(let time): return .moment(time)
        case .path(let path): return .text(try brand.link(path).text)
        case .items(let items):
            var records: [TemplateValue] = []
            for item in items.prefix(50) {
                let link: TemplateValue = if let path = item.path { .text(try brand.link(path).text) } else { .nothing }
                records.append(
                    .record([
                        "title": .text(item.title), "detail": item.detail.map { .text($0) } ?? .nothing, "link": link,
                    ]))
            }
            return .list(records)
        }
    }
}

extension MailBrand {
    fileprivate var look: Brand {
        Brand(name: CleanText.line(name, most: 80), hue: hue, chroma: chroma, supportAddress: supportAddress)
    }
}

extension TemplateStore {
    /// A store that knows the house's letters alone, for commands that work without the registry of modules.
    static func ofLetters(_ control: PostgresDatabase?) throws -> TemplateStore {
        var registrar = ModuleRegistrar()
        HouseLetters.register(into: &registrar)
        let store = TemplateStore()
        try store.open([BuiltInTemplates.Source(id: MailPart.id, registrar: registrar)], control: control)
        return store
    }
}
