import Core
import Testing

@testable import Kernel

@Suite("Canaries")
struct CanaryTests {
    private static let own = CanaryOrigin.row(0, set: 0, isShared: false, column: "crm.deal.title")

    @Test("are found in whatever stands around them, in either case")
    func found() throws {
        var book = CanaryBook()
        let made = (book.newText(atMost: nil, Self.own), book.newText(atMost: 12, Self.own))
        let (long, short) = (try #require(made.0), try #require(made.1))
        let id = book.newID(Self.own).description
        #expect(long.utf8.count == 20 && short.utf8.count == 12)
        let cases: [(String, Set<String>)] = [
            (long, [long]), ("x\(long)y", [long]), (long.uppercased(), [long]), ("\(short)\(long)", [short, long]),
            ("{\"id\":\"\(id)\"}", [id]), (id.uppercased(), [id]), ("\(id)\(id)", [id]), (String(long.dropLast()), []),
            ("cnry", []), ("-b17d-", []), (String(id.dropFirst()), []), ("", []), ("cnrycnry\(short)", [short]),
            ("0-b17d-000000000000", []),
        ]
        for (text, words) in cases { #expect(book.found(in: Array(text.utf8)) == words, "\(text)") }
    }

    @Test("are not made where too little room is left to tell them from chance")
    func short() {
        var book = CanaryBook()
        #expect(book.newText(atMost: 8, Self.own) == nil)
        #expect(book.newText(atMost: 9, Self.own)?.utf8.count == 9)
    }

    @Test("may be shown to whom they belong, and to nobody else")
    func view() {
        let row = { CanaryOrigin.row(0, set: $0, isShared: $1, column: "") }
        let cases: [(DrillView.Rows, CanaryOrigin, Bool)] = [
            (.tenant(0), row(1, false), true), (.tenant(1), row(0, false), false), (.none, row(0, true), false),
            (.customer(0, set: 0), row(0, false), true), (.customer(0, set: 0), row(1, false), false),
            (.customer(0, set: 0), row(1, true), true), (.customer(1, set: 0), row(0, true), false),
        ]
        for (rows, origin, may) in cases {
            #expect(DrillView(agency: 0, tenant: 0, rows: rows).mayShow(origin) == may, "\(rows) \(origin)")
        }
        #expect(DrillView(agency: 0, tenant: 0).mayShow(.tenant(0)))
        #expect(!DrillView(agency: 0, tenant: 0).mayShow(.tenant(1)))
        #expect(!DrillView(agency: 0).mayShow(.tenant(0)))
        #expect(!DrillView(agency: 0).mayShow(.agency(1)))
    }
}

@Suite("Made-up arguments")
struct ShapeDecoderTests {
    private enum Mood: String, Codable, CaseIterable { case calm, wild }

    private struct Part: Codable {
        let invoice: UUIDv7
        let parts: [Part]
    }

    private struct Whole: Codable {
        let task: UUIDv7
        let customerID: ID<Subject.Customer>
        let count: Int
        let weight: Float
        let isNew: Bool
        let mood: Mood
        let note: String?
        let at: Timestamp
        let part: Part
    }

    @Test("have the ids of the names, whatever the types around them, and an end")
    func shapes() throws {
        let ids = [
            "task": UUIDv7(high: 1, low: 1), "customerID": UUIDv7(high: 2, low: 2), "invoice": UUIDv7(high: 3, low: 3),
        ]
        let other = UUIDv7(high: 9, low: 9)
        let whole = try Whole(from: ShapeDecoder { ids[$0] ?? other })
        #expect(whole.task == ids["task"])
        #expect(whole.customerID.uuid == ids["customerID"])
        #expect(whole.part.invoice == ids["invoice"])
        #expect(whole.part.parts.first?.invoice == ids["invoice"])
        #expect((whole.count, whole.weight, whole.isNew) == (1, 1, true))
        #expect(whole.mood == .calm)
        #expect(whole.note == other.description)
        #expect(whole.at.seconds > 0)
    }
}
