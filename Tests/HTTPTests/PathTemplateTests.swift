import Core
import HTTP
import Testing

@Suite struct PathTemplateTests {
    @Test(arguments: [
        ("", "must begin with a slash"), ("a", "must begin with a slash"), (":id", "must begin with a slash"),
        ("//", "has an empty segment"),
        ("/a/", "has an empty segment"), ("/a//b", "has an empty segment"), ("/:", "whose name is not a word"),
        ("/:1", "whose name is not a word"),
        ("/:a-b", "whose name is not a word"), ("/*", "whose name is not a word"), ("/:ö", "whose name is not a word"),
        ("/a b", "would need escaping"),
        ("/ö", "would need escaping"), ("/a%20", "would need escaping"), ("/a?b", "would need escaping"),
        ("/.", "would need escaping"), ("/..", "would need escaping"),
        ("/a:b", "would need escaping"), ("/:a/:a", "names the parameter “a” twice"),
        ("/:a/*a", "names the parameter “a” twice"),
        ("/*a/b", "has a rest parameter that is not the last segment"),
        ("/*a/*b", "has a rest parameter that is not the last segment"),
    ])
    func refused(_ text: String, _ fault: String) {
        let mistake = #expect(throws: PathTemplate.Mistake.self) { try PathTemplate(text) }
        #expect(mistake?.description.contains(fault) == true)
        #expect(mistake?.description.hasPrefix("The path “\(text)”") == true)
    }

    @Test func tooDeep() {
        #expect(throws: PathTemplate.Mistake.self) { try PathTemplate(String(repeating: "/a", count: 65)) }
    }

    @Test func segments() throws {
        let template = try PathTemplate("/customers/:id/files/*path")
        #expect(template.segments == [.literal("customers"), .parameter("id"), .literal("files"), .rest("path")])
        #expect(template.parameterNames == ["id", "path"])
        #expect(try PathTemplate("/").segments.isEmpty)
    }

    @Test(
        arguments: [
            ("/", [:], "/"), ("/a/b.txt", [:], "/a/b.txt"), ("/c/:id", ["id": "7"], "/c/7"),
            ("/c/:id/n/:note", ["note": "b", "id": "a"], "/c/a/n/b"),
            ("/c/:id", ["id": "a/b"], "/c/a%2Fb"), ("/c/:id", ["id": "ö ü?#%"], "/c/%C3%B6%20%C3%BC%3F%23%25"),
            ("/c/:id", ["id": "..a"], "/c/..a"),
            ("/f/*path", ["path": "a/b c/d"], "/f/a/b%20c/d"), ("/f/*path", ["path": "x"], "/f/x"),
            ("/c/:id", ["id": "-._~"], "/c/-._~"),
            ("/c/:id", ["id": "a+b&c=d;e,f:g@h"], "/c/a%2Bb%26c%3Dd%3Be%2Cf%3Ag%40h"),
        ] as [(String, [String: String], String)])
    func links(_ template: String, _ values: [String: String], _ expected: String) throws {
        let template = try PathTemplate(template)
        let link = try template.link(values)
        #expect(link == expected)
        let parameters = try #require(template.match(RequestPath(link)))
        for (name, value) in values { #expect(parameters[name].map(String.init) == value) }
    }

    @Test(
        arguments: [
            ("/c/:id", [:]), ("/c/:id", ["other": "1"]), ("/c/:id", ["id": "1", "other": "1"]), ("/c/:id", ["id": ""]),
            ("/c/:id", ["id": "."]),
            ("/c/:id", ["id": ".."]), ("/c/:id", ["id": "a\0"]), ("/c/:id", ["id": "a\nb"]), ("/c/:id", ["id": "a\\b"]),
            ("/f/*path", ["path": ""]),
            ("/f/*path", ["path": "/a"]), ("/f/*path", ["path": "a//b"]), ("/f/*path", ["path": "a/../b"]),
            ("/", ["id": "1"]),
        ] as [(String, [String: String])])
    func linksRefused(_ template: String, _ values: [String: String]) throws {
        let template = try PathTemplate(template)
        #expect(throws: PathTemplate.Mistake.self) { try template.link(values) }
    }

    @Test func typedLinks() throws {
        let template = try PathTemplate("/customers/:id/notes/:note")
        let customer = CustomerID.make()
        let link = try template.link(to: customer, 12)
        #expect(link == "/customers/\(customer)/notes/12")
        let parameters = try #require(template.match(RequestPath(link)))
        #expect(parameters.value("id", as: CustomerID.self) == customer)
        #expect(parameters.value("note") == 12)
        #expect(parameters.value("note", as: CustomerID.self) == nil)
        #expect(parameters.value("none", as: String.self) == nil)
        #expect(throws: PathTemplate.Mistake.self) { try template.link(to: customer) }
        #expect(throws: PathTemplate.Mistake.self) { try template.link(to: 1, 2, 3) }
    }

    @Test(arguments: ["", "+1", "01", "1.0", " 1", "-0", "9223372036854775808", "١"])
    func numbersHaveOneSpelling(_ text: String) {
        #expect(Int(pathText: text[...]) == nil)
    }

    @Test(
        arguments: [
            ("/", "/", true), ("/", "/a", false), ("/a", "/", false), ("/a", "/a", true), ("/a", "/a/", false),
            ("/a", "/A", false), ("/a", "/a/b", false),
            ("/:x", "/", false), ("/:x", "/1", true), ("/:x", "/1/2", false), ("/:x/b", "/1/b", true),
            ("/:x/b", "/1/c", false), ("/*x", "/", false),
            ("/*x", "/1/2/3", true), ("/a/*x", "/a", false), ("/a/*x", "/a/1", true), ("/a%", "/a", nil),
            ("/a", "/%61", true),
        ] as [(String, String, Bool?)])
    func matching(_ template: String, _ path: String, _ expected: Bool?) throws {
        guard let expected else {
            #expect(throws: PathTemplate.Mistake.self) { try PathTemplate(template) }
            return
        }
        #expect((try PathTemplate(template).match(RequestPath(path)) != nil) == expected)
    }
}
