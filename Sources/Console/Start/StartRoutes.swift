import Core
import HTTP
import Localization
import Markup
import ModuleKit
import Security
import UI

/// `/` of whoever is signed in: where a log-in ends unless it was on the way to another page.
struct StartRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        for surface in [Site.Surface.app, .agency, .operator] {
            module.navigation(
                NavigationItem(Words(tr: "Başlangıç", en: "Start"), path: "/", icon: "house", surface: surface))
        }
        module.page("/", for: .person.openToVisits) { request, context in
            StartPage(visitor: Visitor(ground, request, context), person: context.person, zone: context.zone).content
        }
    }
}

/// A greeting by the reader's own clock, and the ways on.
struct StartPage {
    let visitor: Visitor
    let person: PersonProfile
    let zone: String

    var content: PageContent {
        let zone = visitor.ground.zones.zone(zone) ?? .istanbul
        let now = visitor.ground.clock.now()
        let greeting = Self.greeting(at: zone.civilTime(at: now).hour, in: visitor.language)
        var page = PageContent(title: person.name.isEmpty ? greeting : "\(greeting), \(person.name)", body: HTML())
        page.note = Localizer(language: visitor.language, zone: zone).date(now, .full)
        page.isStart = true
        return page
    }

    static func greeting(at hour: Int, in language: Language) -> String {
        switch hour {
        case 5..<11: language.t("Günaydın", "Good morning")
        case 11..<18: language.t("İyi günler", "Good afternoon")
        case 18..<23: language.t("İyi akşamlar", "Good evening")
        default: language.t("Merhaba", "Hello")
        }
    }
}
