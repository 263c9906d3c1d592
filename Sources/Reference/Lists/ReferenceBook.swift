import Core
import ModuleKit

/// The tables as modules see them.
struct ReferenceBook: ReferenceData {
    let files: ReferenceFiles

    var countries: [Country] { ReferenceRows.countries }

    func country(_ code: CountryCode) -> Country? {
        let rows = ReferenceRows.countries
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].code.text < code.text { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].code == code ? rows[low] : nil
    }

    func subdivisions(of country: CountryCode) -> [Subdivision] {
        ReferenceRows.subdivisions(beginningWith: country.text + "-")
    }

    func subdivision(_ code: String) -> Subdivision? {
        ReferenceRows.subdivisions(beginningWith: code + "\t").first
    }

    var currencies: [CurrencyEntry] { ReferenceRows.currencies }

    var timeZones: [TimeZoneEntry] { ReferenceRows.timeZones }

    var languages: [LanguageEntry] { ReferenceRows.languages }

    func link(to list: ReferenceList, in language: Language) -> String { files.link(to: list, in: language) }
}
