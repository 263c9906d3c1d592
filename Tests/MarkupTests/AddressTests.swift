import Markup
import Testing

@Suite("Addresses")
struct AddressTests {
    @Test(arguments: refused)
    func `that could do harm are refused`(_ text: String) {
        #expect(SafeURL(text) == nil)
        let link: HTML = "<a href=\"\(text)\">"
        #expect(link.description == "<a href=\"#\">")
        let image: HTML = "<img src=\"\(text)\">"
        #expect(image.description == "<img src=\"\">")
    }

    @Test(arguments: accepted)
    func `that are harmless are kept as they are`(_ text: String) {
        #expect(SafeURL(text)?.text == text)
        let link: HTML = "<a href=\"\(text)\">"
        #expect(PageReader(link.description).tags[0].attributes[0].value == text)
    }

    @Test func `only those of this site stay within it`() {
        for text in Self.accepted where SafeURL(text)?.isLocal == true {
            #expect("/?#".contains(text.prefix(1)), "\(text)")
        }
        #expect(Self.accepted.count { SafeURL($0)?.isLocal == true } == 17)
    }

    @Test func `that act within the page must be of this site`() {
        let remote = "https://evil.example/x.js"
        let pages: [HTML] = [
            "<script src=\"\(remote)\">", "<link href=\"\(remote)\">", "<iframe src=\"\(remote)\">",
            "<object data=\"\(remote)\">", "<embed src=\"\(remote)\">", "<base href=\"\(remote)\">",
        ]
        for page in pages { #expect(PageReader(page.description).tags[0].attributes[0].value.isEmpty, "\(page)") }
        let local: HTML = "<script src=\"\("/x.js")\"></script><script src=\"/v/\("a/b")\"></script>"
        #expect(local.description == "<script src=\"/x.js\"></script><script src=\"/v/a%2Fb\"></script>")
    }

    @Test(arguments: parts)
    func `that begin in the literal take parts that cannot leave their place`(_ page: HTML, _ expected: String) {
        #expect(PageReader(page.description).tags[0].attributes[0].value == expected)
        #expect(page.faults.isEmpty)
    }

    @Test func `are built from segments`() {
        let path = SafeURL(path: "customers", "a/b ç", "..", query: ["q": "x&y=z", "p": "1"])
        #expect(path.text == "/customers/a%2Fb%20%C3%A7/_?q=x%26y%3Dz&p=1")
        #expect(SafeURL(path: "").text == "/" && SafeURL.nowhere.text == "#")
        #expect(SafeURL(path.text) == path)
    }

    @Test func `of mail and telephone`() {
        #expect(SafeURL.mail(to: "a.b+c@ornek.com.tr")?.text == "mailto:a.b+c@ornek.com.tr")
        for text in ["", "a", "@b", "a@", "a@b@c", "a@b?bcc=x", "a b@c", "a@b\n", "a,b@c", "\"a\"@b", "a%0a@b"] {
            #expect(SafeURL.mail(to: text) == nil, "\(text)")
        }
        #expect(SafeURL.telephone("+90 (212) 555-12 34")?.text == "tel:+902125551234")
        for text in ["", "+", "1", "12a", "++90", "90+1", "١٢٣", "123456789012345678901", "12;34"] {
            #expect(SafeURL.telephone(text) == nil, "\(text)")
        }
    }

    static let refused = [
        "", " ", "x", "customers/7", "../x", "./x", "..", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "javascript:",
        "java\tscript:x", "java\nscript:x", " javascript:x", "\u{1}javascript:x", "javascript&colon;x",
        "&#106;avascript:x", "vbscript:x", "data:text/html,x", "data:image/png;base64,x", "blob:https://x/y",
        "file:///x",
        "ftp://x/y", "ws://x", "about:blank", "view-source:x", "feed:https://x", "intent://x", "sms:123",
        "//evil.example",
        "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\t/evil.example", "/\n/evil",
        "/a b", " /a", "/a ", "/a\"b", "/a<b", "/a>b", "/a`b", "/a{b}", "/a|b", "/a^b", "/a\\b", "/a\u{7F}", "/a\u{0}",
        "/a\u{85}", "/a\u{A0}b", "/\u{2028}", "/\u{202E}x", "/\u{200B}x", "/\u{FEFF}x", "/a\u{AD}b", "/\u{FF0F}x",
        "/\u{E0041}", "https:", "https:/", "https://", "https:x", "https:/x", "https:///x", "https://?x", "https://#x",
        "https:\\\\x", "https://a@b", "https://a:b@c/", "https://.x", "https://-x", "https://x:", "https://x:y",
        "https://x:0", "https://x:65536", "https://x:123456", "https://[", "https://[]", "https://[::1", "https://[x]",
        "https://x y", "https://x%2Fy", "https://x,y", "https://a\u{3000}b", "http//x", "https//x", "httpsx://y",
        "https ://x", "mailto:", "mailto://x", "mailto:a b", "tel:", "tel:1 2", "tel:<1>", "tel://1/2",
        "/" + String(repeating: "a", count: 8192), "ｊavascript:x", "ſcript:x",
    ]

    static let accepted = [
        "/", "/a", "/a/b?c=d&e=f#g", "/a//b", "/a:b", "/a@b", "/müşteri/ığ", "/a%20b", "/a,b;c", "/~x", "/.well-known",
        "/?a",
        "#", "#a", "?", "?a=b", "/a'b", "http://x", "https://x", "HTTPS://X.example/", "https://örnek.com.tr/ürün",
        "https://x.example:8443/a?b#c", "https://x:65535", "https://x:1/", "https://[::1]/",
        "https://[2001:db8::1]:80/x",
        "https://x.example?a=b", "https://x.example#a", "https://127.0.0.1/", "https://a_b.example", "https://x/a@b",
        "https://x/a:b", "https://x//y", "mailto:a@b.example", "mailto:a@b?subject=x", "MAILTO:a@b",
        "tel:+902125551234",
        "tel:*123#", "tel:1;ext=2", "https://例え.jp",
    ]

    static let parts: [(HTML, String)] = [
        ("<a href=\"/c/\("7")\">", "/c/7"), ("<a href=\"/c/\("a/b")\">", "/c/a%2Fb"),
        ("<a href=\"/\("/evil")\">", "/%2Fevil"),
        ("<a href=\"/c/\("..")\">", "/c/_"), ("<a href=\"/c/\(".")/x\">", "/c/_/x"),
        ("<a href=\"/c/.\(".")\">", "/c/._"),
        ("<a href=\"/c/\("...")\">", "/c/_"), ("<a href=\"/c/a\("..")\">", "/c/a.."),
        ("<a href=\"/c/\("..a")\">", "/c/..a"),
        ("<a href=\"/c/\("%2e%2e")\">", "/c/%252e%252e"), ("<a href=\"/c?q=\("..")\">", "/c?q=.."),
        ("<a href=\"/c?q=\("a&b=c#d")\">", "/c?q=a%26b%3Dc%23d"),
        ("<a href=\"/c?q=\("ığ +")\">", "/c?q=%C4%B1%C4%9F%20%2B"),
        ("<a href=\"/c?a=1&amp;b=\("x")\">", "/c?a=1&b=x"), ("<a href=\"#\("a b")\">", "#a%20b"),
        ("<a href=\"\("/a?b")&amp;c=\("&")\">", "/a?b&c=%26"),
        ("<a href=\"\("https://x/y")/\("z/")\">", "https://x/y/z%2F"),
        ("<a href=\"tel:\("+90")\">", "tel:%2B90"), ("<a href=\"mailto:\("a@b")\">", "mailto:a%40b"),
        ("<a href=\"https://\("evil/x")/\">", "https://evil%2Fx/"), ("<a href=\"c/\("7")\">", "c/7"),
        ("<a href=\"java\("script:x")\">", "javascript%3Ax"), ("<a href=\"/c/\(7)/\(-8)\">", "/c/7/-8"),
        ("<a href=\"\n \("/x")\">", "\n /x"), ("<a href=\"\("x")/y\">", "#/y"), ("<a href=\",\("x")\">", ",x"),
        ("<img srcset=\"\("/a,b") 1x, \("/c") \(2)x, /d/\("e,f") 3x\">", "/a%2Cb 1x, /c 2x, /d/e%2Cf 3x"),
        ("<img srcset=\"\("javascript:x") 1x\">", " 1x"), ("<a ping=\"/a \("/b")\">", "/a /b"),
        ("<a href=\"/go?to=\(SafeURL.nowhere)\">", "/go?to=%23"), ("<a hx-get=\"/c/\("a b")\">", "/c/a%20b"),
    ]
}
