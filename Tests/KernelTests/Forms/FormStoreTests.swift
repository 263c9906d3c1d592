import Core
import Crypto
import EventLoop
import HTTP
import Markup
import Postgres
import SQL
import TestKit
import Testing

@testable import Kernel
@testable import ModuleKit

@Suite("What all nodes remember of forms")
struct FormStoreTests {
    /// Two nodes with pools and a memory of their own, one database and one key.
    private static func withNodes(_ body: @escaping @Sendable (GateRig, GateRig) async throws -> Void) async throws {
        try await WalledDatabase.with { walled in
            let seal = try FormSeal(HeldSecret(.random(count: 32)))
            try await GateRig.with([LetterModule.self], on: walled.database, forms: seal) { one in
                try await GateRig.with([LetterModule.self], on: walled.database, forms: seal) { other in
                    try await body(one, other)
                }
            }
        }
    }

    private static func send(_ rig: GateRig, _ body: String, as word: String = "staff") async throws -> Response {
        let request = try TestRequest.make(
            "POST /letters/new",
            [
                "Authorization: Test \(word)", "Accept: text/html", "Accept-Language: en",
                "Content-Type: application/x-www-form-urlencoded",
            ], host: "app.example", body: Array(body.utf8))
        return await Task(executorPreference: rig.loops.first) { await rig.chain.respond(to: request) }.value
    }

    @Test("a form sent to two nodes at once is saved once, and both give the answer")
    func twoNodes() async throws {
        try await Self.withNodes { one, other in
            async let first = Self.send(one, "title=a&idempotency-key=0123456789")
            async let second = Self.send(other, "title=a&idempotency-key=0123456789")
            let places = [try await first, try await second].map { $0.fields[.location] }
            #expect(places[0]?.hasPrefix("/letters?id=") == true && places[0] == places[1])
            // The line that it says goes with it.
            let third = try await Self.send(other, "title=a&idempotency-key=0123456789")
            #expect(third.fields[.location] == places[0] && third.fields[.setCookie]?.contains("konak-flash") == true)
            // Mended, under another key, or another's: another sending.
            for body in ["title=b&idempotency-key=0123456789", "title=a&idempotency-key=9876543210"] {
                let answer = try await Self.send(other, body)
                #expect(answer.status == .seeOther && answer.fields[.location] != places[0])
            }
        }
    }

    @Test("what was refused or failed may be sent again, and what is seen once is not seen twice")
    func refusals() async throws {
        try await Self.withNodes { one, other in
            for node in [one, other, one] {
                #expect(try await Self.send(node, "title=taken&idempotency-key=0123456789").status.code == 422)
                #expect(try await Self.send(node, "title=conflict&idempotency-key=0123456789").status.code == 409)
            }
            #expect(try await Self.send(one, "title=once&idempotency-key=0123456789").status == .ok)
            let again = try await Self.send(other, "title=once&idempotency-key=0123456789")
            #expect(again.status.code == 409 && again.text.contains("was sent already"))
        }
    }

    @Test("a sending whose node died is saved by nobody else, and its sender is told to look")
    func cutOff() async throws {
        try await Self.withNodes { one, _ in
            let store = FormStore(
                one.databases.control, seal: try FormSeal(HeldSecret(.random(count: 32))), clock: one.clock)
            let sending = Sending(place: "a", who: "b", key: "0123456789", body: [1], tenant: nil)
            let work = Task(executorPreference: one.loops.first) {
                try await store.once(sending) {
                    // As if the node were gone: nobody settles it while others ask.
                    one.clock.advance(by: .seconds(121))
                    do { _ = try await store.once(sending) { .see("/twice") } } catch let problem as Problem {
                        return .see(problem.code == .sendingUnknown ? "/unknown" : "/other")
                    }
                    return .see("/twice")
                }
            }
            guard case .see(let path, _, _) = try await work.value else { return }
            #expect(path == "/unknown")
            let draft = FormDraft(to: .nowhere, token: nil, key: "0123456789", values: [:], in: .en)
            let back = draft.returned(with: Problem(.sendingUnknown), Letter.fields)
            #expect(back.key != "0123456789" && back.notice?.contains("look whether") == true)
        }
    }

    @Test("what is written down tells no answer with a cookie or a secret")
    func answers() throws {
        let cookie = SetCookie(CookieName.host("a"), "b")
        let flash = Flash(Words(tr: "Oldu", en: "Done"), undo: "/undo")
        #expect(SentAnswer(.see("/a", flash, cookies: [cookie].compactMap(\.self))) == nil)
        #expect(SentAnswer(.page(PageContent(title: "Key", body: "<p>s3cret</p>"))) == nil)
        #expect(SentAnswer(.see("/" + String(repeating: "a", count: 9_000))) == nil)
        let kept = try #require(SentAnswer(.stay(flash)))
        guard case .stay(let back) = try #require(SentAnswer(kept.bytes)).outcome else {
            Issue.record("it came back as something else")
            return
        }
        #expect(back == flash)
    }

    @Test("what was typed is given back once, to who typed it, in the form they typed it into, for a while")
    func kept() async throws {
        try await Self.withNodes { one, other in
            let seal = try FormSeal(HeldSecret(.random(count: 32)))
            let store = FormStore(one.databases.control, seal: seal, clock: one.clock)
            let (ours, theirs) = (GateRig.entries()[0], GateRig.entries()[2])
            let person = UserID.make()
            func owner(_ person: UserID, _ entry: SiteEntry, _ target: String = "/a?b=1") -> FormStore.Owner {
                FormStore.Owner(person: person, entry: entry, target: target)
            }
            try await Task(executorPreference: one.loops.first) {
                let typed = ["title": ["ğ<"], "ways": ["sea", "land"]]
                func keep() async throws -> String {
                    try #require(try await store.keep(typed, of: owner(person, ours))?.value)
                }
                let early = try await keep()
                let token = try await keep()
                #expect(try await store.take(early, for: owner(person, ours)) == nil)
                for wrong in [
                    owner(.make(), ours), owner(person, theirs), owner(person, ours, "/a"),
                    owner(person, ours, "/c?b=1"),
                ] { #expect(try await store.take(token, for: wrong) == nil) }
                #expect(try await store.take(token, for: owner(person, ours)) == typed)
                #expect(try await store.take(token, for: owner(person, ours)) == nil)
                let late = try await keep()
                one.clock.advance(by: .seconds(901))
                #expect(try await store.take(late, for: owner(person, ours)) == nil)
                let large = ["title": [String(repeating: "a", count: 40_000)]]
                #expect(try await store.keep(large, of: owner(person, ours)) == nil)
                #expect(try await store.keep([:], of: owner(person, ours)) == nil)
                for odd in ["", "a", String(repeating: "!", count: 43)] {
                    #expect(try await store.take(odd, for: owner(person, ours)) == nil)
                }
                try await store.sweep()
                let left = try await one.databases.control.perform("SELECT count(*) FROM kernel.kept_form")
                let count: Int64? = try left.first?.decode(0)
                #expect(count == 0)
            }.value
            _ = other
        }
    }
}
