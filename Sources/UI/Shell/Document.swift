public import Core
public import Markup

/// How a site presents itself.
public struct BrandFace: Sendable {
    /// The name people read.
    public let name: String
    /// The colours.
    public let style: BrandStyle
    /// The logo; without one the first letter stands in.
    public let logo: SafeURL?
    /// The icon of the site in the browser.
    public let icon: SafeURL?
    /// The manifest, which makes it installable.
    public let manifest: SafeURL?

    /// A face.
    public init(
        name: String, style: BrandStyle = .house, logo: SafeURL? = nil, icon: SafeURL? = nil, manifest: SafeURL? = nil
    ) {
        (self.name, self.style, self.logo, self.icon, self.manifest) = (name, style, logo, icon, manifest)
    }

    var mark: HTML {
        if let logo { return "<span class=\"mark-of\"><img src=\"\(logo)\" alt=\"\"></span>" }
        return "<span class=\"mark-of\" aria-hidden=\"true\">\(String(Initials.of(name).prefix(1)))</span>"
    }
}

/// A whole page: the head that all pages share, and a body.
public struct Document: Component {
    /// What belongs to the answer rather than to the page.
    public struct Frame: Sendable {
        let brand: BrandFace
        let language: Language
        let preferences: Preferences
        let nonce: Nonce
        let token: String?
        let worker: SafeURL?
        /// Who reads, as a mark that is the same on every page; nil where nothing may be kept on the device.
        public var reader: String?

        /// The site, the reader, the nonce of the policy, the session's CSRF token, the service worker.
        public init(
            brand: BrandFace, language: Language, preferences: Preferences = Preferences(), nonce: Nonce,
            token: String? = nil, worker: SafeURL? = nil
        ) {
            (self.brand, self.language, self.preferences) = (brand, language, preferences)
            (self.nonce, self.token, self.worker) = (nonce, token, worker)
        }
    }

    let frame: Frame
    let title: String
    let bodyContent: HTML
    let modules: [SafeURL]
    let isScripted: Bool

    /// A page. `modules` are scripts that only this page needs; without scripts it is a plain page.
    public init(_ frame: Frame, title: String, modules: [SafeURL] = [], isScripted: Bool = true, body: HTML) {
        (self.frame, self.title, bodyContent) = (frame, title, body)
        (self.modules, self.isScripted) = (modules, isScripted)
    }

    /// The page.
    public var html: HTML {
        """
        <!doctype html>
        <html lang="\(frame.language.rawValue)"\(attributes: preferences)>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <title>\(title)\(title == frame.brand.name ? "" : " · " + frame.brand.name)</title>
        \(links)
        \(isScripted ? scripts : HTML())
        </head>
        <body>
        \(bodyContent)
        </body>
        </html>

        """
    }

    private var preferences: Attributes {
        var all: Attributes = [
            .data("theme", frame.preferences.theme.rawValue), .data("density", frame.preferences.density.rawValue),
        ]
        all.append(.data("side", "narrow"), if: frame.preferences.isSideNarrow)
        return all
    }

    private var links: HTML {
        let colors = frame.brand.style.frameColors
        let icon: HTML? = frame.brand.icon.map { "<link rel=\"icon\" href=\"\($0)\">" }
        let manifest: HTML? = frame.brand.manifest.map {
            "<link rel=\"manifest\" href=\"\($0)\"><meta name=\"mobile-web-app-capable\" content=\"yes\">"
        }
        return """
            <meta name="theme-color" content="\(colors.light)" media="(prefers-color-scheme: light)">
            <meta name="theme-color" content="\(colors.dark)" media="(prefers-color-scheme: dark)">
            <link rel="preload" href="\(Assets.house.link(.font))" as="font" type="font/woff2" crossorigin>
            <link rel="stylesheet" href="\(Assets.house.link(.style))">
            \(frame.brand.style.element(nonce: frame.nonce))
            \(icon)\(manifest)
            """
    }

    private var scripts: HTML {
        let token: HTML? = frame.token.map { "<meta name=\"csrf\" content=\"\($0)\">" }
        let worker: HTML? = frame.worker.map { "<meta name=\"worker\" content=\"\($0.text)\">" }
        let modules = modules.map { url -> HTML in "<script type=\"module\" src=\"\(url)\"></script>" }
        let reader: HTML? = frame.reader.map { "<meta name=\"reader\" content=\"\($0)\">" }
        return """
            <meta name="htmx-config" content='{"allowEval":false,"includeIndicatorStyles":false,"historyCacheSize":0,\
            "selfRequestsOnly":true,"allowScriptTags":false,"timeout":20000,"scrollIntoViewOnBoost":false,\
            "refreshOnHistoryMiss":true}'>
            \(token)\(worker)\(reader)
            <link rel="modulepreload" href="\(Assets.house.link(.dom))">
            <link rel="modulepreload" href="\(Assets.house.link(.toast))">
            <script src="\(Assets.house.link(.htmx))" defer></script>
            <script type="module" src="\(Assets.house.link(.app))"></script>\(modules)
            """
    }
}
