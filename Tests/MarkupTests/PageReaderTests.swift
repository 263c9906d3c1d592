import Testing

/// A reader that sees nothing would let everything pass.
@Suite("The reader that checks the pages")
struct PageReaderTests {
    @Test func `sees what a careless page does`() {
        let page = PageReader(
            "<p title=\"\"><script>alert(1)</script><!-- a --><a href=' java\nscript:x' onclick=y>b</a>")
        #expect(page.bones == ["p [\"title\"] ", "script [] alert(1)", "a [\"href\", \"onclick\"] ", "/a [] ", " a "])
        #expect(page.dangerousAddresses == [" java\nscript:x"])
        #expect(page.code == ["y"])
        #expect(page.text == "b")
    }

    @Test(arguments: ["//x", "/\\x", "data:x", "JAVASCRIPT:x", "\u{1}vbscript:x"])
    func `knows an address that runs or leaves`(_ address: String) {
        #expect(PageReader("<a href=\"\(address)\">").dangerousAddresses == [address])
    }
}
