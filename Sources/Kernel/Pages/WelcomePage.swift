import HTTP
import Markup
import ModuleKit
import UI

/// `/` of a house without modules, under the name of whose site it is: says that it stands.
enum WelcomePage {
    static func route(_ face: HouseFace) throws -> Route {
        Route(.get, try PathTemplate("/"), on: Set(Site.Surface.allCases)) { page(face.view($0)) }
    }

    private static func page(_ view: PageView) -> Response {
        let name = view.entry?.site.brand.name ?? "Konak"
        let state = Button(view.t("Durumu gör", "See the state"), .link(SafeURL(path: "readyz")), .primary)
        return view.page(
            view.plain(
                title: name, heading: view.t("\(name) çalışıyor", "\(name) is running"),
                advice: view.t(
                    "Sunucu ve veritabanı hazır. Modüller kuruldukça burada görünecek.",
                    "The server and its database are ready. Modules appear here as they are installed."),
                way: state.html))
    }
}
