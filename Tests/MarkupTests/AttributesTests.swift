import Markup
import Testing

@Suite("Attributes")
struct AttributesTests {
    @Test func `of code and with odd names are not written`() {
        let odd: Attributes = [
            .text("a b", "x"), .text("", "x"), .text("A", "x"), .text("a\"", "x"), .flag("a>"), .flag("="),
        ]
        let page: HTML = "<p\(attributes: odd)>"
        #expect(page.description == "<p>" && page.faults.count == 6)
        let code: HTML = "<p\(attributes: [.text("onclick", "x"), .text("style", "x"), .text("srcdoc", "x")])>"
        #expect(code.description == "<p onclick=\"\" style=\"\" srcdoc=\"\">")
        #expect(code.faults.map(\.place) == [.code, .style, .code])
    }

    @Test func `stand only inside a tag`() {
        let attributes: Attributes = [.text("title", "x")]
        let pages: [HTML] = [
            "\(attributes: attributes)", "<p title=\"\(attributes: attributes)\">",
            "<!-- \(attributes: attributes) -->",
            "</p\(attributes: attributes)>", "<\(attributes: attributes)>", "<p a=\(attributes: attributes)>",
        ]
        for page in pages {
            #expect(!page.description.contains("x") && page.faults.count == 1, "\(page)")
        }
    }

    @Test func `are escaped and spaced`() {
        let attributes: Attributes = [
            .text("title", "a \"b\" <c>"), .flag("hidden"), .number("tabindex", -1), .data("id", "7"),
            .aria("label", "ığ"), .aria("expanded", false), .classes("a", nil, "b"),
        ]
        let page: HTML = "<p\(attributes: attributes)>x</p>"
        #expect(
            page.description
                == "<p title=\"a &#34;b&#34; &lt;c&gt;\" hidden tabindex=\"-1\" data-id=\"7\" aria-label=\"ığ\" "
                + "aria-expanded=\"false\" class=\"a b\">x</p>")
        #expect(page.faults.isEmpty && page.endsInText)
    }

    @Test func `hold addresses that are checked by their tag`() throws {
        let remote = try #require(SafeURL("https://x.example/"))
        let link: HTML = "<a\(attributes: [.url("href", remote)])><a\(attributes: [.text("href", "javascript:x")])>"
        #expect(link.description == "<a href=\"https://x.example/\"><a href=\"#\">")
        let script: HTML = "<script\(attributes: [.url("src", remote)])></script>"
        #expect(script.description == "<script src=\"\"></script>")
        let title: HTML = "<p\(attributes: [.url("title", remote), .url("onclick", remote)])>"
        #expect(title.description == "<p title=\"https://x.example/\" onclick=\"\">")
    }

    @Test func `are gathered by conditions and stand after others`() {
        var attributes = Attributes()
        attributes.append(.flag("disabled"), if: false)
        attributes.append(.flag("checked"), if: true)
        let page: HTML = "<input id=\"a\"\(attributes: attributes.adding(.flag("required"))) name=\"b\">\("<")"
        #expect(page.description == "<input id=\"a\" checked required name=\"b\">&lt;")
        let none: HTML = "<p\(attributes: [])>\("x")</p>"
        #expect(none.description == "<p>x</p>")
    }
}
