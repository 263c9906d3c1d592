import Core
import ModuleKit
import SQL
import Templating

extension TemplateValue {
    /// The value as the language takes it; nothing for a record that is yet to be read.
    var datum: Datum {
        switch self {
        case .nothing, .resource: .nothing
        case .text(let text): .text(text)
        case .number(let number): .number(DecimalNumber(number))
        case .decimal(let units, let places):
            DecimalNumber(units: units, places: places).map { .number($0) } ?? .nothing
        case .money(let money): .money(money)
        case .moment(let moment): .moment(moment)
        case .day(let day): day.datum
        case .flag(let flag): .flag(flag)
        case .list(let list): .list(list.map(\.datum))
        case .record(let record): .record(record.mapValues(\.datum))
        }
    }
}

extension CalendarDate {
    var datum: Datum { CalendarDay(year: year, month: month, day: day).map { .day($0) } ?? .nothing }
}
