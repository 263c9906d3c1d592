import Markup
import Testing

@Suite("Hostile text in every place of a page")
struct HostileTests {
    @Test(arguments: Hostile.payloads)
    func `changes no bone of the page`(_ payload: String) {
        for (name, place) in Self.places {
            let page = PageReader(place(payload).description)
            #expect(page.bones == PageReader(place("x").description).bones, "\(name)")
            #expect(page.dangerousAddresses.isEmpty, "\(name): \(page.dangerousAddresses)")
            #expect(page.code == PageReader(place("x").description).code, "\(name)")
            #expect(page.comments.allSatisfy { !$0.contains(payload) }, "\(name)")
        }
    }

    @Test(arguments: Hostile.payloads)
    func `makes no fault that harmless text would not make`(_ payload: String) {
        for (name, place) in Self.places {
            #expect(place(payload).faults.map(\.place) == place("x").faults.map(\.place), "\(name)")
            #expect(place(payload).endsInText, "\(name)")
        }
    }

    @Test(arguments: Hostile.payloads)
    func `is read back as it was from text and attributes`(_ payload: String) {
        let page: HTML = "<p title=\"\(payload)\" data-x='\(payload)'>\(payload)</p>"
        let read = PageReader(page.description)
        #expect(read.text == payload)
        #expect(read.tags.first?.attributes.map(\.value) == [payload, payload])
    }

    @Test func `there are enough payloads`() { #expect(Hostile.payloads.count >= 100) }

    static let places: [(String, @Sendable (String) -> HTML)] = [
        ("text", { "<p>\($0)</p>" }), ("title", { "<title>\($0)</title>" }),
        ("textarea", { "<textarea name=\"t\">\n\($0)</textarea>" }), ("attribute", { "<p title=\"\($0)\">a</p>" }),
        ("single quotes", { "<p title='\($0)'>a</p>" }),
        ("spaced attribute", { "<p title = \"\($0)\" id=\"b\">a</p>" }),
        ("second value", { "<p class=\"a \($0) b\">a</p>" }), ("end tag", { "<p>a</p title=\"\($0)\">" }),
        ("href", { "<a href=\"\($0)\">a</a>" }), ("href in capitals", { "<A HREF='\($0)'>a</A>" }),
        ("href after space", { "<a href=\" \($0)\">a</a>" }), ("src", { "<img src=\"\($0)\">" }),
        ("path", { "<a href=\"/c/\($0)\">a</a>" }), ("path before more", { "<a href=\"/c/\($0)/edit?a=b\">a</a>" }),
        ("first segment", { "<a href=\"/\($0)\">a</a>" }), ("query", { "<a href=\"/c?q=\($0)&amp;p=1\">a</a>" }),
        ("fragment", { "<a href=\"#\($0)\">a</a>" }), ("relative", { "<a href=\"c/\($0)\">a</a>" }),
        ("half a scheme", { "<a href=\"java\($0)\">a</a>" }), ("host", { "<a href=\"https://\($0)/\">a</a>" }),
        ("two parts", { "<a href=\"\($0)\($0)\">a</a>" }), ("action", { "<form action=\"\($0)\"></form>" }),
        ("formaction", { "<button formaction=\"\($0)\">a</button>" }), ("hx-get", { "<p hx-get=\"\($0)\">a</p>" }),
        ("hx-post", { "<p data-hx-post=\"/c/\($0)\">a</p>" }), ("hx-vals", { "<p hx-vals=\"\($0)\">a</p>" }),
        ("hx-vals inside", { "<p hx-vals='{\"a\": \"\($0)\"}'>a</p>" }),
        ("hx-on", { "<p hx-on:click=\"\($0)\">a</p>" }),
        ("hx-trigger", { "<p hx-trigger=\"click[\($0)]\">a</p>" }), ("poster", { "<video poster=\"\($0)\"></video>" }),
        ("xlink:href", { "<svg><use xlink:href=\"\($0)\"></use></svg>" }), ("srcset", { "<img srcset=\"\($0) 1x\">" }),
        ("second srcset", { "<img srcset=\"/a.png 1x, \($0) 2x\">" }),
        ("object", { "<object data=\"\($0)\"></object>" }),
        ("script src", { "<script src=\"\($0)\"></script>" }), ("link", { "<link rel=\"icon\" href=\"\($0)\">" }),
        ("base", { "<base href=\"\($0)\">" }), ("iframe", { "<iframe src=\"\($0)\"></iframe>" }),
        ("animation", { "<svg><set attributeName=\"href\" to=\"\($0)\"/></svg>" }),
        ("srcdoc", { "<p srcdoc=\"\($0)\">a</p>" }), ("onclick", { "<p onclick=\"f('\($0)')\">a</p>" }),
        ("onclick in capitals", { "<p ONCLICK='\($0)'>a</p>" }), ("style", { "<p style=\"color: \($0)\">a</p>" }),
        ("script", { "<script>let a = \"\($0)\";</script>" }),
        ("style element", { "<style>a { color: \($0) }</style>" }),
        ("script in capitals", { "<SCRIPT TYPE=\"x\">\($0)</SCRIPT >" }), ("comment", { "<!-- \($0) --><p>a</p>" }),
        ("declaration", { "<!DOCTYPE \($0)><p>a</p>" }), ("unquoted", { "<p title=\($0)>a</p>" }),
        ("unquoted after more", { "<p title=a\($0)>a</p>" }), ("unquoted href", { "<a href=\($0)>a</a>" }),
        ("attribute name", { "<p \($0)>a</p>" }), ("part of a name", { "<p data-\($0)=\"a\">a</p>" }),
        ("after a value", { "<p id=\"a\"\($0)>a</p>" }), ("after a slash", { "<br /\($0)>" }),
        ("tag name", { "<p\($0)>a</p>" }), ("end tag name", { "<p>a</\($0)p>" }),
        ("attributes", { "<p\(attributes: [.text("title", $0), .data("a", $0), .classes($0, nil)])>a</p>" }),
        ("address attribute", { "<a\(attributes: [.text("href", $0)])>a</a>" }),
        ("code attribute", { "<a\(attributes: [.text("onclick", $0), .text("style", $0)])>a</a>" }),
    ]
}
