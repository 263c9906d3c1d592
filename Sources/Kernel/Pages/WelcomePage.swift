import HTTP
import Markup
import ModuleKit

/// `/` of a house without modules, under the name of whose site it is: says that it stands.
enum WelcomePage {
    static var route: Route {
        get throws {
            Route(.get, try PathTemplate("/"), on: Set(Site.Surface.allCases)) { context in
                page(PageLanguage(context.request), context.entry?.site.brand.name ?? "Konak")
            }
        }
    }

    private static func page(_ language: PageLanguage, _ name: String) -> Response {
        let isTurkish = language == .turkish
        let content: HTML = """
            <h1>\(isTurkish ? "\(name) çalışıyor" : "\(name) is running")</h1>
            <p>\(isTurkish
                ? "Sunucu ve veritabanı hazır. Modüller kuruldukça burada görünecek."
                : "The server and its database are ready. Modules appear here as they are installed.")</p>
            <a class="action" href="/readyz">\(isTurkish ? "Durumu gör" : "See the state")</a>
            """
        return PlainPage(language: language, title: name, content: content).response(.ok)
    }
}
