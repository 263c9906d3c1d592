import Core
import HTTP
import Markup
import ModuleKit
import UI

/// Whom a page is for.
enum PageReader: Sendable {
    /// One of a tenant's people, with what the role holds.
    case staff(Set<String>)
    /// One of a tenant's customers, with what the portal gives.
    case customer(Set<String>)
    /// Somebody of an agency or the operator.
    case house
    /// Whoever came.
    case stranger
}

/// A module's page within the frame of the face it stands on.
struct ModulePage {
    let content: PageContent
    let reader: PageReader
    let view: PageView
    let entry: SiteEntry
    let menu: HouseMenu
    let path: String

    var html: HTML {
        switch reader {
        case .staff(let held): shell(holding: held)
        case .house: shell(holding: [])
        case .customer(let held):
            PortalScreen(view.frame, places(held), title: content.title, toasts: view.toasts, whole).html
        case .stranger:
            PlainScreen(
                view.frame, title: content.title, toasts: view.toasts,
                "<div class=\"plaincard\"><div><h1>\(content.title)</h1></div><div>\(content.body)</div></div>"
            ).html
        }
    }

    private func places(_ held: Set<String>) -> [Place] {
        menu.places(at: entry, holding: held, path: path, in: view.language)
    }

    private func shell(holding held: Set<String>) -> HTML {
        // Who it is, in words, is for the part of the house that knows people; here only where they are.
        let user = UserFace(
            name: view.t("Hesabım", "My account"), note: entry.site.host, settings: nil, signOut: nil, languages: [])
        var around = Shell.Surroundings([PlaceGroup(places(held))], user: user)
        around.toasts = view.toasts
        return Shell(view.frame, around, title: content.title, isFixed: content.isFixed, whole).html
    }

    private var whole: HTML {
        let way =
            content.steps.isEmpty ? nil : Breadcrumbs(content.steps, current: content.title, in: view.language)
        let head = PageHead(content.title, note: content.note, way: way, actions: content.actions)
        return "\(head)<div class=\"content\">\(content.body)</div>"
    }
}
