import Core
import HTTP
import Testing

@Suite struct QueryItemsTests {
    @Test(arguments: [
        ("%", QueryItems.Refusal.badEscape), ("a=%", .badEscape), ("a=%1", .badEscape), ("a=%zz", .badEscape),
        ("%g0=1", .badEscape), ("a=1&b=%4", .badEscape),
        ("a=%u00e4", .badEscape), ("a=%ff", .badText), ("%c3=1", .badText), ("a=%c0%80", .badText),
        ("a=%ed%a0%80", .badText), ("a=%00", .nul), ("%00=a", .nul),
        ("a=x%00y", .nul), ("a=\0", .nul),
    ])
    func refused(_ text: String, _ refusal: QueryItems.Refusal) {
        #expect(throws: refusal, "\(text)") { try QueryItems(text) }
    }

    @Test func brokenBytesAreRefused() {
        #expect(throws: QueryItems.Refusal.badText) { try QueryItems(parsing: ([0x61, 0x3D, 0xFF] as [UInt8]).span) }
    }

    @Test func limits() throws {
        let limits = QueryItems.Limits(pairs: 3, nameBytes: 4, valueBytes: 5)
        #expect(try QueryItems("a=1&b=2&&&c=3&", limits: limits).items.count == 3)
        #expect(throws: QueryItems.Refusal.tooManyPairs) { try QueryItems("a=1&b=2&c=3&d=4", limits: limits) }
        #expect(try QueryItems("abcd=12345", limits: limits)["abcd"] == "12345")
        #expect(throws: QueryItems.Refusal.nameTooLong) { try QueryItems("abcde=1", limits: limits) }
        #expect(throws: QueryItems.Refusal.valueTooLong) { try QueryItems("a=123456", limits: limits) }
        #expect(throws: QueryItems.Refusal.tooManyPairs) { try QueryItems(String(repeating: "a&", count: 1_001)) }
        #expect(QueryItems.Refusal.tooManyPairs.problem.status == 413)
    }

    @Test(
        arguments: [
            ("", []), ("&", []), ("&&&", []), ("a", [("a", "")]), ("a=", [("a", "")]), ("=", [("", "")]),
            ("=a", [("", "a")]), ("a=b=c", [("a", "b=c")]),
            ("a=1&b=2", [("a", "1"), ("b", "2")]), ("a=1&a=2", [("a", "1"), ("a", "2")]), ("a+b=c+d", [("a b", "c d")]),
            ("a=%2B", [("a", "+")]),
            ("a=%26%3D", [("a", "&=")]), ("%61=%62", [("a", "b")]), ("a=%C3%B6", [("a", "ö")]), ("a=ö", [("a", "ö")]),
            ("a;b=1", [("a;b", "1")]),
            ("q=%F0%9F%98%80", [("q", "😀")]), ("a=%0D%0A", [("a", "\r\n")]),
            ("a[]=1&a[]=2", [("a[]", "1"), ("a[]", "2")]),
        ] as [(String, [(String, String)])])
    func read(_ text: String, _ expected: [(String, String)]) throws {
        let items = try QueryItems(text).items
        #expect(items.map(\.name) == expected.map(\.0))
        #expect(items.map(\.value) == expected.map(\.1))
    }

    @Test func lookup() throws {
        let items = try QueryItems("tag=a&name=Ay%C5%9Fe&tag=b&empty")
        #expect(items["tag"] == "a")
        #expect(items.all("tag") == ["a", "b"])
        #expect(items["name"] == "Ayşe")
        #expect(items["empty"] == "" && items.contains("empty"))
        #expect(items["none"] == nil && !items.contains("none") && items.all("none").isEmpty)
    }

    @Test func writtenItemsReadBack() throws {
        var items = QueryItems()
        for (name, value) in [("a b", "c&d=e"), ("ö", "%00+"), ("", ""), ("x", "\r\n\u{1F600}")] {
            items.append(name, value)
        }
        #expect(items.encoded.hasPrefix("a%20b=c%26d%3De&"))
        #expect(try QueryItems(items.encoded) == items)
        #expect(QueryItems().encoded == "")
    }

    @Test func variationsReadBack() {
        Mutations.run(seed: 5, of: ["a=1&b=2&c=%C3%B6", "q=%F0%9F%98%80+x&&y", "name=Ay%C5%9Fe&mail=a%40b.tr"]) {
            bytes in
            guard let items = try? QueryItems(parsing: bytes.span) else { return }
            #expect((try? QueryItems(items.encoded)) == items)
        }
    }
}
