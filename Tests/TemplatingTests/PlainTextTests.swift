import Templating
import Testing

@Suite("The plain body of a mail")
struct PlainTextTests {
    @Test(
        "says what the markup says",
        arguments: [
            ("<p>Merhaba <b>Ali</b>,</p>\n<p>iki&amp;üç</p>", "Merhaba Ali,\n\niki&üç"),
            ("a<br>b<br/>c", "a\nb\nc"), ("<style>p{}</style><title>t</title>x", "x"),
            ("<a href=\"https://a.b/?x=1&amp;y\">Aç</a>.", "Aç (https://a.b/?x=1&y)."),
            ("<a href=\"https://a.b\">https://a.b</a>", "https://a.b"), ("<a href=\"#\">x</a>", "x"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            ("a  \n b", "a b"), ("<p title=\">\">x", "x"), ("a < b", "a"), ("<", ""), ("&lt;b&gt;", "<b>"), ("<a", ""),
        ])
    func reads(_ markup: String, _ expected: String) {
        #expect(PlainText.of(markup: Array(markup.utf8)) == expected)
    }
}
