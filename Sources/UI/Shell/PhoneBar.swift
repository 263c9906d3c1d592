import Core
import Markup

/// The navigation of a phone: four places and a sheet with all the others.
struct PhoneBar: Component {
    let groups: [PlaceGroup]
    let user: UserMenu
    let language: Language

    private static let sheet: ElementID = "places"

    var html: HTML {
        """
        <nav class="bottombar" aria-label="\(language(.navigation))">\(groups.flatMap(\.places).prefix(4).map { place -> HTML in "<span>\(place.short)</span>" })\
        <span><button type="button" data-opens="\(Self.sheet.text)" aria-haspopup="dialog">\(Icon.menu)<span>\(language(.more))</span></button></span></nav>
        \(Dialog(Self.sheet, language(.allPlaces), in: language, "<nav class=\"sheetnav\" aria-label=\"\(language(.allPlaces))\">\(groups.map(part))</nav>\(settings)"))
        """
    }

    private func part(_ group: PlaceGroup) -> HTML {
        let title: HTML? = group.title.map { "<h3>\($0)</h3>" }
        return "\(title)<ul>\(group.places.map { place -> HTML in "<li>\(place.short)</li>" })</ul>"
    }

    private var settings: HTML {
        let themes = [(Theme.light, Words.light), (.dark, .dark), (.system, .system)].map { theme, words -> HTML in
            let attributes: Attributes = [
                .data("set", "theme:\(theme.rawValue)"), .aria("pressed", user.preferences.theme == theme),
            ]
            return "<button type=\"button\"\(attributes: attributes)>\(language(words))</button>"
        }
        let languages = user.user.languages.map { other, url -> HTML in
            var attributes: Attributes = [.url("href", url), .text("lang", other.rawValue)]
            attributes.append(.aria("current", "true"), if: other == language)
            return "<a\(attributes: attributes)>\(other == .tr ? "Türkçe" : "English")</a>"
        }
        let tongue: HTML? =
            languages.isEmpty
            ? nil : "<div class=\"seg\" role=\"group\" aria-label=\"\(language(.language))\">\(languages)</div>"
        let zone = user.user.zone.map { zone in
            Button("\(language(.zone)): \(zone.city)", .opens(ZoneWish.id), .quiet, icon: .clock)
        }
        let leave = user.user.signOut.map { _ in
            Button(language(.signOut), .opens(UserMenu.signOutID), .quiet, icon: .logOut)
        }
        let settings = user.user.settings.map { Button(language(.settings), .link($0), .quiet, icon: .settings) }
        return """
            <h3 class="sr">\(language(.account))</h3><div class="stack s"><div class="seg" role="group" aria-label="\(language(.theme))">\(themes)</div>\
            \(tongue)<div class="row wrap">\(zone)\(settings)\(leave)</div></div>
            """
    }
}
