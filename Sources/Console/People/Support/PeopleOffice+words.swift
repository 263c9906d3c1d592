import Core
import Localization
import ModuleKit

extension PeopleOffice {
    /// How a console's pages are written for who sits there.
    func words(for seat: Seat) -> VisitWords {
        VisitWords(
            local: Localizer(language: seat.place.language, zone: zones.zone(seat.place.zone) ?? .istanbul),
            now: clock.now())
    }
}
