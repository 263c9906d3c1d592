import Core
import Markup
import ModuleKit

/// A letter as a page for programs of mail, old ones too: tables for the frame, styles within the tags, and a few rules
/// in the head for those who know dark screens. No picture, no script, nothing that is fetched.
struct MailFrame {
    let letter: MailLetter
    let content: LetterContent

    static let unsubscribe = Words(tr: "Bu özeti artık alma", en: "Stop these messages")

    static func greeting(_ name: String, _ language: Language) -> String {
        language == .tr ? "Merhaba \(name)," : "Hello \(name),"
    }

    private var accent: BrandColour { .accent(hue: letter.brand.hue, chroma: letter.brand.chroma) }
    private var canvas: BrandColour { .tint(0.968, hue: letter.brand.hue) }
    private var brandName: String { CleanText.line(letter.brand.name, most: 80) }

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(letter.language.rawValue)" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
        <title>\(content.subject)</title>
        \(darkRules)
        </head>
        <body class="canvas" bgcolor="\(canvas.hex)" style="margin:0;padding:0;background:rgb(\(canvas.red),\(canvas.green),\(canvas.blue));-webkit-text-size-adjust:100%">
        <div style="display:none;max-height:0;overflow:hidden;opacity:0">\(content.preview)</div>
        <table role="presentation" class="canvas" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="\(canvas.hex)">
        <tr><td align="center" style="padding:32px 16px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
        <tr><td style="padding:0 8px 20px">\(mark)</td></tr>
        <tr><td class="card" bgcolor="#ffffff" style="padding:36px 36px 32px;border:1px solid #e6e8ec;border-radius:14px;background:#ffffff;font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
        \(letterBody)
        </td></tr>
        <tr><td class="quiet" style="padding:20px 8px 0;color:#6b7280;font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:12.5px;line-height:1.6">\(foot)</td></tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>

        """
    }

    /// Programs that turn colours themselves leave alone what says that it knows both.
    private var darkRules: HTML {
        let light = BrandColour.lightAccent(hue: letter.brand.hue, chroma: letter.brand.chroma)
        let dark = BrandColour.tint(0.19, hue: letter.brand.hue)
        return """
            <style>
            :root { color-scheme: light dark; }
            @media (prefers-color-scheme: dark) {
              .canvas { background: rgb(\(dark.red),\(dark.green),\(dark.blue)) !important; }
              .card { background: #1b1f27 !important; border-color: #303642 !important; }
              .ink { color: #eef0f4 !important; }
              .text { color: #c3c8d2 !important; }
              .quiet { color: #99a1af !important; }
              .rule { border-color: #303642 !important; }
              .inset { background: #242933 !important; }
              .link { color: rgb(\(light.red),\(light.green),\(light.blue)) !important; }
            }
            @media (max-width: 480px) {
              .card { padding: 28px 22px 24px !important; }
              .button { display: block !important; text-align: center !important; }
            }
            </style>
            """
    }

    /// The brand's first letter on its colour, and its name. Letters instead of a picture: most programs show no picture
    /// before they are asked.
    private var mark: HTML {
        """
        <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
        <td width="34" height="34" align="center" valign="middle" bgcolor="\(accent.hex)" style="border-radius:9px;background:rgb(\(accent.red),\(accent.green),\(accent.blue));color:#ffffff;font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;font-weight:650">\(String(brandName.prefix(1)))</td>
        <td class="ink" style="padding-left:12px;color:#171b24;font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;font-weight:600">\(brandName)</td>
        </tr></table>
        """
    }

    private var letterBody: HTML {
        HTML(joining: [heading] + paragraphs + [facts, code, items, button, note])
    }

    private var heading: HTML {
        """
        <h1 class="ink" style="margin:0 0 16px;color:#171b24;font-size:22px;line-height:1.3;font-weight:650;letter-spacing:-.01em">\(content.heading)</h1>
        """
    }

    private var paragraphs: [HTML] {
        let greeting = letter.readerName.map { [Self.greeting($0, letter.language)] } ?? []
        return (greeting + content.paragraphs).map { paragraph in
            let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false).map {
                HTML(text: String($0))
            }
            let broken = HTML(joining: lines.enumerated().map { $0 == 0 ? $1 : "<br>\($1)" })
            return """
                <p class="text" style="margin:0 0 16px;color:#404859;font-size:15px;line-height:1.6">\(broken)</p>
                """
        }
    }

    private var facts: HTML {
        guard !content.facts.isEmpty else { return HTML() }
        let rows = content.facts.map { fact -> HTML in
            """
            <tr><td class="quiet" style="padding:6px 16px 6px 0;color:#6b7280;font-size:13.5px;white-space:nowrap" valign="top">\(fact.name)</td><td class="ink" style="padding:6px 0;color:#171b24;font-size:14px;font-weight:550;word-break:break-word">\(fact.value)</td></tr>
            """
        }
        return """
            <table role="presentation" class="inset" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px;background:#f5f6f8;border-radius:10px"><tr><td style="padding:10px 18px"><table role="presentation" cellpadding="0" cellspacing="0" border="0">\(rows)</table></td></tr></table>
            """
    }

    private var code: HTML {
        guard let code = content.code else { return HTML() }
        return """
            <p class="inset ink" style="margin:4px 0 20px;padding:14px 18px;background:#f5f6f8;border-radius:10px;color:#171b24;font-family:'JetBrains Mono',Consolas,Menlo,monospace;font-size:24px;letter-spacing:.18em;text-align:center">\(code)</p>
            """
    }

    private var items: HTML {
        guard !content.items.isEmpty else { return HTML() }
        let rows = content.items.map { item -> HTML in
            let title: HTML = item.url.map { url in link(url, item.title) } ?? HTML(text: item.title)
            let detail: HTML =
                item.detail.map { detail in
                    """
                    <div class="quiet" style="margin-top:2px;color:#6b7280;font-size:13px;line-height:1.5">\(detail)</div>
                    """
                } ?? HTML()
            return """
                <tr><td class="rule ink" style="padding:12px 0;border-top:1px solid #e6e8ec;color:#171b24;font-size:14.5px;line-height:1.45;font-weight:550">\(title)\(detail)</td></tr>
                """
        }
        return """
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px">\(rows)</table>
            """
    }

    private func link(_ url: SafeURL, _ title: String) -> HTML {
        """
        <a class="link" href="\(url: url)" target="_blank" rel="noopener" style="color:rgb(\(accent.red),\(accent.green),\(accent.blue));text-decoration:none">\(title)</a>
        """
    }

    private var button: HTML {
        guard let button = content.button else { return HTML() }
        return """
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 20px"><tr><td bgcolor="\(accent.hex)" style="border-radius:10px;background:rgb(\(accent.red),\(accent.green),\(accent.blue))"><a class="button" href="\(url: button.url)" target="_blank" rel="noopener" style="display:inline-block;padding:13px 24px;color:#ffffff;font-size:15px;line-height:1.2;font-weight:600;text-decoration:none;border-radius:10px">\(button.title)</a></td></tr></table>
            <p class="quiet" style="margin:0 0 16px;color:#6b7280;font-size:12.5px;line-height:1.5">\(letter.language == .tr ? "Düğme çalışmıyorsa bu adresi tarayıcınıza yapıştırın:" : "If the button does not work, paste this address into your browser:")<br><a class="link" href="\(url: button.url)" target="_blank" rel="noopener" style="color:rgb(\(accent.red),\(accent.green),\(accent.blue));word-break:break-all">\(button.url.text)</a></p>
            """
    }

    private var note: HTML {
        guard let note = content.note else { return HTML() }
        return """
            <p class="quiet rule" style="margin:20px 0 0;padding-top:16px;border-top:1px solid #e6e8ec;color:#6b7280;font-size:13px;line-height:1.55">\(note)</p>
            """
    }

    private var foot: HTML {
        var lines: [HTML] = [HTML(text: brandName)]
        if let address = letter.brand.supportAddress, let url = SafeURL.mail(to: address) {
            lines.append(
                """
                \(letter.language == .tr ? "Sorunuz mu var? Yazın:" : "Questions? Write to") <a class="link" href="\(url: url)" style="color:rgb(\(accent.red),\(accent.green),\(accent.blue));text-decoration:none">\(address)</a>
                """)
        }
        if let url = letter.unsubscribe { lines.append(link(url, Self.unsubscribe.text(in: letter.language))) }
        return HTML(joining: lines.enumerated().map { $0 == 0 ? $1 : "<br>\($1)" })
    }
}
