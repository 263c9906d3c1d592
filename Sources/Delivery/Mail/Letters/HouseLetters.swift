import Core
import Kernel
import Markup
public import ModuleKit
public import Postgres
import SQL

/// Letters, the house's own and those that modules brought along, written by templates: the tenant's own, its agency's, the
/// operator's, else those that come along.
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
        if let form = LetterForm.of(template) { return try form.check(values) }
        try ModuleLetter(template, in: store).check(values)
    }

    /// Writes a letter as page and as text.
    public func render(_ letter: MailLetter) async throws -> RenderedMail {
        let (key, values) = try keyAndValues(letter)
        let message = try await store.render(
            key, .mail, in: letter.language, values, agency: letter.agency, tenant: door(of: letter.tenant),
            brand: letter.brand.look)
        return RenderedMail(
            subject: CleanText.line(message.subject), html: message.html ?? "", text: message.text + "\n",
            passedOver: message.passedOver.map { "\($0.piece.rawValue) \($0.line): \($0.code)" })
    }

    private func keyAndValues(_ letter: MailLetter) throws(MailRefusal) -> (TemplateKey, [String: TemplateValue]) {
        let (key, values): (TemplateKey, [String: TemplateValue])
        if let form = LetterForm.of(letter.template) {
            try form.check(letter.values)
            (key, values) = (form.registration.key, try self.values(letter, form))
        } else {
            let form = try ModuleLetter(letter.template, in: store)
            try form.check(letter.values)
            (key, values) = (form.registration.key, try form.values(letter))
        }
        let always: [String: TemplateValue] = [
            "reader": letter.readerName.map { .text($0) } ?? .nothing,
            "unsubscribe": letter.unsubscribe.map { .text($0.text) } ?? .nothing,
        ]
        return (key, values.merging(always) { own, _ in own })
    }

    /// The tenant is one that a row of the queue named.
    private func door(of tenant: TenantID?) -> (any TenantContext)? {
        guard let tenant, let tenants else { return nil }
        return tenants.door(of: tenant)
    }

    /// Every value the form knows, so that a template may name what this letter lacks.
    private func values(_ letter: MailLetter, _ form: LetterForm) throws(MailRefusal) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [:]
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
        // No letter of the house has a value of another kind: its order was refused.
        default: return .nothing
        }
    }
}

extension MailBrand {
    fileprivate var look: Brand {
        Brand(name: CleanText.line(name, most: 80), hue: hue, chroma: chroma, supportAddress: supportAddress)
    }
}

extension TemplateStore {
    /// A store that knows the house's letters alone, for commands that work without the registry of modules; tests add
    /// modules.
    static func ofLetters(
        _ control: PostgresDatabase?, and modules: [BuiltInTemplates.Source] = []
    ) throws -> TemplateStore {
        var registrar = ModuleRegistrar()
        HouseLetters.register(into: &registrar)
        let store = TemplateStore()
        try store.open([BuiltInTemplates.Source(id: MailPart.id, registrar: registrar)] + modules, control: control)
        return store
    }
}
