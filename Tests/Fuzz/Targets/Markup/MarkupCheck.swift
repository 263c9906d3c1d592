import Markup

/// Text put into markup changes no tag, no attribute's name, no script, no style and no comment, wherever it is put:
/// the page has the structure it has with a harmless word in the same places, as a tokenizer of its own sees it.
enum MarkupCheck {
    /// The input's first byte says how many pieces the page has, so many bytes choose them, and the rest is the text.
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let count = Int(input.first ?? 0) % 12
        let choices = input.dropFirst().prefix(count)
        let text = Array(input.dropFirst(1 + count)).repaired
        let (page, plain) = (page(choices, text), page(choices, "a"))
        try hold(places(page) == places(plain), "faults depend on the program alone")
        try hold(page.endsInText == plain.endsInText, "a page ends as its program says")
        let (seen, expected) = (PageReading(page.bytes), PageReading(plain.bytes))
        try hold(seen.structure == expected.structure, "\(page) has another structure than \(plain)")
        try checkAddresses(seen.addresses, as: expected.addresses)
        try checkUsual(text)
        try hold(SafeURL(text) == nil || isHarmless(text), "\(text) is let through as an address")
    }

    /// Behind an address that was left out there may be no scheme where there is one behind another; markup is out of place either way.
    private static func places(_ page: HTML) -> [HTML.Fault.Place] {
        page.faults.map(\.place).filter { $0 != .scheme && $0 != .markupInAttribute }
    }

    private static func page(_ choices: ArraySlice<UInt8>, _ text: String) -> HTML {
        var page = HTML.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        for choice in choices {
            switch choice {
            case 0..<64: page.appendInterpolation(text)
            case 64..<72: page.appendInterpolation(HTML(text: text))
            case 72..<76: page.appendInterpolation(attributes: [.text("title", text), .text("href", text)])
            case 76..<80: page.appendInterpolation(7)
            default: page.appendLiteral(pieces[Int(choice - 80) % pieces.count])
            }
        }
        return HTML(stringInterpolation: page)
    }

    /// What programs write, and what they write by mistake.
    private static let pieces = [
        "<p>", "</p>", "<p title=\"", "<p title='", "\">", "'>", "\" ", " ", ">", "<a href=\"", "<a href='", "<a href=",
        "<img src=\"/i/", "<img srcset=\"", "?q=", "/", "#", "https://example.com/", "<input value=", " disabled>",
        "<!--",
        "-->", "<!", "--!>", "<script>", "</script>", "<script src=\"", "<style>", "</style>", "<div onclick=\"",
        "<p style=\"", "<div hx-vals=\"", "<div hx-get=\"", "<textarea>", "</textarea>", "<title>", "</title>", "<svg>",
        "<set to=\"", "<iframe srcdoc=\"", "<", "</", "<a", "=", "x", "\"", "'", "/>", "<?", "<xmp>", "</xmp>",
        "<form action=\"",
        "<br/", "<noscript>", "</noscript>", "<plaintext>", "<meta content=\"",
    ]

    /// The ways of every page, whose text must come out as it went in.
    private static func checkUsual(_ text: String) throws(BrokenPromise) {
        let page: HTML = "<p title=\"\(text)\">\(text)</p><i data-x='\(text)'>\(HTML(text: text))</i>"
        let seen = PageReading(page.bytes)
        try hold(page.faults.isEmpty && page.endsInText, "a sound page has no faults")
        try hold(seen.texts.joined() == text + text, "text is read as it was written")
        try hold(seen.values == [text, text], "a value is read as it was written")
    }

    /// No address runs or holds what it shows. The pieces write other schemes, such as `xhttps`, by putting themselves
    /// together.
    private static func checkAddresses(_ seen: [String], as expected: [String]) throws(BrokenPromise) {
        try hold(seen.count == expected.count, "as many addresses as in the plain page")
        for address in seen {
            let runs = ["javascript", "vbscript", "data", "blob", "file"].contains(PageReading.scheme(of: address))
            try hold(!runs, "\(address) is written as an address")
        }
    }

    private static func isHarmless(_ address: String) -> Bool {
        ["", "http", "https", "mailto", "tel"].contains(PageReading.scheme(of: address))
    }
}
