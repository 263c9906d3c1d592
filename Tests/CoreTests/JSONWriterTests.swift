import Core
import Testing

@Suite struct JSONWriterTests {
    private func written(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return String(decoding: json.finish(), as: UTF8.self)
    }

    @Test func writesNumbersJSONCannotSayAsNull() {
        let text = written {
            $0.beginArray()
            for value in [Double.nan, .infinity, -.infinity, .signalingNaN] { $0.double(value) }
            for value in ["NaN", "", "01", "1.", ".5", "+1", "0x1", "1e", "- 1", "1 "] {
                $0.number(value.utf8Span.span)
            }
            $0.endArray()
        }
        #expect(text == "[" + Array(repeating: "null", count: 14).joined(separator: ",") + "]")
    }

    @Test func placesCommas() {
        let text = written {
            $0.beginObject()
            $0.key("a")
            $0.beginArray()
            $0.endArray()
            $0.key("b")
            $0.beginArray()
            $0.beginObject()
            $0.endObject()
            $0.int(1)
            $0.bool(true)
            $0.bool(false)
            $0.null()
            $0.endArray()
            $0.key(escaping: "c\"")
            $0.string("")
            $0.endObject()
            $0.newLine()
            $0.int(2)
        }
        #expect(text == "{\"a\":[],\"b\":[{},1,true,false,null],\"c\\\"\":\"\"}\n2")
    }

    @Test(arguments: [
        ("", ""), ("a", "a"), ("\"", "\\\""), ("\\", "\\\\"), ("/", "/"), ("<script>", "\\u003cscript>"),
        ("\u{0}\u{1}\u{1f}\u{7f}", "\\u0000\\u0001\\u001f\u{7f}"), ("\u{8}\t\n\u{c}\r", "\\b\\t\\n\\f\\r"),
        ("\u{2028}\u{2029}\u{2027}–…₺", "\\u2028\\u2029\u{2027}–…₺"), ("Çağrı İĞÜŞÖÇ ığüşöç", "Çağrı İĞÜŞÖÇ ığüşöç"),
        ("😀👩‍👩‍👧", "😀👩‍👩‍👧"),
    ])
    func escapes(text: String, expected: String) {
        for padding in 0..<20 {
            let pad = String(repeating: "x", count: padding)
            #expect(written { $0.string(pad + text + pad) } == "\"" + pad + expected + pad + "\"")
        }
        #expect(written { $0.string(text[...]) } == "\"" + expected + "\"")
    }

    @Test func findsEveryByteAtEveryPlace() {
        for byte in UInt8(0)..<0x80 {
            for place in 0..<24 {
                var text = [UInt8](repeating: 0x7f, count: 24)
                text[place] = byte
                let result = written { $0.string(text.span) }
                let plain = byte >= 0x20 && byte != 0x22 && byte != 0x5c && byte != 0x3c
                #expect((result.utf8.count == 26) == plain, "\(byte) at \(place)")
            }
        }
    }

    @Test func writesNumbers() {
        let text = written {
            $0.beginArray()
            $0.int(Int64.min)
            $0.int(UInt64.max)
            $0.int(Int8(-128))
            $0.int(0)
            $0.double(0.1)
            $0.double(-0.0)
            $0.double(1e300)
            $0.double(.leastNonzeroMagnitude)
            $0.number("-12.50".utf8Span.span)
            $0.endArray()
        }
        #expect(text == "[-9223372036854775808,18446744073709551615,-128,0,0.1,-0.0,1e+300,5e-324,-12.50]")
    }

    @Test func writesIdsAndInstants() throws {
        let id = try #require(UUIDv7("018f3a6b-7c00-7abc-8def-0123456789AB"))
        let text = written {
            $0.beginArray()
            $0.uuid(id)
            $0.id(TenantID(id))
            $0.timestamp(.epoch)
            $0.money(Money(minorUnits: -5, .turkishLira))
            $0.embed("{\"a\":1}".utf8Span.span)
            $0.embed("".utf8Span.span)
            $0.endArray()
        }
        let expected = "\"018f3a6b-7c00-7abc-8def-0123456789ab\""
        #expect(
            text
                == "[\(expected),\(expected),\"1970-01-01T00:00:00Z\",{\"amount\":-5,\"currency\":\"TRY\"},{\"a\":1},null]"
        )
    }

    @Test func reusesAndExtendsABuffer() {
        var buffer = JSONWriter(reusing: Array("old".utf8)).finish()
        #expect(buffer.isEmpty)
        buffer = Array("data: ".utf8)
        var json = JSONWriter(appendingTo: buffer)
        json.int(1)
        #expect(json.count == 7)
        #expect(json.finish() == Array("data: 1".utf8))
    }
}
