import HTTP
import HTTPServer
import Markup

/// The barest page of the house: for what must be shown when nothing else can be. It draws on one stylesheet and no script.
struct PlainPage {
    let language: PageLanguage
    let title: String
    let content: HTML

    func response(_ status: Status) -> Response {
        var fields = Fields((.contentType, "text/html; charset=utf-8"), (.cacheControl, "no-store"))
        fields.append(.contentSecurityPolicy, Self.policy)
        fields.append(.referrerPolicy, "no-referrer")
        return Response(status, fields: fields, body: .bytes(html.bytes))
    }

    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'"

    private var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <link rel="stylesheet" href="\(HouseFiles.style.link)">
        <link rel="icon" type="image/svg+xml" href="\(HouseFiles.icon.link)">
        </head>
        <body>
        <main class="plain">
        <p class="mark" aria-hidden="true">K</p>
        \(content)
        </main>
        </body>
        </html>

        """
    }
}

/// The language a page without a user speaks: Turkish, unless the reader likes English better.
enum PageLanguage: String, Sendable, CaseIterable {
    case turkish = "tr"
    case english = "en"

    init(_ request: Request) {
        let wishes = request.head.joinedValue(of: .acceptLanguage)
        let best = wishes.flatMap { AcceptLanguage.best(of: Self.allCases.map(\.rawValue), for: $0) }
        self = best.flatMap(Self.init(rawValue:)) ?? .turkish
    }
}
