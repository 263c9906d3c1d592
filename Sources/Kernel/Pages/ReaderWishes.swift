import Core
import HTTP
import HTTPServer
import Localization
import Markup
import ModuleKit

/// What a reader has chosen in this browser, language and zone: cookies of this host alone, kept for a year. They go before
/// what the browser likes, and before what the person has set for everywhere.
enum ReaderWishes {
    static let language = CookieName.host("konak-language")
    static let zone = CookieName.host("konak-zone")
    private static let year = 365 * 86_400

    /// Where one is set.
    static var address: SafeURL { SafeURL(path: "preferences") }

    /// The zone chosen in the browser if it is one, else the person's, else Türkiye's.
    static func zone(_ chosen: String?, liking liked: String?) -> String {
        if let chosen, Zone(chosen) != nil { return chosen }
        return liked ?? "Europe/Istanbul"
    }

    /// `/preferences`: a link of our own pages, or a form, that sets one and leads back to the page it stood on.
    static var routes: [Route] {
        get throws {
            let path = try PathTemplate("/preferences")
            return [
                Route(.get, path) { context in
                    answer(context.request, context.request.head.query.flatMap { try? QueryItems($0) })
                },
                Route(.post, path) { context in
                    let body = try await context.request.body.collect(upTo: 4_096)
                    return answer(context.request, try? QueryItems(parsing: body.span))
                },
            ]
        }
    }

    /// The address that sets a language and leads back.
    static func link(_ language: Language, back: String) -> SafeURL {
        SafeURL(path: "preferences", query: ["language": language.rawValue, "to": back])
    }

    private static func answer(_ request: Request, _ items: QueryItems?) -> Response {
        let items = items ?? QueryItems()
        let back = items["to"].flatMap { LocalAddress($0) }?.text ?? "/"
        var fields = Fields((.cacheControl, "no-store"))
        fields.append(request.isOfPage ? .htmxRedirect : .location, back)
        // Another site's page may lead here, but it chooses nothing for its readers.
        if isOurs(request) { for cookie in cookies(items) { fields.append(.setCookie, cookie.fieldValue) } }
        return Response(request.isOfPage ? .noContent : .seeOther, fields: fields)
    }

    private static func isOurs(_ request: Request) -> Bool {
        switch request.head[FieldName("sec-fetch-site")] {
        case nil, "same-origin", "none": true
        default: false
        }
    }

    private static func cookies(_ items: QueryItems) -> [SetCookie] {
        let language = items["language"].flatMap(Language.init(rawValue:)).flatMap {
            SetCookie(Self.language, $0.rawValue, maxAge: year)
        }
        let zone = items["zone"].flatMap { Zone($0) == nil ? nil : SetCookie(Self.zone, $0, maxAge: year) }
        return [language, zone].compactMap(\.self)
    }
}

extension Request {
    /// The reader's language: the one chosen in this browser, the one the person likes, the one the browser likes best,
    /// the site's, Turkish.
    func language(at entry: SiteEntry?, liking liked: Language? = nil) -> Language {
        if let chosen = cookie(ReaderWishes.language).flatMap(Language.init(rawValue:)) ?? liked { return chosen }
        let wishes = head.joinedValue(of: .acceptLanguage)
        let best = wishes.flatMap { AcceptLanguage.best(of: Language.names, for: $0) }
        return best.flatMap(Language.init(rawValue:)) ?? entry?.site.language ?? .tr
    }

    /// The zone of the reader's clock: the one chosen in this browser, else the person's, else Türkiye's.
    func zone(liking liked: String? = nil) -> String {
        ReaderWishes.zone(cookie(ReaderWishes.zone), liking: liked)
    }

    /// A cookie that came along.
    func cookie(_ name: CookieName) -> String? {
        guard let field = head.joinedValue(of: .cookie) else { return nil }
        return Cookies.value(of: name, in: field.utf8Span.span)
    }
}

extension Language {
    fileprivate static let names = allCases.map(\.rawValue)
}
