import Core
import Markup
import ModuleKit

/// A letter that a module brought along as a template of mail, and what an order for it must bring: a value for every
/// field that it registered, of the field's kind.
struct ModuleLetter: Sendable {
    let registration: TemplateRegistration

    /// The letter of a name that the store has.
    init(_ template: MailTemplate, in store: TemplateStore) throws(MailRefusal) {
        guard
            let found = store.catalogue.first(where: {
                $0.key.text == template.description && $0.channel == .mail && !$0.isPart
                    && !$0.key.text.hasPrefix("\(MailPart.id.text).")
            })
        else { throw .template(template.description) }
        registration = found
    }

    /// Refuses values that lack, that nobody asked for, or that are of another kind.
    func check(_ given: [String: MailValue]) throws(MailRefusal) { try Self.check(given, registration.fields, in: "") }

    private static func check(
        _ given: [String: MailValue], _ fields: [TemplateField], in place: String
    ) throws(MailRefusal) {
        for field in fields {
            guard let value = given[field.name] else { throw .value(place + field.name) }
            try check(value, field.kind, place + field.name)
        }
        let known = Set(fields.map(\.name))
        if let stranger = given.keys.filter({ !known.contains($0) }).min() { throw .value(place + stranger) }
    }

    private static func check(
        _ value: MailValue, _ kind: TemplateField.Kind, _ place: String
    ) throws(MailRefusal) {
        switch (kind, value) {
        case (_, .nothing), (.text, .text), (.text, .path), (.number, .number), (.money, .money), (.moment, .time),
            (.day, .day), (.flag, .flag):
            return
        case (.number, .decimal(_, let places)) where (0...9).contains(places): return
        case (.texts, .list(let values)):
            for value in values { try check(value, .text, place) }
        case (.list(let fields), .list(let values)):
            for value in values { try check(value, .record(fields), place) }
        case (.record(let fields), .record(let values)): try check(values, fields, in: place + ".")
        // Only a field of the template itself is read: within a list nobody could say of which record.
        case (.resource, .resource) where !place.contains("."): return
        default: throw .value(place)
        }
    }

    /// The values as templates take them.
    func values(_ letter: MailLetter) throws(MailRefusal) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [:]
        for (name, value) in letter.values { values[name] = try Self.value(value, letter.brand) }
        return values
    }

    private static func value(_ given: MailValue, _ brand: MailBrand) throws(MailRefusal) -> TemplateValue {
        switch given {
        case .nothing: return .nothing
        case .text(let text): return .text(text)
        case .number(let number): return .number(number)
        case .decimal(let units, let places): return .decimal(units: units, places: places)
        case .money(let money): return .money(money)
        case .time(let time): return .moment(time)
        case .day(let day): return .day(day)
        case .flag(let flag): return .flag(flag)
        case .path(let path): return .text(try brand.link(path).text)
        case .resource(let record): return .resource(record)
        case .list(let list):
            var values: [TemplateValue] = []
            for value in list { values.append(try Self.value(value, brand)) }
            return .list(values)
        case .record(let record):
            var values: [String: TemplateValue] = [:]
            for (name, value) in record { values[name] = try Self.value(value, brand) }
            return .record(values)
        // Things of the house's own digest: no field of a module's template is of that kind.
        case .items: return .nothing
        }
    }
}
