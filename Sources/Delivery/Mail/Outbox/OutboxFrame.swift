import Core
import HTTP
import Markup
import UI

/// The frame of the outbox's pages: the house's colours, a column to read in.
struct OutboxFrame {
    let language: Language
    let title: String
    let content: HTML

    var response: Response {
        var fields = Fields((.contentType, "text/html; charset=utf-8"), (.cacheControl, "no-store"))
        fields.append(
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        fields.append(.referrerPolicy, "no-referrer")
        return Response(.ok, fields: fields, body: .bytes(html.bytes))
    }

    private var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <link rel="stylesheet" href="\(Assets.house.link(.style))">
        <link rel="stylesheet" href="/outbox/style.css">
        <link rel="icon" type="image/svg+xml" href="/icon.svg">
        </head>
        <body>
        <main class="outbox">
        \(content)
        </main>
        </body>
        </html>

        """
    }

    /// `14:05 UTC`, with the day.
    static func clock(_ instant: Timestamp) -> String {
        let time = CivilTime(instant)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(time.day)).\(two(time.month)). \(two(time.hour)):\(two(time.minute)) UTC"
    }
}

/// `/outbox/style.css`: the house's colours, and what the outbox adds to its stylesheet.
enum OutboxStyle {
    static var response: Response {
        let fields = Fields((.contentType, "text/css; charset=utf-8"), (.cacheControl, "no-cache"))
        return Response(.ok, fields: fields, body: .bytes(Array((BrandStyle.house.css + text).utf8)))
    }

    private static let text = """
        body { padding: 40px 24px; }
        .outbox { width: 100%; max-width: 880px; margin: 0 auto; }
        .top { display: flex; justify-content: space-between; align-items: flex-start; gap: 24px; margin: 0 0 24px; }
        .top h1 { font-size: 22px; overflow-wrap: anywhere; }
        .top p { color: var(--ink-2); overflow-wrap: anywhere; }
        .back { margin: 0 0 8px; }
        .back a { display: inline-block; line-height: 24px; color: var(--accent-text); font-weight: 550; }
        .mails {
          background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
          box-shadow: var(--shadow-1); overflow: hidden;
        }
        .mails li + li { border-top: 1px solid var(--line); }
        .mails a {
          display: grid; grid-template-columns: minmax(0, 13fr) minmax(0, 20fr) minmax(0, 7fr) auto; gap: 16px;
          align-items: center; min-height: 48px; padding: 8px 16px; color: inherit; text-decoration: none;
          font-size: 13.5px;
        }
        .mails a:hover { background: var(--canvas); }
        .mails a:focus-visible { outline-offset: -2px; }
        .mails span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .who { color: var(--ink-2); }
        .what { font-weight: 550; }
        .from { color: var(--ink-2); text-align: right; }
        .mails time { color: var(--ink-2); font-variant-numeric: tabular-nums; font-size: 12.5px; white-space: nowrap; }
        .empty {
          padding: 72px 24px; text-align: center; background: var(--surface); border: 1px solid var(--line);
          border-radius: 12px;
        }
        .empty .sign { margin: 0 0 12px; font-size: 36px; line-height: 1; color: var(--accent-text); font-weight: 600; }
        .note { margin-top: 16px; color: var(--ink-2); }
        .letter {
          width: 100%; height: 68vh; min-height: 420px; border: 1px solid var(--line); border-radius: 12px;
          background: var(--surface); box-shadow: var(--shadow-1);
        }
        details { margin: 12px 0 0; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; }
        summary { padding: 12px 16px; font-weight: 550; font-size: 13.5px; cursor: pointer; border-radius: 12px; }
        pre {
          margin: 0; padding: 4px 16px 16px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
          font: 12.5px/1.6 var(--mono); color: var(--ink-2);
        }
        @media (max-width: 640px) {
          body { padding: 24px 16px; }
          .top { flex-direction: column; gap: 12px; }
          .mails a { grid-template-columns: 1fr auto; gap: 2px 12px; padding: 12px 16px; }
          .what { grid-column: 1; grid-row: 1; }
          .mails time { grid-column: 2; grid-row: 1; }
          .who { grid-column: 1; grid-row: 2; }
          .from { grid-column: 2; grid-row: 2; }
        }

        """
}
