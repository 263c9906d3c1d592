import Core
import ModuleKit
import Templating

extension TemplateField {
    /// What the checker must know of it.
    func shape(_ resources: [TableName: ResourceRegistration]) -> TemplateShape {
        switch kind {
        case .text, .money, .moment, .day, .flag: .value
        case .number: .number
        case .texts: .list(of: .value)
        case .list(let fields): .list(of: .record(Self.shapes(fields, resources)))
        case .record(let fields): .record(Self.shapes(fields, resources))
        case .resource(let table): resources[table]?.shape ?? .anything
        }
    }

    static func shapes(
        _ fields: [TemplateField], _ resources: [TableName: ResourceRegistration]
    ) -> [String: TemplateShape] {
        Dictionary(fields.map { ($0.name, $0.shape(resources)) }) { first, _ in first }
    }

    /// What stands in a preview for a value that only the real occasion has: its title, in quotes that nobody overlooks.
    func sample(in language: Language, _ resources: [TableName: ResourceRegistration]) -> Datum {
        let title = "‹\(title.text(in: language))›"
        switch kind {
        case .text: return .text(title)
        case .number: return 1
        case .money: return .money(Money(minorUnits: 100_00, .turkishLira))
        case .moment: return .moment(Timestamp(seconds: 1_800_000_000))
        case .day: return CalendarDay(year: 2027, month: 1, day: 15).map { .day($0) } ?? .nothing
        case .flag: return true
        case .texts: return .list([.text(title), .text(title)])
        case .list(let fields):
            let record = Self.samples(fields, in: language, resources)
            return .list([.record(record), .record(record)])
        case .record(let fields): return .record(Self.samples(fields, in: language, resources))
        case .resource(let table): return resources[table].map { .record($0.samples(in: language)) } ?? .nothing
        }
    }

    static func samples(
        _ fields: [TemplateField], in language: Language, _ resources: [TableName: ResourceRegistration]
    ) -> [String: Datum] {
        Dictionary(fields.map { ($0.name, $0.sample(in: language, resources)) }) { first, _ in first }
    }
}

extension ResourceRegistration {
    /// `customer` of `crm.customer`: how templates call one of its records.
    var shortName: String { table.text.split(separator: ".").last.map(String.init) ?? table.text }

    /// What the checker must know of a record.
    var shape: TemplateShape {
        .record(Dictionary(fields.map { ($0.name, $0.kind.shape) }) { first, _ in first })
    }

    fileprivate func samples(in language: Language) -> [String: Datum] {
        Dictionary(fields.map { ($0.name, .text("‹\($0.title.text(in: language))›")) }) { first, _ in first }
    }
}

extension InputField.Kind {
    fileprivate var shape: TemplateShape {
        if case .number = self { .number } else { .value }
    }
}
