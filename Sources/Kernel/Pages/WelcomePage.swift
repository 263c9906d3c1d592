import HTTP
import Markup
import ModuleKit
import UI

/// `/` where nobody can sign in, under the name of whose site it is: says that it stands.
enum WelcomePage {
    static func route(_ face: HouseFace, on surfaces: Set<Site.Surface> = [.portal]) throws -> Route {
        Route(.get, try PathTemplate("/"), on: surfaces) { page(face.view($0)) }
    }

    private static func page(_ view: PageView) -> Response {
        let name = view.entry?.site.brand.name ?? "Konak"
        if view.entry?.site.surface == .portal { return view.page(portal(name, view)) }
        let state = Button(view.t("Durumu gör", "See the state"), .link(SafeURL(path: "readyz")), .primary)
        return view.page(
            view.plain(
                title: name, heading: view.t("\(name) çalışıyor", "\(name) is running"),
                advice: view.t(
                    "Sunucu ve veritabanı hazır. Modüller kuruldukça burada görünecek.",
                    "The server and its database are ready. Modules appear here as they are installed."),
                way: state.html))
    }

    /// For customers, to whom servers and modules mean nothing.
    private static func portal(_ name: String, _ view: PageView) -> HTML {
        view.plain(
            title: name, heading: view.t("Hoş geldiniz", "Welcome"),
            advice: view.t(
                "\(name), müşterileri için bu sayfayı hazırlıyor. Bölümler açıldıkça burada görünecek.",
                "\(name) is preparing this page for its customers. Its parts appear here as they open."),
            way: HTML())
    }
}
