import Core
import HTTP
import Markup
import Synchronization
import Testing
import UI

@testable import ModuleKit

/// Counts across tasks.
private final class Tally: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

@Suite("The parts of a form")
struct FormPartTests {
    private static func values(_ body: String) throws -> JSONObject {
        FormValues(Letter.fields).object(of: try QueryItems(body))
    }

    @Test(
        "reads what browsers send as the values of its fields",
        arguments: [
            ("title=a&pages=+7+", "pages", JSONValue.number(JSONNumber(7))),
            ("title=a&pages=1.000", "pages", .string("1.000")),
            ("title=a&pages=1e3", "pages", .string("1e3")), ("title=+++", "title", .null),
            ("title=a", "urgent", .bool(false)),
            ("urgent=on", "urgent", .bool(true)), ("urgent=maybe", "urgent", .string("maybe")),
            ("a=b", "ways", .array([])),
            ("ways=sea&ways=land&ways=", "ways", .array([.string("sea"), .string("land")])),
            ("email=+a@b.co+", "email", .string("a@b.co")), ("word=+x+", "word", .string(" x ")),
            ("price=123450&price-text=1.234,50", "price", .number(JSONNumber(123_450))),
            ("price=&price-text=1.234,50", "price", .number(JSONNumber(123_450))),
            ("price-text=abc", "price", .string("abc")),
            ("csrf=x&idempotency-key=y", "csrf", .null), ("odd=1", "odd", .string("1")),
        ] as [(String, String, JSONValue)])
    func values(body: String, name: String, value: JSONValue) throws {
        #expect(try Self.values(body)[name] ?? .null == value)
    }

    @Test(
        "reads amounts as people type them",
        arguments: [
            ("12", 1_200), ("1.234,50", 123_450), ("1,234.50", 123_450), ("1.234", 123_400), ("12,5", 1_250),
            (",5", 50),
            ("-3,07", -307), ("1.2.3", 12_300), ("", nil), ("abc", nil), ("1,234,5", 1_234_500), ("--1", nil),
            ("1,2345", nil),
            ("99999999999999999999", nil), ("1-2", nil),
        ] as [(String, Int?)])
    func money(text: String, units: Int?) { #expect(MoneyText.units(text) == units) }

    @Test("writes amounts so that they are read alike")
    func moneyBack() {
        for units in [0, 5, 99, 100, 123_450, -307, .max, .min] {
            let text = MoneyText.text(units, point: ",")
            // The largest of all has no positive twin.
            #expect(units == .min || MoneyText.units(text) == units, "\(text)")
        }
    }

    @Test("says every refusal in both languages, and to programs as before")
    func words() throws {
        let wrong: JSONObject = [
            "title": .string(String(repeating: "a", count: 121)), "email": .string("a"), "phone": .string("0532"),
            "pages": .number(JSONNumber(10)), "price": .string("x"), "urgent": .string("x"), "day": .string("x"),
            "kind": .string("x"), "ways": .array([.string("air")]), "word": .bool(true), "other": .bool(true),
        ]
        let faults = InputCheck(Letter.fields).faults(in: wrong)
        #expect(faults.count == wrong.count)
        for fault in faults {
            let words = try #require(fault.words, "\(fault.pointer)")
            #expect(!words.isIncomplete && words.tr != words.en && fault.message != words.en)
        }
        let none = InputCheck(Letter.fields).faults(in: ["urgent": .bool(true)])
        #expect(none.map(\.pointer) == ["/title"] && none.first?.message == "is needed")
    }

    @Test("keeps the first fault of a field, in the order of the fields, and the rest for the whole")
    func faults() {
        let problem = Problem(
            .unprocessable,
            fields: [
                Core.FieldFault("/email", .format, "x"), Core.FieldFault("/title", .required, "x"),
                Core.FieldFault("/title", .invalid, "y"), Core.FieldFault("/<b>", .unknown, "x"),
                Core.FieldFault(.type, "x"),
            ])
        let draft = FormDraft(values: ["title": "a"], in: .tr).returned(with: problem, Letter.fields)
        #expect(draft.faults.map(\.name) == ["title", "email", ""])
        #expect(draft.fault("title") == "Bu alan gerekli." && draft.fault("pages") == nil && draft.notice == nil)
        #expect(draft.isReturned && draft.starting(with: ["email": "stored"]).text("email") == nil)
    }

    @Test("fills what nobody has typed with what is stored")
    func stored() {
        let draft = FormDraft(values: ["title": "typed"]).starting(with: ["title": "a", "text": "b", "kind": nil])
        #expect(draft.text("title") == "typed" && draft.text("text") == "b" && draft.text("kind") == nil)
        let several = FormDraft().starting(with: ["ways": ["sea", "land"], "urgent": ["on"]])
        #expect(several.texts("ways") == ["sea", "land"] && several.flag("urgent") && !several.flag("word"))
    }

    @Test("shows nothing of what was typed as anything but text")
    func hostile() {
        let evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>"
        let typed = Dictionary(Letter.fields.map { ($0.name, evil) }) { first, _ in first }
        let draft = FormDraft(values: typed, in: .en)
        let page = draft.form(FormFields(Letter.fields, draft), cancel: "//evil.example").html.description
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("evil.example"))
        #expect(page.contains("&lt;script&gt;"))
        // What is secret is not shown even where somebody put it into the draft.
        #expect(page.contains("type=\"password\"") && page.split(separator: "name=\"word\"").count == 2)
        #expect(page.split(separator: "name=\"word\"").last?.prefix { $0 != ">" }.contains("script") == false)
    }

    @Test("does what is sent twice at the same time once, and gives both the answer")
    func atOnce() async throws {
        let (forms, count) = (SentForms(), Tally())
        let key = SentForms.Key(place: "a", who: "b", key: "0123456789", digest: 1)
        let places = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let outcome = try await forms.once(key) {
                        let number = count.next()
                        await Task.yield()
                        return .see("/\(number)")
                    }
                    guard case .see(let path, _, _) = outcome else { return "" }
                    return path
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(places == ["/1"] && count.next() == 2)
    }

    @Test("leaves what failed to the next try, and what belongs to another to them")
    func failed() async throws {
        let forms = SentForms()
        func key(_ who: String) -> SentForms.Key { SentForms.Key(place: "a", who: who, key: "0123456789", digest: 1) }
        await #expect(throws: Problem.self) { _ = try await forms.once(key("a")) { throw Problem(.conflict) } }
        for (who, path) in [("a", "/1"), ("a", "/1"), ("b", "/3")] {
            let outcome = try await forms.once(key(who)) { .see(who == "a" ? "/1" : "/3") }
            guard case .see(let place, _, _) = outcome else { continue }
            #expect(place == path)
        }
        let large = Response.text(String(repeating: "a", count: 20_000))
        _ = try await forms.once(key("c")) { .response(large) }
        await #expect(throws: Problem.self) { _ = try await forms.once(key("c")) { .response(large) } }
    }
}
