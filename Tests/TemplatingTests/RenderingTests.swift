import Core
import Templating
import Testing

/// Renders with the values of all tests.
func render(
    _ source: String, _ form: TemplateForm = .text, _ values: [String: Datum] = TestValues.all,
    parts: [String: Template] = [:], language: Language = .tr, unknown: UnknownNames = .refuse
) throws -> String {
    try Template(source, form: form).render(
        values, parts: parts, formats: .house(language), unknown: unknown
    ).text
}

enum TestValues {
    static let all: [String: Datum] = [
        "name": "Işıl Çiğdem", "city": "İstanbul", "empty": "", "none": .nothing, "yes": true, "no": false,
        "age": 42, "half": .number(DecimalNumber(units: 25, places: 1) ?? DecimalNumber(0)), "big": 1_234_567,
        "price": .money(Money(minorUnits: -123_456_78, .turkishLira)),
        "born": CalendarDay(year: 1990, month: 3, day: 5).map { .day($0) } ?? .nothing,
        "at": .moment(Timestamp(seconds: 1_800_000_000)),
        "colour": .colour(Colour(red: 1, green: 0x2B, blue: 255)),
        "customer": .record(["name": "Ada & Ömer <b>", "address": .record(["city": "Ankara"])]),
        "lines": .list([
            .record(["title": "Boya", "amount": 3]), .record(["title": "Fırça", "amount": 1]),
        ]),
        "words": .list(["bir", "iki", "üç"]), "nobody": .list([]),
        "evil": "<script>alert(1)</script>\"'", "link": "javascript:alert(1)", "page": "https://example.com/?a=1&b=2",
        "control": "a\u{0}b\u{202E}c\r\nd\u{7}", "two": "a\nb",
    ]
}

@Suite("A template")
struct RenderingTests {
    @Test(
        "prints its values",
        arguments: [
            ("Sayın {{ name }},", "Sayın Işıl Çiğdem,"), ("{{ customer.address.city }}", "Ankara"),
            ("{{ none }}|{{ empty }}|{{ none.x.y }}", "||"), ("{{ \"{{\" }}", "{{"), ("{{ 'a\"b' }}", "a\"b"),
            ("{{ -12.50 }}", "-12,5"), ("a {# words #}b", "a b"), ("{ { % } }", "{ { % } }"),
            ("{{ name | upper }} {{ city | lower }}", "IŞIL ÇİĞDEM istanbul"),
            ("{{ 'istanbul' | capital }}", "İstanbul"), ("{{ empty | default: 'yok' }}", "yok"),
            ("{{ none | default: city | upper }}", "İSTANBUL"), ("{{ name | truncate: 5 }}", "Işıl…"),
            ("{{ name | truncate: 500 }}{{ name | truncate: 0 }}", "Işıl Çiğdem"), ("{{ '  a ' | trim }}", "a"),
            ("{{ born }} {{ born | date: 'long' }}", "05.03.1990 5 Mart 1990"),
            ("{{ born | date: 'weekday' }}", "5 Mart 1990 Pazartesi"), ("{{ at }}", "15.01.2027 11:00"),
            ("{{ at | date }} {{ at | time }}", "15.01.2027 11:00"), ("{{ big }} {{ half }}", "1.234.567 2,5"),
            ("{{ half | number: 2 }} {{ half | number: 0 }}", "2,50 3"), ("{{ price }}", "-₺123.456,78"),
            ("{{ price | money: 'plain' }} {{ price | money: 'code' }}", "-123.456,78 -123.456,78 TRY"),
            ("{{ words | join }} {{ words | join: '/' }}", "bir, iki, üç bir/iki/üç"),
            ("{{ words | count }} {{ words | first }} {{ words | last }}", "3 bir üç"),
            ("{{ yes }} {{ no }} {{ yes | choose: 'a', 'b' }}", "evet hayır a"), ("{{ colour }}", "#012bff"),
            ("{{ age | plural: 'gün', 'günler' }}", "günler"), ("{{ age | upper }}", "42"),
        ])
    func prints(_ source: String, _ expected: String) throws {
        #expect(try render(source) == expected)
    }

    @Test(
        "speaks English too",
        arguments: [
            ("{{ born }} {{ born | date: 'long' }}", "05/03/1990 5 March 1990"),
            ("{{ born | date: 'weekday' }}", "Monday, 5 March 1990"), ("{{ at | time }}", "11:00 AM"),
            ("{{ big }} {{ half }}", "1,234,567 2.5"), ("{{ price }}", "-₺123,456.78"),
            ("{{ price | money: 'code' }}", "TRY -123,456.78"), ("{{ 'istanbul' | upper }}", "ISTANBUL"),
            ("{{ 1 | plural: 'day', 'days' }} {{ 2 | plural: 'day', 'days' }}", "day days"), ("{{ yes }}", "yes"),
        ])
    func speaksEnglish(_ source: String, _ expected: String) throws {
        #expect(try render(source, language: .en) == expected)
    }

    @Test(
        "decides",
        arguments: [
            ("{% if age > 18 %}a{% else %}b{% endif %}", "a"), ("{% if age < 18 %}a{% elsif yes %}c{% endif %}", "c"),
            ("{% if no or not empty %}a{% endif %}", "a"), ("{% if yes and (no or age == 42) %}a{% endif %}", "a"),
            ("{% if name == 'Işıl Çiğdem' %}a{% endif %}", "a"), ("{% if name != 1 %}a{% endif %}", "a"),
            ("{% if words contains 'iki' %}a{% endif %}", "a"), ("{% if name contains 'Çiğ' %}a{% endif %}", "a"),
            ("{% if none %}a{% endif %}b", "b"), ("{% if 0 %}a{% endif %}b", "b"),
            ("{% if age >= 42.0 %}a{% endif %}", "a"),
            ("{% if price < 0 %}a{% endif %}", "a"), ("{% if words | count > 2 %}a{% endif %}", "a"),
            ("{% if name < 3 %}a{% elsif name > 3 %}b{% else %}c{% endif %}", "c"),
            ("{% if lines == lines %}a{% else %}b{% endif %}", "b"),
        ])
    func decides(_ source: String, _ expected: String) throws {
        #expect(try render(source) == expected)
    }

    @Test(
        "goes through lists",
        arguments: [
            ("{% for w in words %}{{ w }};{% endfor %}", "bir;iki;üç;"),
            ("{% for w in words limit: 2 %}{{ loop.index }}/{{ loop.count }} {% endfor %}", "1/2 2/2 "),
            ("{% for w in nobody %}{{ w }}{% else %}kimse{% endfor %}", "kimse"),
            ("{% for w in name %}{{ w }}{% else %}kimse{% endfor %}", "kimse"),
            (
                "{% for l in lines %}{{ l.title }} {{ l.amount }}{% if not loop.last %}, {% endif %}{% endfor %}",
                "Boya 3, Fırça 1"
            ),
            (
                "{% for a in words %}{% for b in words limit: 1 %}{{ a }}{{ b }} {% endfor %}{% endfor %}",
                "birbir ikibir üçbir "
            ),
            ("a\n{% for w in words %}\n- {{ w }}\n{% endfor %}\nb", "a\n- bir\n- iki\n- üç\nb"),
            ("a\n  {% if no %}  \nx\n  {% endif %}\nb\n", "a\nb\n"),
        ])
    func loops(_ source: String, _ expected: String) throws {
        #expect(try render(source) == expected)
    }

    @Test("includes given parts, which see the same values")
    func parts() throws {
        let parts = [
            "foot": try Template("-- {{ name }}{% include 'deep' %}", form: .text),
            "deep": try Template("{% for w in words limit: 1 %}{{ w }}{% endfor %}", form: .text),
        ]
        #expect(try render("a {% include \"foot\" %}", parts: parts) == "a -- Işıl Çiğdembir")
    }

    @Test(
        "makes values safe for their place",
        arguments: [
            ("<p>{{ customer.name }}</p>", "<p>Ada &amp; Ömer &lt;b&gt;</p>"),
            ("<p title=\"{{ evil }}\">", "<p title=\"&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;\">"),
            ("<a href=\"{{ link }}\">x</a>", "<a href=\"#\">x</a>"),
            ("<a href=\"{{ page }}\">x</a>", "<a href=\"https://example.com/?a=1&amp;b=2\">x</a>"),
            (
                "<a href=\"/ara?q={{ evil }}\">x</a>",
                "<a href=\"/ara?q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E%22%27\">x</a>"
            ),
            ("<img src=\"{{ link }}\">", "<img src=\"\">"), ("<p>{{ control }}</p>", "<p>abc\nd</p>"),
            ("<b style=\"color: {{ colour }}; width: {{ age }}px\">", "<b style=\"color: #012bff; width: 42px\">"),
            ("<style>p { color: {{ colour }} }</style>", "<style>p { color: #012bff }</style>"),
            ("<p>{{ two | lines }}</p>", "<p>a<br>b</p>"),
            ("<p>{{ evil | lines }}", "<p>&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;"),
        ])
    func escapes(_ source: String, _ expected: String) throws {
        #expect(try render(source, .markup) == expected)
    }

    @Test("keeps a subject on one line, and controls out of texts")
    func line() throws {
        #expect(try render("  Fatura:\n{{ two }}\u{2028}{{ control }} ", .line) == "Fatura: a b abc d")
        #expect(try render("{{ control }}|{{ customer.name }}") == "abc\nd|Ada & Ömer <b>")
    }

    @Test("stops at a name without a value, unless it is told not to")
    func unknownNames() throws {
        #expect(throws: TemplateFault.self) { try render("a\n b {{ name }}{{ customer.age }}") }
        do {
            _ = try render("a\n ğ {{ customer.age }}")
        } catch let fault as TemplateFault {
            #expect(fault.kind == .unknownName("customer.age"))
            #expect((fault.line, fault.column) == (2, 7))
            #expect(fault.text(in: .tr) == "satır 2, sütun 7: “customer.age” burada bilinmiyor")
            #expect(fault.text(in: .en) == "line 2, column 7: “customer.age” is not known here")
        }
        #expect(try render("a{{ customer.age }}{{ nobody.x }}{{ what }}b", unknown: .empty) == "ab")
    }

    @Test("takes the same fuel each time")
    func fuel() throws {
        let template = try Template("{% for l in lines %}{{ l.title | upper }}{% endfor %}", form: .markup)
        let first = try template.render(TestValues.all, formats: .house(.tr))
        let second = try template.render(TestValues.all, formats: .house(.tr))
        #expect(first == second)
        #expect((20...200).contains(first.fuel))
    }
}
