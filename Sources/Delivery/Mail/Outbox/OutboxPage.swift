import Core
import HTTP
import Markup

/// The list of kept mail, or what to do where there is none.
struct OutboxPage {
    let language: Language
    let mails: [KeptMail.Entry]

    var response: Response { OutboxFrame(language: language, title: title, content: content).response }

    private var isTurkish: Bool { language == .tr }
    private var title: String { isTurkish ? "Giden kutusu" : "Outbox" }

    private var content: HTML {
        """
        <header class="top">
        <div><h1>\(title)</h1>
        <p>\(isTurkish
            ? "Posta sunucusu ayarlanmadı: iletiler gönderilmez, burada tutulur."
            : "No mail server is set: messages are kept here instead of being sent.")</p></div>
        <a class="btn" href="/outbox">\(isTurkish ? "Yenile" : "Refresh")</a>
        </header>
        \(mails.isEmpty ? empty : list)
        <p class="note">\(isTurkish
            ? "Bu sayfa yalnızca bu makinede ve yalnızca geliştirme sırasında açıktır. Göndermek için:"
            : "This page is open on this machine only, and only in development. To send for real:")
        <code>konak mail route set</code></p>
        """
    }

    private var empty: HTML {
        """
        <section class="empty">
        <p class="sign" aria-hidden="true">@</p>
        <h2>\(isTurkish ? "Henüz ileti yok" : "No messages yet")</h2>
        <p>\(isTurkish
            ? "Bir davet ya da parola yenileme isteği burada birkaç saniye içinde görünür."
            : "An invitation or a password reset shows up here within seconds.")</p>
        </section>
        """
    }

    private var list: HTML {
        let rows = mails.map { mail -> HTML in
            """
            <li><a href="\(url: SafeURL(path: "outbox", mail.id.description))">
            <span class="who">\(mail.recipient)</span>
            <span class="what">\(mail.subject)</span>
            <span class="from">\(mail.house)</span>
            <time datetime="\(mail.keptAt.description)">\(OutboxFrame.clock(mail.keptAt))</time>
            </a></li>
            """
        }
        return "<ul class=\"mails\">\(rows)</ul>"
    }
}

/// One kept mail: its page in a frame of its own, its text, its head.
struct LetterPage {
    let language: Language
    let mail: KeptMail.Shown

    var response: Response {
        OutboxFrame(language: language, title: mail.entry.subject, content: content).response
    }

    private var isTurkish: Bool { language == .tr }

    private var content: HTML {
        let path = SafeURL(path: "outbox", mail.entry.id.description, "page")
        return """
            <header class="top">
            <div><p class="back"><a href="/outbox">← \(isTurkish ? "Giden kutusu" : "Outbox")</a></p>
            <h1>\(mail.entry.subject)</h1>
            <p>\(mail.entry.recipient) · \(mail.entry.house) · \(OutboxFrame.clock(mail.entry.keptAt))</p></div>
            </header>
            <iframe class="letter" title="\(isTurkish ? "İletinin sayfası" : "The message as a page")" src="\(url: path)" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>
            <details><summary>\(isTurkish ? "Metin" : "Text")</summary><pre>\(mail.text)</pre></details>
            <details><summary>\(isTurkish ? "Başlıklar" : "Headers")</summary><pre>\(mail.head)</pre></details>
            """
    }

    /// The mail's own page, which may do nothing but be looked at: no script, nothing fetched, and a sandbox even when it is
    /// opened by itself. Its links open windows of their own.
    static func inner(_ mail: KeptMail.Shown) -> Response {
        var fields = Fields((.contentType, "text/html; charset=utf-8"), (.cacheControl, "no-store"))
        fields.append(
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox")
        fields.append(.referrerPolicy, "no-referrer")
        return Response(.ok, fields: fields, body: .bytes(Array(mail.html.utf8)))
    }
}
