import Core
import ModuleKit

/// The frame around every letter, as parts that may be replaced like any template: page, head, greeting, link and foot.
/// No picture, no script, nothing that is fetched.
enum LetterFrame {
    static let all = [page, head, greeting, link, foot]

    /// The rules are for those who know dark screens; all else stands within the tags.
    private static let page = TemplateRegistration(
        part: TemplateKey("mail.page"), .mail, title: Words(tr: "Sayfa", en: "Page"),
        body: Words(
            tr: "<!doctype html>\n<html lang=\"tr\" dir=\"ltr\">", en: "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"
        )
            + LetterWords.same(
                """

                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
                <title>{{ brand.name }}</title>
                <style>
                :root { color-scheme: light dark; }
                @media (prefers-color-scheme: dark) {
                  .canvas { background: #14161b !important; }
                  .card { background: #1b1f27 !important; border-color: #303642 !important; }
                  .ink { color: #eef0f4 !important; }
                  .text { color: #c3c8d2 !important; }
                  .quiet { color: #99a1af !important; }
                  .rule { border-color: #303642 !important; }
                  .inset { background: #242933 !important; }
                  .link { color: {{ brand.bright }} !important; }
                }
                @media (max-width: 480px) {
                  .card { padding: 28px 22px 24px !important; }
                  .button { display: block !important; text-align: center !important; }
                }
                </style>
                </head>
                <body class="canvas" bgcolor="{{ brand.tint }}" style="margin:0;padding:0;background:{{ brand.tint }};\
                -webkit-text-size-adjust:100%">
                """))

    /// The brand's first letter on its colour, and its name. Letters instead of a picture: most programs show no picture
    /// before they are asked.
    private static let head = TemplateRegistration(
        part: TemplateKey("mail.head"), .mail, title: Words(tr: "Başlık", en: "Head"),
        body: LetterWords.same(
            """
            <table role="presentation" class="canvas" width="100%" cellpadding="0" cellspacing="0" border="0" \
            bgcolor="{{ brand.tint }}">
            <tr><td align="center" style="padding:32px 16px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
            <tr><td style="padding:0 8px 20px">\
            <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
            <td aria-hidden="true" width="34" height="34" align="center" valign="middle" \
            bgcolor="{{ brand.colour }}" style="border-radius:9px;background:{{ brand.colour }};color:#ffffff;\
            font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;font-weight:650">\
            {{ brand.initial }}</td>
            <td class="ink" style="padding-left:12px;color:#171b24;\
            font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;font-weight:600">\
            {{ brand.name }}</td>
            </tr></table></td></tr>
            <tr><td class="card" bgcolor="#ffffff" style="padding:36px 36px 32px;border:1px solid #e6e8ec;\
            border-radius:14px;background:#ffffff;\
            font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
            """))

    private static let greeting = TemplateRegistration(
        part: TemplateKey("mail.greeting"), .mail, title: Words(tr: "Selamlama", en: "Greeting"),
        body: LetterWords.same("{% if reader %}\n")
            + LetterWords.paragraph(Words(tr: "Merhaba {{ reader }},", en: "Hello {{ reader }},"))
            + LetterWords.same("{% endif %}\n"))

    private static let link = TemplateRegistration(
        part: TemplateKey("mail.link"), .mail, title: Words(tr: "Bağlantının adresi", en: "Address of the link"),
        body: LetterWords.same(
            "<p class=\"quiet\" style=\"margin:0 0 16px;color:#6b7280;font-size:12.5px;line-height:1.5\">")
            + Words(
                tr: "Düğme çalışmıyorsa bu adresi tarayıcınıza yapıştırın:",
                en: "If the button does not work, paste this address into your browser:")
            + LetterWords.same(
                """
                <br><a class="link" href="{{ link }}" target="_blank" rel="noopener" \
                style="color:{{ brand.colour }};word-break:break-all">{{ link }}</a></p>
                """))

    private static let foot = TemplateRegistration(
        part: TemplateKey("mail.foot"), .mail, title: Words(tr: "Alt bilgi", en: "Foot"),
        body: LetterWords.same(
            """
            </td></tr>
            <tr><td class="quiet" style="padding:20px 8px 0;color:#6b7280;\
            font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:12.5px;line-height:1.6">\
            <p style="margin:0">{{ brand.name }}{% if brand.support %}<br>
            """) + Words(tr: "Sorunuz mu var? Yazın: ", en: "Questions? Write to ")
            + LetterWords.same(
                """
                <a class="link" href="mailto:{{ brand.support }}" \
                style="color:{{ brand.colour }};text-decoration:none">{{ brand.support }}</a>{% endif %}\
                {% if unsubscribe %}<br><a class="link" href="{{ unsubscribe }}" target="_blank" rel="noopener" \
                style="color:{{ brand.colour }};text-decoration:none">
                """) + Words(tr: "Bu özeti artık alma", en: "Stop these messages")
            + LetterWords.same(
                "</a>{% endif %}</p></td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n"))
}
