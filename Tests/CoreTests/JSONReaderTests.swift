import Core
import Testing

@Suite struct JSONReaderTests {
    private struct Line: Codable, Equatable {
        var title: String
        var amount: Money
        var count: UInt8
        var note: String?
    }

    private struct Order: Codable, Equatable {
        var id: TenantID
        var at: Timestamp
        var items: [Line]
        var tags: [String: Bool]
        var extra: JSONValue?
    }

    private static let line = #"{"title":"Çay","amount":{"amount":1250,"currency":"TRY"},"count":2}"#
    private static func order(_ items: String, tags: String = "{}", more: String = "") -> String {
        #"{"id":"018f3a6b-7c00-7abc-8def-0123456789ab","at":"2026-03-01T09:30:00Z","items":[\#(items)],"tags":\#(tags)\#(more)}"#
    }

    @Test func refusesWithThePath() {
        let cases: [(String, String, FieldFault.Code)] = [
            ("[]", "", .type), ("null", "", .required), (Self.order("1"), "/items/0", .type),
            (Self.order(Self.line + ",{}"), "/items/1/title", .required),
            (Self.order(Self.line.replacing("2}", with: "256}")), "/items/0/count", .range),
            (Self.order(Self.line.replacing("2}", with: "-1}")), "/items/0/count", .range),
            (Self.order(Self.line.replacing("2}", with: "2.0}")), "/items/0/count", .type),
            (Self.order(Self.line.replacing("2}", with: "2e0}")), "/items/0/count", .type),
            (Self.order(Self.line.replacing("2}", with: "\"2\"}")), "/items/0/count", .type),
            (Self.order(Self.line.replacing("2}", with: "null}")), "/items/0/count", .required),
            (Self.order(Self.line.replacing("1250", with: "12.5")), "/items/0/amount/amount", .type),
            (Self.order(Self.line.replacing("1250", with: "9223372036854775808")), "/items/0/amount/amount", .range),
            (Self.order(Self.line.replacing("TRY", with: "XXX")), "/items/0/amount/currency", .format),
            (Self.order(Self.line.replacing("2}", with: "2,\"note\":1}")), "/items/0/note", .type),
            (Self.order(Self.line.replacing("2}", with: "2,\"nota\":1}")), "/items/0/nota", .unknown),
            (Self.order(Self.line.replacing("TRY\"", with: "TRY\",\"x\":1")), "/items/0/amount/x", .unknown),
            (Self.order("", more: ",\"a/b~c\":1"), "/a~1b~0c", .unknown),
            (Self.order("", tags: "{\"ş\":1}"), "/tags/ş", .type),
            (Self.order("").replacing("09:30", with: "25:30"), "/at", .format),
            (Self.order("").replacing("018f", with: "018"), "/id", .format),
        ]
        for (text, pointer, code) in cases {
            let refusal = #expect(throws: JSONRefusal.self) {
                try JSONReader.decode(Order.self, from: Array(text.utf8))
            }
            let problem = refusal?.problem
            #expect(problem?.status == 422, "\(text)")
            #expect(problem?.fields.first?.pointer == pointer, "\(text): \(refusal.debugDescription)")
            #expect(problem?.fields.first?.code == code, "\(text): \(refusal.debugDescription)")
        }
    }

    @Test func namesAllUnknownKeysOfAnObject() {
        let text = Self.order("", more: ",\"x\":1,\"y\":2")
        let refusal = #expect(throws: JSONRefusal.self) { try JSONReader.decode(Order.self, from: Array(text.utf8)) }
        #expect(refusal?.problem.fields.map(\.pointer) == ["/x", "/y"])
    }

    @Test func keepsItsAnswerSmall() {
        let many = (0..<500).map { ",\"x\($0)\":1" }.joined()
        let long = ",\"" + String(repeating: "x", count: 5_000) + "\":1"
        for (more, count, longest) in [(many, 20, 4), (long, 1, 0)] {
            let text = Array(Self.order("", more: more).utf8)
            let refusal = #expect(throws: JSONRefusal.self) { try JSONReader.decode(Order.self, from: text) }
            let fields = refusal?.problem.fields ?? []
            #expect(fields.count == count && fields.allSatisfy { $0.pointer.utf8.count <= longest })
        }
    }

    @Test func answersBrokenTextWith400AndOversizeWith413() {
        let broken = #expect(throws: JSONRefusal.self) {
            try JSONReader.decode([Int].self, from: Array("[1,\n x]".utf8))
        }
        #expect(broken?.problem.status == 400)
        #expect(broken?.problem.detail == "Line 2, column 2: Something else is expected here.")
        let big = #expect(throws: JSONRefusal.self) {
            try JSONReader.decode([Int].self, from: Array("[1,2]".utf8), limits: JSONLimits(bytes: 4))
        }
        #expect(big?.problem.status == 413)
    }

    @Test func readsWhatItWrites() throws {
        let text = Self.order(
            Self.line + "," + Self.line.replacing("2}", with: "0,\"note\":\"<ığüşöç> \u{2028}\"}"),
            tags: "{\"a\":true}",
            more: #","extra":{"n":1.50,"deep":[null,{"z":[]}]}"#)
        let order = try JSONReader.decode(Order.self, from: Array(text.utf8))
        #expect(order.items.count == 2 && order.items[1].note == "<ığüşöç> \u{2028}")
        #expect(order.extra?["n"]?.number?.text == "1.50")
        let written = try JSONEncoding.encode(order)
        #expect(try JSONReader.decode(Order.self, from: written) == order)
        #expect(
            String(decoding: written, as: UTF8.self)
                == text.replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028"))
    }

    @Test func ignoresUnknownKeysWhenTold() throws {
        let text = Self.order(Self.line.replacing("2}", with: "2,\"x\":1}"), more: ",\"y\":{}")
        let order = try JSONReader.decode(Order.self, from: Array(text.utf8), unknownKeys: .ignore)
        #expect(order.items.first?.count == 2)
    }
}
