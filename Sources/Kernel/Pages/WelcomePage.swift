import HTTP
import Markup

/// `/` of a house without modules: says that it stands.
enum WelcomePage {
    static var route: Route {
        get throws { Route(.get, try PathTemplate("/")) { context in page(PageLanguage(context.request)) } }
    }

    private static func page(_ language: PageLanguage) -> Response {
        let isTurkish = language == .turkish
        let content: HTML = """
            <h1>\(isTurkish ? "Konak çalışıyor" : "Konak is running")</h1>
            <p>\(isTurkish
                ? "Sunucu ve veritabanı hazır. Modüller kuruldukça burada görünecek."
                : "The server and its database are ready. Modules appear here as they are installed.")</p>
            <a class="action" href="/readyz">\(isTurkish ? "Durumu gör" : "See the state")</a>
            """
        return PlainPage(language: language, title: "Konak", content: content).response(.ok)
    }
}
