import Core
import Testing

@testable import Templating

@Suite("The check of a template")
struct CheckTests {
    private static let names: [String: TemplateShape] = [
        "name": .value, "customer": .record(["name": .value]), "lines": .list(of: .record(["title": .value])),
        "free": .anything, "age": .number, "tint": .colour,
    ]

    private func codes(_ source: String, _ form: TemplateForm = .text, parts: [String: Template] = [:]) -> [String] {
        Template.faults(in: source, form: form, names: Self.names, parts: parts).map {
            "\($0.line):\($0.column) \($0.code)"
        }
    }

    @Test(
        "finds what is wrong with the form",
        arguments: [
            ("{{ name", ["1:8 unclosed-tag"]), ("{% if name %}", ["1:1 missing-end"]), ("{{ }}", ["1:4 unexpected"]),
            ("{{ name | shout }}", ["1:11 unknown-filter"]), ("{{ name | upper: 1 }}", ["1:11 filter-values"]),
            ("{{ name name }}", ["1:9 unexpected"]), ("{% while name %}", ["1:4 unknown-tag"]),
            ("{% endif %}", ["1:1 stray-tag"]), ("{% else %}", ["1:1 stray-tag"]),
            ("{% for a in lines %}{% endif %}{% endfor %}", ["1:21 stray-tag"]),
            ("{{ 99999999999999999999 }}", ["1:4 bad-number"]), ("{{ 1. }}", ["1:4 bad-number"]),
            ("{{ 'abc }}\n", ["1:4 unclosed-text"]), ("{# x", ["1:1 unclosed-tag"]), ("{{ a..b }}", ["1:6 unexpected"]),
            ("{% for loop in lines %}{% endfor %}", ["1:8 taken-name"]),
            ("{% for a in lines limit: -1 %}{% endfor %}", ["1:26 bad-number"]),
            ("{% include name %}", ["1:12 unexpected"]), ("{{ name() }}", ["1:8 unexpected"]),
            ("{{ name[0] }}", ["1:8 unexpected"]), ("{{ ğ }}", ["1:4 unexpected"]),
            ("{{ (name }}", ["1:10 unexpected"]),
        ])
    func form(_ source: String, _ expected: [String]) {
        #expect(codes(source) == expected)
    }

    @Test(
        "finds names that mean nothing",
        arguments: [
            ("{{ nmae }}", ["1:4 unknown-name"]), ("{{ customer.age }}", ["1:4 unknown-name"]),
            ("{{ name.x }}", ["1:4 unknown-name"]), ("{{ customer }}", ["1:1 not-a-value"]),
            ("{{ lines }}", ["1:1 not-a-value"]), ("{% for a in name %}{{ a.b.c }}{% endfor %}", ["1:1 not-a-list"]),
            ("{% for l in lines %}{{ l.title }}{{ l.price }}{% endfor %}", ["1:37 unknown-name"]),
            ("{{ lines | first }}{{ lines | count }}{{ lines | join }}", ["1:1 not-a-value"]),
            ("{% for name in lines %}{% endfor %}", ["1:1 taken-name"]), ("{{ free.any.thing }}", []),
            (
                "{% if a or (b and not c == d) %}{% endif %}",
                ["1:7 unknown-name", "1:13 unknown-name", "1:23 unknown-name", "1:28 unknown-name"]
            ),
            ("{{ loop.index }}", ["1:4 unknown-name"]), ("{% for l in lines %}{{ loop.first }}{% endfor %}", []),
            ("{% for l in lines %}{{ loop.what }}{% endfor %}", ["1:24 unknown-name"]),
            ("{{ name | default: what }}", ["1:20 unknown-name"]), ("{% include 'x' %}", ["1:1 unknown-part"]),
        ])
    func names(_ source: String, _ expected: [String]) {
        #expect(codes(source) == expected)
    }

    @Test("tells all faults at once, with their places")
    func all() {
        let source = "{{ a }}\n{{ name | x }}\n  {% if %}\n{{ 'b }}\n{% endif %}{% oops %}"
        #expect(
            codes(source) == ["2:11 unknown-filter", "3:9 unexpected", "4:4 unclosed-text", "5:15 unknown-tag"])
        #expect(codes(String(repeating: "{{ x y }}", count: 500)).count == 50)
    }

    @Test(
        "finds places where no value is safe",
        arguments: [
            ("<p onclick=\"{{ name }}\">x</p>", ["1:13 unsafe-place"]), ("<p {{ name }}>x</p>", ["1:4 unsafe-place"]),
            ("<p class={{ name }}>x</p>", ["1:10 unsafe-place"]), ("<!-- {{ name }} -->", ["1:6 unsafe-place"]),
            ("<script>{{ name }}</script>", ["1:1 forbidden-markup"]), ("<p title=\"a", ["1:12 open-markup"]),
            ("<IFRAME src=\"/x\"></IFRAME>", ["1:1 forbidden-markup"]),
            ("{% if name %}<scr{% endif %}ipt>", ["1:1 forbidden-markup", "1:33 open-markup"]),
            ("<b style=\"color: {{ tint }}; width: {{ age }}px\">x</b>", []),
            ("<b style=\"color: {{ name }}\">x</b>", ["1:18 unsafe-place"]),
            ("<a {% if name %}class=\"a\"{% else %}class=\"b\"{% endif %} href=\"{{ name }}\">x</a>", []),
        ])
    func places(_ source: String, _ expected: [String]) {
        let found = codes(source, .markup)
        #expect(Set(found).isSuperset(of: expected) && found.isEmpty == expected.isEmpty, "\(found)")
    }

    @Test("walks each part once and finds circles")
    func parts() throws {
        var parts: [String: Template] = ["a": try Template("{% include 'b' %}", form: .text)]
        parts["b"] = try Template("{{ what }}{% include 'a' %}", form: .text)
        let found = Template.faults(in: "{% include 'a' %}", form: .text, names: Self.names, parts: parts)
        #expect(found.map(\.kind) == [.unknownName("what"), .partInItself("a")])
        #expect(found.map(\.part) == ["b", "b"])
        #expect(found[1].text(in: .tr) == "“b” parçası, satır 1, sütun 11: “a” parçası kendini içeriyor")
    }

    @Test("has words for every fault in both languages")
    func words() {
        let kinds: [TemplateFault.Kind] = [
            .sourceTooLong(most: 1), .tooManyTerms(most: 1), .tooDeep(most: 1), .unclosedTag, .unclosedText,
            .unknownTag("a"), .strayTag("a"), .missingEnd("a"), .unexpected("a"), .badNumber, .unknownFilter("a"),
            .filterValues("a"), .takenName("a"), .unknownName("a"), .notAList("a"), .notAValue("a"),
            .unknownPart("a"), .partInItself("a"), .partsTooDeep(most: 1), .unsafePlace, .forbiddenMarkup("a"),
            .openMarkup, .fuel(most: 1), .output(most: 1),
        ]
        let words = kinds.flatMap { [$0.words.tr, $0.words.en] }
        #expect(Set(words).count == words.count && Set(kinds.map(\.code)).count == kinds.count)
    }
}
