import Core
import Testing

/// What every JSON reader must take and what a strict one must not, by RFC 8259.
@Suite struct JSONConformanceTests {
    @Test(arguments: [
        // Nothing, or more than one thing.
        "", " ", "\n", "[][]", "1 2", "[]x", "{}}", "[1]]", "nul", "nulll", "True", "TRUE", "tru", "undefined", "NaN",
        "Infinity", "-Infinity", "'a'", "a", "\u{FEFF}[]", "[]\u{0}", "\u{c}[]", "[\u{a0}]", "[]\u{2060}", "[1]#",
        "[1]/**/",
        "//x\n[]", "<null>", "@", "\\u0022a\\u0022", "ａ",
        // Arrays.
        "[", "]", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1:2]", "[\"\": 1]", "[}", "[1}", "[[]",
        "[a]",
        "[1\n,\n,1]", "[\"x\"", "[\"x", "[...]", "[1;2]", "[\u{b}]", "[*]",
        // Objects.
        "{", "}", "{]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,\"a\":1}", "{\"a\" 1}",
        "{\"a\"::1}",
        "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{\"a\":1 \"b\":2}", "{\"a\":1,,\"b\":2}", "{\"a\",1}",
        "{\"a\":1}/**/",
        "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":1}", "{\"é\":1,\"e\u{301}\":1}", "{\"\":1,\"\":1}", "{[]:1}",
        "{\"a\":a}",
        "{\"a\":1;}", "{🇹🇷}", "{\"a\":{}", "{\"a\":1]", "{\"a\":1}{", "{:1}", "{\"a\"=1}",
        // Numbers.
        "-", "+1", "01", "-01", "00", "1.", "-1.", ".5", "-.5", "1.e1", "1e", "1e+", "1E-", "1e1.5", "1ee1", "0x1",
        "1a", "--1",
        "1+1", "1_000", "1,0", "1 000", "0e", "0.e1", "0e+-1", "- 1", "１", "1.5.5", "1e1e1", "Inf", "-NaN", "0b1",
        "-foo",
        "9.e+", "2.e-3", "1\u{0}",
        // Strings.
        "\"", "\"a", "\"\\\"", "\"\\", "\"\\x41\"", "\"\\a\"", "\"\\'\"", "\"\\u\"", "\"\\u00\"", "\"\\u00g0\"",
        "\"\\u{41}\"",
        "\"\\U0041\"", "\"\\u 041\"", "\"\\u+041\"", "\"\n\"", "\"\t\"", "\"\u{0}\"", "\"\u{1f}\"", "\"a\" \"",
        "\"\\ud800\"",
        "\"\\udc00\"", "\"\\ud800x\"", "\"\\ud800\\n\"", "\"\\ud800\\u0041\"", "\"\\ud800\\ud800\"",
        "\"\\udfff\\ud800\"",
        "\"\\ud83d\\u\"", "\"\\ud83d\\", "\"\\ud83d\\udc\"", "\"\\0\"", "\"\\\u{e9}\"", "\"\\\n\"", "\"\\u004",
        "\"\\v\"",
    ])
    func refuses(text: String) {
        #expect(throws: JSONFault.self) { try JSONParser.parse(Array(text.utf8)) }
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xE0, 0x80, 0xAF, 0x22],
            [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0x80, 0x22],
            [0xFF, 0xFE, 0x5B, 0x00],
            [0x5B, 0xC3], [0x22, 0xF0, 0x9F, 0x98, 0x22], [0xEF, 0xBB, 0xBF], [0x00], [0x5B, 0x31, 0x00, 0x5D],
        ] as [[UInt8]])
    func refusesBytes(bytes: [UInt8]) {
        #expect(throws: JSONFault.self) { try JSONParser.parse(bytes) }
    }

    @Test(arguments: [
        ("null", "null"), (" true ", "true"), ("\t\n\r false\n", "false"), ("0", "0"), ("-0", "-0"), ("-0.0", "-0.0"),
        ("1", "1"), ("-12", "-12"), ("1.5", "1.5"), ("1e5", "1e5"), ("1E+5", "1E+5"), ("1.25e-10", "1.25e-10"),
        ("0e0", "0e0"),
        ("123456789012345678901234567890", "123456789012345678901234567890"), ("1e400", "1e400"), ("0.10", "0.10"),
        ("[]", "[]"), ("[ ]", "[]"), ("[[]]", "[[]]"), ("[1]", "[1]"), ("[1 , 2,3 ]", "[1,2,3]"), ("[\n1\n]\n", "[1]"),
        ("[null,true,false]", "[null,true,false]"), ("{}", "{}"), ("{ }", "{}"), ("{\"a\":1}", "{\"a\":1}"),
        (" { \"b\" : [ ] , \"a\" : { } } ", "{\"b\":[],\"a\":{}}"), ("{\"\":0}", "{\"\":0}"), ("\"\"", "\"\""),
        ("\"a\"", "\"a\""), ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\""),
        ("\"\\u0041\"", "\"A\""),
        ("\"\\u00e7\\u011F\\u0131\\u0130\"", "\"çğıİ\""), ("\"\\ud83d\\ude00\"", "\"😀\""),
        ("\"\\uD834\\uDD1E\"", "\"𝄞\""),
        ("\"\\u0000\"", "\"\\u0000\""), ("\"\u{7f}\"", "\"\u{7f}\""), ("\"\\uFFFF\"", "\"\u{FFFF}\""),
        ("\"/\"", "\"/\""),
        ("\"\u{2028}\"", "\"\\u2028\""), ("\"<\"", "\"\\u003c\""), ("\"a\\u0062c\"", "\"abc\""),
        ("\"\\\\u0041\"", "\"\\\\u0041\""),
        ("{\"\\u0061\":1}", "{\"a\":1}"), ("{\"a\":1,\"A\":2}", "{\"a\":1,\"A\":2}"),
        ("[\"Iğdır\",\"ISPARTA\"]", "[\"Iğdır\",\"ISPARTA\"]"),
        ("{\"şehir\":\"İzmir\",\"ilçe\":\"Çeşme\"}", "{\"şehir\":\"İzmir\",\"ilçe\":\"Çeşme\"}"),
        ("\"\u{feff}\"", "\"\u{feff}\""),
    ])
    func takes(text: String, written: String) throws {
        let value = try JSONParser.parse(Array(text.utf8))
        #expect(value.description == written)
        #expect(try JSONParser.parse(Array(written.utf8)) == value)
    }

    @Test func saysWhereTheFaultIs() {
        let cases: [(String, JSONFault.Code, String, Int, Int, Int)] = [
            ("{\"items\":[1,2,3,{\"amount\":01}]}", .badNumber, "$.items[3].amount", 26, 1, 27),
            ("{\"items\":[1,2,3,{\"amount\":-}]}", .badNumber, "$.items[3].amount", 26, 1, 27),
            ("{\n  \"şehir\": \"Muş\",\n  \"şehir\": 1\n}", .duplicateKey, "$.şehir", 24, 3, 3),
            ("[\"ğğğ\", x]", .unexpectedByte, "$[1]", 11, 1, 9), ("[1,2", .unexpectedEnd, "$", 4, 1, 5),
            ("{\"a b\":[\"\\q\"]}", .badEscape, "$[\"a b\"][0]", 9, 1, 10), ("[]\n\nx", .trailingBytes, "$", 4, 3, 1),
            ("[\"a\nb\"]", .controlCharacter, "$[0]", 3, 1, 4), ("[[\"\\udc00\"]]", .loneSurrogate, "$[0][0]", 3, 1, 4),
        ]
        for (text, code, path, offset, line, column) in cases {
            let fault = #expect(throws: JSONFault.self) { try JSONParser.parse(Array(text.utf8)) }
            #expect(fault?.code == code && fault?.path.description == path, "\(text): \(fault.debugDescription)")
            #expect(fault?.position?.offset == offset && fault?.position?.line == line, "\(text)")
            #expect(fault?.position?.column == column, "\(text): \(fault.debugDescription)")
        }
    }

    @Test func keepsItsLimits() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        func code(_ text: [UInt8], _ limits: JSONLimits = JSONLimits()) -> JSONFault.Code? {
            do throws(JSONFault) { _ = try JSONParser.parse(text, limits: limits) } catch { return error.code }
            return nil
        }
        #expect(code(nested(64)) == nil)
        #expect(code(nested(65)) == .tooDeep)
        #expect(code(nested(256), JSONLimits(depth: .max)) == nil)
        #expect(code(nested(257), JSONLimits(depth: .max)) == .tooDeep)
        #expect(code(Array(repeating: UInt8(ascii: "["), count: 1 << 20)) == .tooDeep)
        #expect(code(Array(String(repeating: "{\"a\":", count: 100_000).utf8)) == .tooDeep)
        #expect(code([UInt8(ascii: "1")], JSONLimits(depth: 0)) == nil)
        #expect(code(nested(1), JSONLimits(depth: -1)) == .tooDeep)
        #expect(code(nested(5), JSONLimits(bytes: 9)) == .tooLarge)
        #expect(code(nested(5), JSONLimits(bytes: -1)) == .tooLarge)
        #expect(code(Array(repeating: UInt8(ascii: "1"), count: 400)) == nil)
        #expect(code(Array(repeating: UInt8(ascii: "1"), count: 401)) == .longNumber)
    }

    @Test func findsNamesInBigObjects() throws {
        let names = (0..<5_000).map { "\"n\($0)\":\($0)" }
        let value = try JSONParser.parse(Array("{\(names.joined(separator: ","))}".utf8))
        #expect(value["n4999"]?.int == 4_999 && value["n0"]?.int == 0 && value["n5000"] == nil)
        #expect(value.object?.map(\.key).prefix(3) == ["n0", "n1", "n2"])
        let twice = "{\(names.joined(separator: ",")),\"n77\":1}"
        let fault = #expect(throws: JSONFault.self) { try JSONParser.parse(Array(twice.utf8)) }
        #expect(fault?.code == .duplicateKey && fault?.path.pointer == "/n77")
    }
}
