public import Core
public import Markup

/// Whoever is signed in: name, where, and what they may set.
public struct UserFace: Sendable {
    let name: String
    let note: String
    let picture: SafeURL?
    let settings: SafeURL?
    let signOut: SafeURL?
    let languages: [(language: Language, url: SafeURL)]
    let zone: ZoneWish?

    /// A person. `languages` lead to the same page in another language.
    public init(
        name: String, note: String, picture: SafeURL? = nil, settings: SafeURL?, signOut: SafeURL?,
        languages: [(language: Language, url: SafeURL)], zone: ZoneWish? = nil
    ) {
        (self.name, self.note, self.picture, self.settings) = (name, note, picture, settings)
        (self.signOut, self.languages, self.zone) = (signOut, languages, zone)
    }
}

/// The menu of whoever is signed in.
struct UserMenu: Component {
    let user: UserFace
    let preferences: Preferences
    let language: Language
    let token: String?

    var html: HTML {
        Menu(
            .custom(
                Person(user.name, note: user.note, picture: user.picture).html, className: "me-button",
                name: "\(user.name): \(language(.account))"), name: language(.account), items
        ).html
    }

    var items: [Menu.Item] {
        var items: [Menu.Item] = [.caption(language(.theme))]
        for (theme, words) in [(Theme.light, Words.light), (.dark, .dark), (.system, .system)] {
            items.append(.choice(language(words), .sets("theme", theme.rawValue), isOn: preferences.theme == theme))
        }
        items += [.line, .caption(language(.density))]
        for (density, words) in [(Density.comfortable, Words.comfortable), (.compact, .compact)] {
            items.append(
                .choice(language(words), .sets("density", density.rawValue), isOn: preferences.density == density))
        }
        if !user.languages.isEmpty { items += [.line, .caption(language(.language))] }
        for (other, url) in user.languages {
            items.append(.choice(other == .tr ? "Türkçe" : "English", .link(url), isOn: other == language))
        }
        if let zone = user.zone {
            items += [.line, .act("\(language(.zone)): \(zone.city)", .clock, .opens(ZoneWish.id))]
        }
        if user.settings != nil || user.signOut != nil { items.append(.line) }
        if let settings = user.settings { items.append(.act(language(.settings), .settings, .link(settings))) }
        if user.signOut != nil { items.append(.act(language(.signOut), .logOut, .opens(Self.signOutID))) }
        return items
    }

    static let signOutID: ElementID = "sign-out"

    /// Signing out is posted, so that no link of another site can do it.
    var signOut: HTML? {
        guard let address = user.signOut else { return nil }
        let token: HTML? = token.map { "<input type=\"hidden\" name=\"csrf\" value=\"\($0)\">" }
        let text =
            language == .tr
            ? "Bu cihazdaki sayfalarınız da silinir." : "The pages kept on this device go too."
        return Dialog(
            Self.signOutID, language(.signOut), in: language,
            """
            <p>\(text)</p><form method="post" action="\(address)">\(token)<footer>\(Button(language(.cancel), .closes))\
            \(Button(language(.signOut), .submit, .primary, attributes: [.data("leaves", "")]))</footer></form>
            """
        ).html
    }
}
