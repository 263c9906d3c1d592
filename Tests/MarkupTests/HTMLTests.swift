import Markup
import Testing

@Suite("Markup")
struct HTMLTests {
    @Test func `text is escaped once and kept whole`() {
        let name = "Çiğdem & \"Işık\" <İŞÖÜ> 'ğı'"
        let page: HTML = "<p>\(name)</p>"
        #expect(page.description == "<p>Çiğdem &amp; &#34;Işık&#34; &lt;İŞÖÜ&gt; &#39;ğı&#39;</p>")
        let outer: HTML = "<div>\(page)</div>"
        #expect(outer.description == "<div>\(page.description)</div>")
        let outmost: HTML = "\(outer)\(text: 5)"
        #expect(outmost.description == "<div>\(page.description)</div>5")
    }

    @Test func `a literal is markup and a value is not`() {
        let markup: HTML = "<b>&amp;</b>"
        #expect(markup.description == "<b>&amp;</b>")
        #expect(HTML(text: "<b>&amp;</b>").description == "&lt;b&gt;&amp;amp;&lt;/b&gt;")
        #expect(HTML(unsafeRaw: "<b>").description == "<b>")
        #expect(HTML().isEmpty && HTML().endsInText)
    }

    @Test func `lists join and nothing renders nothing`() {
        let rows: [HTML] = ["a", "b"].map { "<li>\($0)</li>" }
        let missing: HTML? = nil
        let nobody: String? = nil
        let list: HTML = "<ul>\(rows)\(missing)\(nobody)\(rows.lazy.map { $0 })</ul>"
        #expect(list.description == "<ul><li>a</li><li>b</li><li>a</li><li>b</li></ul>")
        #expect(HTML(joining: rows).description == "<li>a</li><li>b</li>")
    }

    @Test func `numbers stand almost everywhere`() {
        let page: HTML =
            "<h\(2) style=\"width: \(40)%\" tabindex=\(-1) onclick=\"f(\(3))\"><script>let a = \(4)</script>\(5)</h2>"
        #expect(
            page.description
                == "<h2 style=\"width: 40%\" tabindex=-1 onclick=\"f(3)\"><script>let a = 4</script>5</h2>")
        #expect(page.faults.isEmpty)
        let refused: HTML = "<!-- \(1) --><p data-\(2) \(3)></\(4)p>"
        #expect(refused.faults.map(\.place) == [.comment, .attributeName, .attributeName, .tag])
    }

    @Test func `substrings, ids and addresses`() throws {
        let url = try #require(SafeURL("/a?b=1&c=2"))
        let page: HTML = "<a href=\"\(url: url)\">\("xyz".dropFirst())\(text: "<")\(url)</a>"
        #expect(page.description == "<a href=\"/a?b=1&amp;c=2\">yz&lt;/a?b=1&amp;c=2</a>")
    }

    @Test func `equal is byte for byte`() {
        let (composed, decomposed): (HTML, HTML) = ("é", "e\u{301}")
        #expect(composed != decomposed && composed == "é")
    }
}

@Suite("Where a value may stand")
struct PlaceTests {
    @Test(arguments: refused)
    func `text is left out where nothing is safe`(_ page: HTML, _ place: HTML.Fault.Place, _ expected: String) {
        #expect(page.description == expected)
        #expect(page.faults.map(\.place) == [place])
    }

    @Test(arguments: accepted)
    func `text is written where it is only read`(_ page: HTML, _ expected: String) {
        #expect(page.description == expected)
        #expect(page.faults.isEmpty)
    }

    @Test func `a fault says where and is kept when markup is nested`() {
        let inner: HTML = "<p \("x")>a</p>"
        let outer: HTML = "<div>\(inner)</div>"
        #expect(inner.faults.map(\.offset) == [3] && outer.faults.map(\.offset) == [8])
        #expect(outer.faults[0].description == "an interpolation was left out: attributeName at byte 8")
        let many = HTML(joining: (0..<100).map { _ in inner })
        #expect(many.faults.count == 64)
    }

    @Test func `markup that was cut short says so and goes on where it is put`() {
        let open: HTML = "<a title=\""
        let page: HTML = "<p>\(open)\("\" onclick=x")\">b</a>"
        #expect(!open.endsInText && page.endsInText)
        #expect(page.description == "<p><a title=\"&#34; onclick=x\">b</a>")
        let link: HTML = "<a href=\""
        let next: HTML = "\(link)\("javascript:x")\">"
        #expect(next.description == "<a href=\"#\">")
    }

    @Test func `markup in a value must be text`() {
        let bold: HTML = "<b>x</b>"
        let escaped: HTML = "a &amp; b"
        let page: HTML = "<p title=\"\(bold)\" lang=\"\(escaped)\" \(bold)><script>\(bold)</script></p>"
        #expect(page.description == "<p title=\"\" lang=\"a &amp; b\" ><script></script></p>")
        #expect(page.faults.map(\.place) == [.markupInAttribute, .attributeName, .rawText])
        let link: HTML = "<a href=\"\(escaped)\">"
        #expect(link.faults.map(\.place) == [.markupInAttribute])
        let area: HTML = "<textarea>\(bold)\(escaped)</textarea>"
        #expect(
            area.description == "<textarea>a &amp; b</textarea>" && area.faults.map(\.place) == [.markupInAttribute])
    }

    static let x = "x"
    static let refused: [(HTML, HTML.Fault.Place, String)] = [
        ("<\(x)>", .tag, "<>"), ("<p\(x)>", .tag, "<p>"), ("</\(x)>", .tag, "</>"),
        ("<p \(x)>", .attributeName, "<p >"),
        ("<p a\(x)=\"b\">", .attributeName, "<p a=\"b\">"), ("<p a \(x)>", .attributeName, "<p a >"),
        ("<p a=\"b\"\(x)>", .attributeName, "<p a=\"b\">"), ("<br/\(x)>", .attributeName, "<br/>"),
        ("<p a=\(x)>", .unquotedValue, "<p a=>"), ("<p a=b\(x)>", .unquotedValue, "<p a=b>"),
        ("<p onclick=\"\(x)\">", .code, "<p onclick=\"\">"), ("<p ONclick='\(x)'>", .code, "<p ONclick=''>"),
        ("<p onclick = \"a\(x)b\">", .code, "<p onclick = \"ab\">"), ("<p srcdoc=\"\(x)\">", .code, "<p srcdoc=\"\">"),
        ("<p hx-on::load=\"\(x)\">", .code, "<p hx-on::load=\"\">"),
        ("<p data-hx-on=\"\(x)\">", .code, "<p data-hx-on=\"\">"),
        ("<p hx-trigger=\"\(x)\">", .code, "<p hx-trigger=\"\">"), ("<p hx-vars=\"\(x)\">", .code, "<p hx-vars=\"\">"),
        ("<set to=\"\(x)\">", .code, "<set to=\"\">"), ("<p style=\"\(x)\">", .style, "<p style=\"\">"),
        ("<p hx-vals='{\"a\": \"\(x)\"}'>", .json, "<p hx-vals='{\"a\": \"\"}'>"),
        ("<a href=\"javascript:\(x)\">", .scheme, "<a href=\"javascript:\">"),
        ("<a href=\" JavaScript:\(x)\">", .scheme, "<a href=\" JavaScript:\">"),
        ("<a href=\"java\nscript:\(x)\">", .scheme, "<a href=\"java\nscript:\">"),
        ("<a href=\"&#106;avascript:\(x)\">", .scheme, "<a href=\"&#106;avascript:\">"),
        ("<img src=\"data:image/png,\(x)\">", .scheme, "<img src=\"data:image/png,\">"),
        ("<img srcset=\"/a 1x, data:\(x)\">", .scheme, "<img srcset=\"/a 1x, data:\">"),
        ("<script>\(x)</script>", .rawText, "<script></script>"),
        ("<SCRIPT >\(x)</SCRIPT>", .rawText, "<SCRIPT ></SCRIPT>"),
        ("<script>a</scrip>\(x)</script>", .rawText, "<script>a</scrip></script>"),
        ("<script>a<\(x)</script>", .rawText, "<script>a<</script>"),
        ("<script>a</\(x)script>", .rawText, "<script>a</script>"),
        ("<script><!--<script></script>\(x)", .rawText, "<script><!--<script></script>"),
        ("<script/>\(x)", .rawText, "<script/>"), ("<style a=\">\">\(x)</style>", .rawText, "<style a=\">\"></style>"),
        ("<svg><title><p></title>\(x)", .rawText, "<svg><title><p></title>"),
        ("<svg><style><p a=\"</style>\(x)", .rawText, "<svg><style><p a=\"</style>"),
        ("<svg><style></p></style>\(x)", .rawText, "<svg><style></p></style>"),
        ("<svg><textarea></=</textarea>\(x)", .rawText, "<svg><textarea></=</textarea>"),
        ("<svg><![CDATA[>]]>\(x)", .rawText, "<svg><![CDATA[>]]>"),
        ("<math><style><!--</style>\(x)", .rawText, "<math><style><!--</style>"),
        ("<iframe>\(x)</iframe>", .rawText, "<iframe></iframe>"), ("<xmp>\(x)</xmp>", .rawText, "<xmp></xmp>"),
        ("<noframes>\(x)</noframes>", .rawText, "<noframes></noframes>"), ("<noembed>\(x)", .rawText, "<noembed>"),
        ("<plaintext></plaintext>\(x)", .rawText, "<plaintext></plaintext>"), ("<!-- \(x) -->", .comment, "<!--  -->"),
        ("<!--\(x)-->", .comment, "<!---->"), ("<!-- > -- \(x) -->", .comment, "<!-- > --  -->"),
        ("<!\(x)>", .comment, "<!>"), ("<?\(x)>", .comment, "<?>"), ("</ \(x)>", .comment, "</ >"),
        ("<!-\(x)>", .comment, "<!->"),
    ]

    static let accepted: [(HTML, String)] = [
        ("\(x)", "x"), ("<p>\(x)", "<p>x"), ("<p>a < b \(x)", "<p>a < b x"), ("<p>a <3 \(x)", "<p>a <3 x"),
        ("</>\(x)", "</>x"),
        ("<p a=\"b\">\(x)", "<p a=\"b\">x"), ("<p a=\">\" b='<'>\(x)", "<p a=\">\" b='<'>x"),
        ("<p a='\"'>\(x)", "<p a='\"'>x"),
        ("<p a=b>\(x)", "<p a=b>x"), ("<p a=>\(x)", "<p a=>x"), ("<p a>\(x)", "<p a>x"), ("<p a >\(x)", "<p a >x"),
        ("<br/>\(x)", "<br/>x"), ("<br />\(x)", "<br />x"), ("<p a=\"\"b=\"\(x)\">", "<p a=\"\"b=\"x\">"),
        ("<p a = '\(x)'>", "<p a = 'x'>"), ("<p a\n=\n\"\(x)\">", "<p a\n=\n\"x\">"), ("<p/a=\"\(x)\">", "<p/a=\"x\">"),
        ("<!---->\(x)", "<!---->x"), ("<!-->\(x)", "<!-->x"), ("<!--->\(x)", "<!--->x"),
        ("<!-- a --!>\(x)", "<!-- a --!>x"),
        ("<!--!-->\(x)", "<!--!-->x"), ("<!-- a -- b -->\(x)", "<!-- a -- b -->x"),
        ("<!-- --- -->\(x)", "<!-- --- -->x"),
        ("<!-- <p a=\" -->\(x)", "<!-- <p a=\" -->x"), ("<!DOCTYPE html>\(x)", "<!DOCTYPE html>x"),
        ("<!->\(x)", "<!->x"),
        ("<?xml?>\(x)", "<?xml?>x"), ("</ a>\(x)", "</ a>x"), ("<script>a</script>\(x)", "<script>a</script>x"),
        ("<script>a < b </ </scriptx </script >\(x)", "<script>a < b </ </scriptx </script >x"),
        ("<script><p a=\"</script>\(x)", "<script><p a=\"</script>x"), ("<style></STYLE/>\(x)", "<style></STYLE/>x"),
        ("<script src=\"/a.js\"></script>\(x)", "<script src=\"/a.js\"></script>x"), ("<scripty>\(x)", "<scripty>x"),
        ("<title>\(x)</title>", "<title>x</title>"), ("<textarea>\(x)</textarea>\(x)", "<textarea>x</textarea>x"),
        ("<title><p a=\"</title>\(x)", "<title><p a=\"</title>x"),
        ("<svg><title>\(x)</title>\(x)", "<svg><title>x</title>x"),
        ("<svg><style>a</style></svg><style><p></style>\(x)", "<svg><style>a</style></svg><style><p></style>x"),
        ("<textarea><p a=\"</textarea>\(x)", "<textarea><p a=\"</textarea>x"),
        ("<textarea><a href=\"\(x)\"></textarea>", "<textarea><a href=\"x\"></textarea>"),
        (
            "<p data-src=\"\(x)\" data-on=\"\(x)\" data-style=\"\(x)\">",
            "<p data-src=\"x\" data-on=\"x\" data-style=\"x\">"
        ),
        ("<p hx-target=\"#\(x)\">", "<p hx-target=\"#x\">"), ("<p hx-vals=\"\("{}")\">", "<p hx-vals=\"{}\">"),
        ("<p hx-vals=\"\(x)\">", "<p hx-vals=\"{}\">"), ("<p nonce=\"\(x)\">", "<p nonce=\"x\">"),
    ]
}
