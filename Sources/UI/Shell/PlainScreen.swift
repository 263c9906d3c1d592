import Core
public import Markup

/// A page outside the house: sign-in, errors, a site that is closed. It needs no session and hardly a script.
public struct PlainScreen: Component {
    let frame: Document.Frame
    let title: String
    let content: HTML
    let footer: HTML
    let isScripted: Bool
    let toasts: [Toast]

    /// A page with the brand above and links below, and what happened before it.
    public init(
        _ frame: Document.Frame, title: String, footer: HTML = HTML(), isScripted: Bool = true, toasts: [Toast] = [],
        _ content: HTML
    ) {
        (self.frame, self.title, self.footer, self.content) = (frame, title, footer, content)
        (self.isScripted, self.toasts) = (isScripted, toasts.map { $0.with(token: frame.token) })
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
                <main>\(content)</main><footer>\(footer)</footer></div>\(said)
                """
        ).html
    }

    private var said: HTML? {
        toasts.isEmpty ? nil : "<div id=\"toasts\" class=\"toasts\" role=\"status\">\(toasts)</div>"
    }
}

/// What went wrong, in words: what happened, what to do, and the number to quote.
public struct ErrorScreen: Component {
    let frame: Document.Frame
    let fault: Fault
    let status: Int?
    let detail: String?
    let reference: String?
    let retryAfter: Int?

    /// What can go wrong with a page.
    public enum Fault: Int, Sendable, CaseIterable {
        case unreadable = 400
        case unauthenticated = 401
        case forbidden = 403
        case notFound = 404
        case wrongMethod = 405
        case gone = 410
        case tooLarge = 413
        /// No site lives at this host.
        case noSite = 421
        case tooMany = 429
        case broken = 500
        case unavailable = 503
        /// The site is closed by its provider.
        case siteClosed = 4231
        /// The link was not made for this door, or its time is over.
        case linkInvalid = 4031
        /// Anything else that was asked wrongly.
        case refused = 2
        /// There is no connection.
        case offline = 1
    }

    /// A fault with its own status and what more is known of it, the request's number, and the seconds after which to try
    /// again.
    public init(
        _ frame: Document.Frame, _ fault: Fault, status: Int? = nil, detail: String? = nil, reference: String? = nil,
        retryAfter: Int? = nil
    ) {
        (self.frame, self.fault, self.status, self.detail) = (frame, fault, status, detail)
        (self.reference, self.retryAfter) = (reference, retryAfter)
    }

    /// What has happened, in a few words.
    public var title: String { fault.words(frame.language, retryAfter: retryAfter).title }

    /// The whole page.
    public var html: HTML { PlainScreen(frame, title: title, isScripted: fault == .offline, piece).html }

    /// What is said, for the frame of somebody who is signed in.
    public var piece: HTML {
        let words = fault.words(frame.language, retryAfter: retryAfter)
        let isTurkish = frame.language == .tr
        let advice = [.refused, .unreadable].contains(fault) ? detail ?? words.advice : words.advice
        let code: HTML? = number.map { "<p class=\"code\">\($0)</p>" }
        let reference: HTML? = reference.map { reference in
            "<p class=\"ref\">\(isTurkish ? "İstek numarası" : "Request number") <code>\(reference)</code></p>"
        }
        // What else can be read without a connection, if anything can.
        let kept: HTML? = fault == .offline ? "<k-kept></k-kept>" : nil
        return """
            <div class="errorpage">\(code)<h1>\(words.title)</h1><p>\(advice)</p>\(wayOn)\(reference)\(kept)</div>
            """
    }

    private var number: Int? {
        switch fault {
        case .siteClosed, .linkInvalid, .offline: nil
        case .refused, .broken: status ?? (fault == .broken ? fault.rawValue : nil)
        default: fault.rawValue
        }
    }

    private var wayOn: HTML? {
        let isTurkish = frame.language == .tr
        switch fault {
        // No way leads into a house that is not there, is closed, or did not ask one in.
        case .siteClosed, .noSite, .linkInvalid: return nil
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
