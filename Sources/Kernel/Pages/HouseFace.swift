import Core
import Crypto
import HTTP
import HTTPServer
import Markup
import ModuleKit
import UI

/// How the house shows itself to readers: under the name and in the colours of the site they came to, in the language and
/// the theme they like. One for the whole process.
public struct HouseFace: Sendable {
    private let sites: (any SiteLookup)?
    private let styles: StyleShelf
    /// What is said on the next page. A face by itself has a key of its own; nodes that share their readers share theirs.
    var flashes = FlashSeal(key: HeldSecret(.random(count: 32)))

    /// The face of these sites; without any the house shows its own.
    public init(sites: (any SiteLookup)? = nil) { self.init(sites: sites, styles: StyleShelf()) }

    init(sites: (any SiteLookup)?, styles: StyleShelf) { (self.sites, self.styles) = (sites, styles) }

    /// The same with the house's own key.
    func keeping(_ flashes: FlashSeal) -> HouseFace {
        var face = self
        face.flashes = flashes
        return face
    }

    /// Whose host a request names, be it open or closed; nil for a host that is not served here.
    func entry(of request: Request) -> SiteEntry? {
        guard let sites, case .host(let host) = HostReading(request.head) else { return nil }
        return sites.entry(forHost: host)
    }

    /// A site's name, colours and icon; the house's own without a site.
    func brand(of entry: SiteEntry?) -> BrandFace {
        guard let brand = entry?.site.brand else { return BrandFace(name: "Konak", icon: SafeURL("/icon.svg")) }
        return BrandFace(
            name: brand.name, style: styles.style(of: brand), icon: SafeURL("/icon.svg"),
            manifest: SafeURL("/manifest.webmanifest"))
    }

    /// What an answer to this reader stands in.
    func view(
        _ request: Request, at entry: SiteEntry?, for person: PersonProfile? = nil, token: String? = nil
    ) -> PageView {
        let nonce = Nonce(randomBytes: SecureRandom.bytes(16))
        let language = request.language(at: entry, liking: person?.language)
        let cookies = request.head.joinedValue(of: .cookie).map(Cookies.init(parsing:))
        let frame = Document.Frame(
            brand: brand(of: entry), language: language, preferences: Preferences { cookies?[$0] }, nonce: nonce,
            token: token, worker: entry == nil ? nil : SafeURL("/sw.js"))
        var view = PageView(frame: frame, language: language, entry: entry, nonce: nonce, target: request.head.target)
        view.chosenZone = request.cookie(ReaderWishes.zone)
        return view
    }

    /// The same where the route did not need a site: it is looked for now.
    func view(_ context: AnonymousContext) -> PageView {
        view(context.request, at: context.entry ?? entry(of: context.request))
    }
}

/// One answer to one reader: how its pages look, and what the browser is told about them.
struct PageView: Sendable {
    var frame: Document.Frame
    let language: Language
    let entry: SiteEntry?
    let nonce: Nonce
    /// What was asked, to come back to.
    let target: String
    /// What happened before this page.
    var toasts: [Toast] = []
    /// The zone that was chosen in this browser.
    var chosenZone: String?

    func zone(liking liked: String?) -> String { ReaderWishes.zone(chosenZone, liking: liked) }

    func t(_ tr: String, _ en: String) -> String { language == .tr ? tr : en }

    /// The same page in each language.
    var languages: [(language: Language, url: SafeURL)] {
        Language.allCases.map { ($0, ReaderWishes.link($0, back: target)) }
    }

    /// The ways to the same page in the other languages, for pages without a menu.
    var otherLanguages: HTML {
        let links = languages.filter { $0.language != language }.map { other, url -> HTML in
            let code: Attributes = [.text("lang", other.rawValue), .text("hreflang", other.rawValue)]
            return "<a href=\"\(url)\"\(attributes: code) rel=\"nofollow\">\(other == .tr ? "Türkçe" : "English")</a>"
        }
        return HTML(joining: links)
    }

    /// The answer: kept by nobody, and made of what the policy names.
    func page(_ html: HTML, _ status: Status = .ok) -> Response {
        var fields = Fields((.contentType, "text/html; charset=utf-8"), (.cacheControl, "no-store"))
        fields.append(.vary, "accept, accept-language, cookie")
        fields.append(.contentSecurityPolicy, ContentPolicy.header(nonce: nonce))
        fields.append(.referrerPolicy, "same-origin")
        fields.append(.xContentTypeOptions, "nosniff")
        return Response(status, fields: fields, body: .bytes(html.bytes))
    }

    /// A page for everybody: a heading, a sentence, what else there is, and one way on.
    func plain(title: String, heading: String, advice: String, _ more: HTML = HTML(), way: HTML) -> HTML {
        PlainScreen(
            frame, title: title,
            """
            <div class="errorpage"><h1>\(heading)</h1><p>\(advice)</p>\(more)<div class="row">\(way)</div></div>
            """
        ).html
    }
}
