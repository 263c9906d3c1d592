import Core
public import Markup

/// A page outside the house: sign-in, errors, a site that is closed. It needs no session and hardly a script.
public struct PlainScreen: Component {
    let frame: Document.Frame
    let title: String
    let content: HTML
    let footer: HTML
    let isScripted: Bool

    /// A page with the brand above and links below.
    public init(_ frame: Document.Frame, title: String, footer: HTML = HTML(), isScripted: Bool = true, _ content: HTML)
    {
        (self.frame, self.title, self.footer, self.content) = (frame, title, footer, content)
        self.isScripted = isScripted
    }

    /// A card in the middle, for a form.
    public static func card(
        _ frame: Document.Frame, title: String, text: String, footer: HTML = HTML(), _ content: HTML
    ) -> PlainScreen {
        PlainScreen(
            frame, title: title, footer: footer,
            "<div class=\"plaincard\"><div><h1>\(title)</h1><p>\(text)</p></div>\(content)</div>")
    }

    /// The whole page.
    public var html: HTML {
        Document(
            frame, title: title, isScripted: isScripted,
            body: """
                <div class="plainpage"><header>\(frame.brand.mark)<span>\(frame.brand.name)</span></header>
                <main>\(content)</main><footer>\(footer)</footer></div>
                """
        ).html
    }
}

/// What went wrong, in words: what happened, what to do, and the number to quote.
public struct ErrorScreen: Component {
    let frame: Document.Frame
    let fault: Fault
    let reference: String?
    let retryAfter: Int?

    /// What can go wrong with a page.
    public enum Fault: Int, Sendable, CaseIterable {
        case forbidden = 403
        case notFound = 404
        case gone = 410
        case tooLarge = 413
        case tooMany = 429
        case broken = 500
        case unavailable = 503
        /// The site is closed by its provider.
        case siteClosed = 4231
        /// There is no connection.
        case offline = 1
    }

    /// A fault with the request's number, and the seconds after which to try again.
    public init(_ frame: Document.Frame, _ fault: Fault, reference: String? = nil, retryAfter: Int? = nil) {
        (self.frame, self.fault, self.reference, self.retryAfter) = (frame, fault, reference, retryAfter)
    }

    /// The whole page.
    public var html: HTML {
        let words = fault.words(frame.language, retryAfter: retryAfter)
        let isTurkish = frame.language == .tr
        let code: HTML? = (400...599).contains(fault.rawValue) ? "<p class=\"code\">\(fault.rawValue)</p>" : nil
        let reference: HTML? = reference.map { reference in
            "<p class=\"ref\">\(isTurkish ? "İstek numarası" : "Request number") <code>\(reference)</code></p>"
        }
        return PlainScreen(
            frame, title: words.title, isScripted: false,
            "<div class=\"errorpage\">\(code)<h1>\(words.title)</h1><p>\(words.advice)</p>\(wayOn)\(reference)</div>"
        ).html
    }

    private var wayOn: HTML? {
        let isTurkish = frame.language == .tr
        switch fault {
        case .siteClosed: return nil
        case .broken, .unavailable, .tooMany, .offline:
            return
                "<div class=\"row\">\(Button(isTurkish ? "Yeniden dene" : "Try again", link("?"), .primary, icon: .refresh))</div>"
        default:
            return
                "<div class=\"row\">\(Button(isTurkish ? "Ana sayfaya dön" : "Back to the start", link("/"), .primary))</div>"
        }
    }

    private func link(_ address: String) -> Action { .link(SafeURL(address) ?? .nowhere) }
}
