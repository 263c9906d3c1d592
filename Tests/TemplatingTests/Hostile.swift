import Core

@testable import Templating

/// The attacks and what they are given to play with.
enum Hostile {
    typealias Case = HostileTests.Case

    static let values: [String: Datum] = [
        "name": "Ayşe", "long": .text(String(repeating: "aş", count: 40_000)),
        "big": .list((0..<10_000).map { .number(DecimalNumber($0 % 10)) }),
        "wide": .list((0..<1_000).map { _ in .text(String(repeating: "b", count: 200)) }),
        "nested": .list((0..<100).map { _ in .list((0..<100).map { _ in .list([1, 2, 3]) }) }),
        "script": "<script>alert(1)</script>", "quote": "\" onmouseover=\"alert(1)", "apostrophe": "' onload='x",
        "js": "javascript:alert(1)", "jsCase": "JaVaScRiPt:alert(1)", "jsTab": "java\tscript:alert(1)",
        "jsControl": "\u{1}javascript:alert(1)", "vb": "vbscript:x", "data": "data:text/html,<script>1</script>",
        "file": "file:///etc/passwd", "protocolRelative": "//evil.example/x",
        "at": "https://bank.example@evil.example/",
        "css": "red; background: url(https://evil.example)", "cssClose": "</style><script>1</script>",
        "bidi": "abc\u{202E}fdp.exe", "null": "a\u{0}b", "crlf": "x\r\nBcc: all@example.com", "nel": "x\u{85}Bcc: y",
        "ls": "x\u{2028}Bcc: y", "tags": "x\u{E0001}y", "template": "{{ secret }}{% for a in big %}",
        "comment": "--><script>1</script>", "entity": "&lt;script&gt;", "wideLess": "＜script＞",
        "zalgo": .text("a" + String(repeating: "\u{301}", count: 20_000)),
        "ss": .text(String(repeating: "ŉ", count: 9_000)),
        "mine": .record(["tenant": "a", "id": "1"]), "bom": "\u{FEFF}x",
    ]

    static let parts: [String: Template] = {
        var parts: [String: Template] = [:]
        let sources = [
            "self": "{% include 'self' %}", "ping": "{% include 'pong' %}", "pong": "{% include 'ping' %}",
            "double0": String(repeating: "x", count: 100),
        ]
        for (name, source) in sources { parts[name] = try? Template(source, form: .text) }
        for level in 1...12 {
            let twice = "{% include 'double\(level - 1)' %}"
            parts["double\(level)"] = try? Template(String(repeating: twice, count: 40), form: .text)
        }
        parts["html"] = try? Template("<b>{{ name }}</b>", form: .markup)
        return parts
    }()

    static let all: [Case] = loops + doubling + depth + size + reaching + forms + markup + addresses + text

    private static func nest(_ count: Int, _ open: String, _ close: String, _ body: String) -> String {
        String(repeating: open, count: count) + body + String(repeating: close, count: count)
    }

    private static func nestedLoops(_ depth: Int, over list: String, _ body: String) -> String {
        (0..<depth).map { "{% for v\($0) in \(list) %}" }.joined() + body
            + String(repeating: "{% endfor %}", count: depth)
    }

    private static let loops: [Case] = [
        Case("two loops over a big list", nestedLoops(2, over: "big", "x"), .stopped("fuel")),
        Case("sixteen loops over a big list", nestedLoops(16, over: "big", ""), .stopped("fuel")),
        Case("three empty loops", nestedLoops(3, over: "big", ""), .stopped("fuel")),
        Case(
            "a loop that only compares", nestedLoops(2, over: "big", "{% if name == name %}{% endif %}"),
            .stopped("fuel")),
        Case("a loop that prints nothing", nestedLoops(2, over: "big", "{{ nothing }}"), .stopped("fuel")),
        Case(
            "a loop that seeks", "{% for a in big %}{% if big contains 77 %}{% endif %}{% endfor %}", .stopped("fuel")),
        Case("a loop that counts a long text", "{% for a in big %}{{ long | count }}{% endfor %}", .stopped("fuel")),
        Case("a loop that shouts", "{% for a in big %}{% if long | upper %}{% endif %}{% endfor %}", .stopped("fuel")),
        Case(
            "a loop that trims", "{% for a in big %}{% if long | trim == name %}{% endif %}{% endfor %}",
            .stopped("fuel")),
        Case("a loop that cuts", "{% for a in big %}{{ long | truncate: 1 }}{% endfor %}", .stopped("fuel")),
        Case(
            "a loop that joins", "{% for a in big %}{% if wide | join == name %}{% endif %}{% endfor %}",
            .stopped("fuel")),
        Case(
            "a loop over lists in lists",
            "{% for a in nested %}{% for b in a %}{% for c in b %}{% for d in big %}.{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
            .stopped("fuel")),
        Case("a loop that includes", "{% for a in big %}{% include 'double2' %}{% endfor %}", .stopped("output")),
        Case(
            "a huge limit",
            "{% for a in big limit: 1000000 %}{% for b in big limit: 1000000 %}{% endfor %}{% endfor %}",
            .stopped("fuel")),
        Case(
            "a limit past counting", "{% for a in big limit: 99999999999999999999 %}{% endfor %}", .unread("bad-number")
        ),
        Case("a limit below nothing", "{% for a in big limit: -5 %}x{% endfor %}", .unread("bad-number")),
        Case("a limit of a half", "{% for a in big limit: 0.5 %}x{% endfor %}", .unread("bad-number")),
        Case("a limit from outside", "{% for a in big limit: name %}x{% endfor %}", .unread("bad-number")),
        Case("a range", "{% for a in (1..1000000000) %}x{% endfor %}", .unread("bad-number")),
        Case("a while", "{% while true %}x{% endwhile %}", .unread("unknown-tag")),
        Case("a loop over a text", "{% for a in long %}x{% endfor %}", .prints("")),
        Case("a loop over itself", "{% for a in a %}x{% endfor %}", .prints("")),
        Case("a loop without an end", "{% for a in big %}x", .unread("missing-end")),
    ]

    private static let doubling: [Case] = [
        Case("parts that double", "{% include 'double7' %}", .stopped("output")),
        Case("parts past the depth", "{% include 'double9' %}", .stopped("parts-too-deep")),
        Case("a variable of its own", "{% assign a = long %}{{ a }}", .unread("unknown-tag")),
        Case("a capture", "{% capture a %}x{% endcapture %}", .unread("unknown-tag")),
        Case("adding texts", "{{ long + long }}", .unread("unexpected")),
        Case("an append filter", "{{ long | append: long }}", .unread("unknown-filter")),
        Case("a replace filter", "{{ long | replace: 'a', long }}", .unread("unknown-filter")),
        Case("a repeat filter", "{{ long | times: 99999 }}", .unread("unknown-filter")),
        Case("a separator that is long", "{{ big | join: long }}", .stopped("output")),
        Case("a joined list of lists", "{{ nested | join: long }}", .stopped("output")),
        Case("letters that grow", "{% for a in big %}{{ ss | upper }}{% endfor %}", .stopped("output")),
        Case(
            "escapes that grow", "{% for a in big %}{{ quote }}{{ script }}{{ script }}{% endfor %}", .markup,
            .stopped("output")),
        Case("parts in themselves", "{% include 'self' %}", .stopped("part-in-itself")),
        Case("parts in a circle", "{% include 'ping' %}", .stopped("part-in-itself")),
        Case("a part by a value", "{% include template %}", .unread("unexpected")),
        Case("a part by a path", "{% include '../../etc/passwd' %}", .stopped("unknown-part")),
        Case("a part of another form", "{% include 'html' %}", .stopped("unknown-part")),
        Case("a macro", "{% macro a() %}{{ a() }}{% endmacro %}", .unread("unknown-tag")),
        Case("a template in a value", "{{ template }}", .prints("{{ secret }}{% for a in big %}")),
    ]

    private static let depth: [Case] = [
        Case("blocks in blocks", nest(5_000, "{% if name %}", "{% endif %}", "x"), .unread("too-deep")),
        Case("parentheses", "{% if " + nest(5_000, "(", ")", "name") + " %}{% endif %}", .unread("too-deep")),
        Case("parentheses without an end", "{% if " + String(repeating: "(", count: 5_000), .unread("too-deep")),
        Case(
            "a chain of not", "{% if " + String(repeating: "not ", count: 5_000) + "name %}x{% endif %}", .prints("x")),
        Case(
            "a chain of or", "{% if " + String(repeating: "no or ", count: 4_000) + "name %}x{% endif %}", .prints("x")),
        Case(
            "a chain of and", "{% if " + String(repeating: "name and ", count: 4_900) + "no %}x{% endif %}", .prints("")
        ),
        Case("a chain of filters", "{{ name " + String(repeating: "| upper ", count: 4_000) + "}}", .prints("AYŞE")),
        Case(
            "a chain of filters over much", "{{ long " + String(repeating: "| upper ", count: 4_000) + "}}",
            .stopped("fuel")),
        Case("a chain of names", "{{ mine" + String(repeating: ".a", count: 4_000) + " }}", .prints("")),
        Case(
            "a chain of arms", "{% if no %}" + String(repeating: "{% elsif no %}", count: 2_000) + "{% endif %}",
            .prints("")),
    ]

    private static let size: [Case] = [
        Case("a gigantic text", String(repeating: "x", count: 200_000), .unread("source-too-long")),
        Case(
            "a gigantic literal", "{{ '" + String(repeating: "x", count: 130_000) + "' }}",
            .prints(String(repeating: "x", count: 130_000))),
        Case("a gigantic number", "{{ " + String(repeating: "9", count: 100_000) + " }}", .unread("bad-number")),
        Case("a gigantic fraction", "{{ 0." + String(repeating: "0", count: 100_000) + "1 }}", .unread("bad-number")),
        Case("a gigantic name", "{{ " + String(repeating: "a", count: 100_000) + " }}", .prints("")),
        Case("many tags", String(repeating: "{{name}}", count: 16_000), .unread("too-many-terms")),
        Case("many faults", String(repeating: "{{ ! }}", count: 10_000), .unread("unexpected")),
        Case("many open tags", String(repeating: "{{ ", count: 40_000), .unread("unexpected")),
        Case("many open quotes", String(repeating: "{{ ' ", count: 20_001), .unread("unexpected")),
        Case("many stray ends", String(repeating: "{% endif %}", count: 9_000), .unread("stray-tag")),
        Case("a cut of nothing", "{{ long | truncate: -99999 }}", .prints("")),
        Case("a cut past counting", "{{ name | truncate: 9223372036854775807 }}", .prints("Ayşe")),
        Case("places past counting", "{{ 1 | number: 9223372036854775807 }}", .prints("1")),
        Case("one letter with a thousand marks", "{{ zalgo | truncate: 1 | count }}", .prints("20.001")),
        Case("the smallest number", "{{ -9223372036854775808 }}", .unread("bad-number")),
        Case(
            "the largest number", "{{ 9223372036854775807 | number: 9 }}",
            .prints("9.223.372.036.854.775.807,000000000")),
    ]

    private static let reaching: [Case] = [
        Case("another tenant by name", "{{ tenants.other.name }}", .prints("")),
        Case("another tenant by id", "{{ mine['00000000-0000-7000-8000-000000000002'] }}", .unread("unexpected")),
        Case(
            "another tenant's id as a value",
            "{% if mine.tenant == '00000000-0000-7000-8000-000000000002' %}x{% endif %}", .prints("")),
        Case(
            "entering another tenant", "{{ 'x' | enter: '00000000-0000-7000-8000-000000000002' }}",
            .unread("unknown-filter")),
        Case("the environment", "{{ env.HOME }}{{ ENV.KONAK_DATABASE_APP_URL }}", .prints("")),
        Case("the process", "{{ process.environment }}{{ CommandLine.arguments }}", .prints("")),
        Case("a class", "{{ name.__class__.__mro__ }}", .prints("")),
        Case("a prototype", "{{ mine.__proto__.constructor }}{{ constructor }}", .prints("")),
        Case("a call", "{{ name.uppercased() }}", .unread("unexpected")),
        Case("a call of the system", "{{ system('id') }}", .unread("unexpected")),
        Case("a filter for files", "{{ '/etc/passwd' | file }}", .unread("unknown-filter")),
        Case("a filter for SQL", "{{ 'SELECT 1' | query }}", .unread("unknown-filter")),
        Case("an import", "{% import os %}", .unread("unknown-tag")),
        Case("a layout", "{% extends '/etc/passwd' %}", .unread("unknown-tag")),
        Case("a raw block", "{% raw %}{{ x }}{% endraw %}", .unread("unknown-tag")),
        Case("a raw filter", "{{ script | safe }}", .markup, .unread("unknown-filter")),
        Case("an index", "{{ big[0] }}", .unread("unexpected")),
        Case("a loop's outside", "{{ loop.parent.index }}{{ loop }}", .prints("")),
    ]

    private static let forms: [Case] = [
        Case("an open tag", "{{ name", .unread("unclosed-tag")),
        Case("a tag in a tag", "{{ {{ name }} }}", .unread("unexpected")),
        Case("a letter that looks like another", "{{ nаme }}", .unread("unexpected")),
        Case("a space that is none", "{{\u{A0}name }}", .unread("unexpected")),
        Case("a mark that joins", "{{ na\u{200D}me }}", .unread("unexpected")),
        Case("wide braces", "｛｛ name ｝｝", .prints("｛｛ name ｝｝")),
        Case("a null in a tag", "{{ \u{0} }}", .unread("unexpected")),
        Case("quotes over a tag's end", "{{ 'a }}' }}", .prints("a }}")),
    ]

    private static let markup: [Case] = [
        Case(
            "markup in a value", "<p>{{ script }}</p>", .markup, .prints("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")
        ),
        Case(
            "an attribute in a value", "<p title=\"{{ quote }}\">", .markup,
            .prints("<p title=\"&#34; onmouseover=&#34;alert(1)\">")),
        Case(
            "an attribute in plain quotes", "<p title='{{ apostrophe }}'>", .markup,
            .prints("<p title='&#39; onload=&#39;x'>")),
        Case("a value without quotes", "<p title={{ quote }}>", .markup, .stopped("unsafe-place")),
        Case("a value as a tag", "<{{ name }}>", .markup, .stopped("unsafe-place")),
        Case("a value as an attribute", "<p {{ quote }}>", .markup, .stopped("unsafe-place")),
        Case("a value in an event", "<p onclick=\"f('{{ name }}')\">", .markup, .stopped("unsafe-place")),
        Case("a value in a style", "<p style=\"color: {{ css }}\">", .markup, .stopped("unsafe-place")),
        Case(
            "a value in a style sheet", "<style>p { color: {{ cssClose }} }</style>", .markup, .stopped("unsafe-place")),
        Case("a value in a comment", "<!-- {{ comment }} -->", .markup, .stopped("unsafe-place")),
        Case("a value in a script", "<script>var a = '{{ name }}'</script>", .markup, .stopped("unsafe-place")),
        Case("a script", "<script>alert(1)</script>", .markup, .stopped("forbidden-markup")),
        Case(
            "a script in pieces", "<scr{% if name %}ipt{% endif %}>alert(1)</script>", .markup,
            .stopped("forbidden-markup")),
        Case("a script in large letters", "<SCRIPT/x>alert(1)</SCRIPT>", .markup, .stopped("forbidden-markup")),
        Case("a frame", "<iframe src=\"https://evil.example\"></iframe>", .markup, .stopped("forbidden-markup")),
        Case("a base", "<base href=\"file:///\">", .markup, .stopped("forbidden-markup")),
        Case("an escape that is escaped", "{{ entity }}", .markup, .prints("&amp;lt;script&amp;gt;")),
        Case("letters that only look so", "<p>{{ wideLess }}</p>", .markup, .prints("<p>＜script＞</p>")),
        Case(
            "a part that is left open", "<p title=\"{% include 'html' %}\">", .markup,
            .prints("<p title=\"<b>Ayşe</b>\">")),
    ]

    fileprivate static func link(_ name: String, _ end: End = .prints("<a href=\"#\">x</a>")) -> Case {
        Case("a link to \(name)", "<a href=\"{{ \(name) }}\">x</a>", .markup, end)
    }
    fileprivate typealias End = HostileTests.End

    private static let addresses: [Case] = [
        link("js"), link("jsCase"), link("jsTab"), link("jsControl"), link("vb"), link("data"), link("file"),
        link("protocolRelative"), link("at"),
        Case("a scheme in the template", "<a href=\"javascript:{{ name }}\">x</a>", .markup, .stopped("unsafe-place")),
        Case("an image of a file", "<img src=\"{{ file }}\">", .markup, .prints("<img src=\"\">")),
    ]

    private static let text: [Case] = [
        Case("a turned direction", "{{ bidi }}", .prints("abcfdp.exe")),
        Case("a null", "{{ null }}", .prints("ab")),
        Case("a header in a subject", "Merhaba {{ crlf }}", .line, .prints("Merhaba x Bcc: all@example.com")),
        Case("a header by a next line", "{{ nel }}", .line, .prints("xBcc: y")),
        Case("a header by a line separator", "{{ ls }}", .line, .prints("x Bcc: y")),
        Case("a header in the template", "a\r\nBcc: x", .line, .prints("a Bcc: x")),
        Case("tags unseen", "{{ tags }}{{ bom }}", .prints("xyx")),
    ]
}
