import Core
import Localization
import ModuleKit
import Postgres
import SQL

extension PeopleOffice {
    /// How a console's pages are written for who sits there.
    func words(for seat: Seat) async throws -> VisitWords {
        let rows = try await control.perform("SELECT time_zone FROM security.person WHERE id = \(seat.user)")
        let name: String? = try rows.first?.decode(0)
        let zone = name.flatMap { zones.zone($0) } ?? .istanbul
        return VisitWords(local: Localizer(language: seat.place.language, zone: zone), now: clock.now())
    }
}
