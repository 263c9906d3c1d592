import HTTP
import Markup
import ModuleKit
import UI

/// `/` of a portal, under the name of whose it is: for customers, to whom servers and modules mean nothing.
enum WelcomePage {
    static func route(_ face: HouseFace) throws -> Route {
        Route(.get, try PathTemplate("/"), on: [.portal]) { page(face.view($0)) }
    }

    private static func page(_ view: PageView) -> Response {
        let name = view.entry?.site.brand.name ?? "Konak"
        return view.page(
            view.plain(
                title: name, heading: view.t("Hoş geldiniz", "Welcome"),
                advice: view.t(
                    "\(name), müşterileri için bu sayfayı hazırlıyor. Bölümler açıldıkça burada görünecek.",
                    "\(name) is preparing this page for its customers. Its parts appear here as they open."),
                way: HTML()))
    }
}
