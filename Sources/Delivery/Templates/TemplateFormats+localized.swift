import Core
public import Localization
public import Templating

extension TemplateFormats {
    /// As one reader is written to: dates, times and letters by the rules of the language, at the time of the zone.
    public static func localized(_ reader: Localizer) -> TemplateFormats {
        var formats = TemplateFormats.house(reader.language)
        formats.local = { reader.zone.civilTime(at: $0) }
        formats.time = { reader.time($0) }
        formats.date = { day, style in
            let civil = CivilTime(year: day.year, month: day.month, day: day.day)
            switch style {
            case .short: return reader.language == .tr ? reader.date(civil, .short) : reader.date(civil, .medium)
            case .long: return reader.date(civil, .long)
            case .weekday: return reader.date(civil, .full)
            }
        }
        formats.upper = { reader.uppercased($0) }
        formats.lower = { reader.lowercased($0) }
        return formats
    }
}
