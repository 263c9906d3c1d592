import Core
import ModuleKit

/// The pieces that letters are put together of: tables and styles within the tags, for old programs too. Each is
/// template text in both languages.
enum LetterWords {
    static func same(_ text: StaticString) -> Words { Words(tr: text, en: text) }

    /// A whole letter: the frame's parts around its own words.
    static func letter(preview: Words, heading: Words, _ pieces: [Words]) -> Words {
        let start: [Words] = [
            same("{% include \"mail.page\" %}\n<div style=\"display:none;max-height:0;overflow:hidden;opacity:0\">"),
            preview, same("</div>\n{% include \"mail.head\" %}\n"),
            same(
                """
                <h1 class="ink" style="margin:0 0 16px;color:#171b24;font-size:22px;line-height:1.3;font-weight:650;\
                letter-spacing:-.01em">
                """),
            heading, same("</h1>\n{% include \"mail.greeting\" %}\n"),
        ]
        return (start + pieces + [same("{% include \"mail.foot\" %}\n")]).reduce(.none, +)
    }

    static func paragraph(_ words: Words) -> Words {
        same("<p class=\"text\" style=\"margin:0 0 16px;color:#404859;font-size:15px;line-height:1.6\">") + words
            + same("</p>\n")
    }

    /// The way on, and its address for programs that show no buttons.
    static func button(_ title: Words) -> Words {
        same(
            """
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 20px"><tr>\
            <td bgcolor="{{ brand.colour }}" style="border-radius:10px;background:{{ brand.colour }}">\
            <a class="button" href="{{ link }}" target="_blank" rel="noopener" style="display:inline-block;\
            padding:13px 24px;color:#ffffff;font-size:15px;line-height:1.2;font-weight:600;text-decoration:none;\
            border-radius:10px">
            """) + title + same("</a></td></tr></table>\n{% include \"mail.link\" %}\n")
    }

    /// The same where there may be no way on.
    static func buttonIfPresent(_ title: Words) -> Words {
        same("{% if link %}\n") + button(title) + same("{% endif %}\n")
    }

    /// Said in small letters at the end.
    static func note(_ words: Words) -> Words {
        same(
            """
            <p class="quiet rule" style="margin:20px 0 0;padding-top:16px;border-top:1px solid #e6e8ec;color:#6b7280;\
            font-size:13px;line-height:1.55">
            """) + words + same("</p>\n")
    }

    static func facts(_ rows: [Words]) -> Words {
        let start = same(
            """
            <table role="presentation" class="inset" width="100%" cellpadding="0" cellspacing="0" border="0" \
            style="margin:4px 0 20px;background:#f5f6f8;border-radius:10px"><tr><td style="padding:10px 18px">\
            <table role="presentation" cellpadding="0" cellspacing="0" border="0">
            """)
        return (rows.reduce(start, +)) + same("</table></td></tr></table>\n")
    }

    static func fact(_ name: Words, _ value: StaticString) -> Words {
        same(
            """
            <tr><td class="quiet" style="padding:6px 16px 6px 0;color:#6b7280;font-size:13.5px;white-space:nowrap" \
            valign="top">
            """) + name
            + same(
                """
                : </td><td class="ink" style="padding:6px 0;color:#171b24;font-size:14px;font-weight:550;\
                word-break:break-word">
                """) + same(value) + same("</td></tr>\n")
    }
}
