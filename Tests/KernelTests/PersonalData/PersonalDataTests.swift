import Core
import Kernel
import ModuleKit
import Postgres
import TestKit
import Testing

@Suite("A person's data")
struct PersonalDataTests {
    private static let marks = (1...60).map { "MINE-\($0)-" }

    @Test("comes out whole: sixty values of sixty, and nobody else's")
    func export() async throws {
        try await PersonHouse.with { walled in
            let session = try OwnerSession(walled.connect("konak_owner"))
            let engine = PersonalDataEngine(try plan(session))
            for spelling in [PersonHouse.person, "ILKER.ISIK@EXAMPLE.COM", "ilker.isik@example.com"] {
                let person = try #require(PersonAddress(spelling))
                let answer = try engine.export(person, of: "kuzey/t1", on: session)
                let text = String(decoding: answer.json, as: UTF8.self)
                #expect(Self.marks.count { text.contains($0) } == 60)
                #expect((1...PersonHouse.others.count).allSatisfy { !text.contains("P\($0)-") })
                #expect(answer.rows == 30)
                let document = try JSONReader.decode(JSONValue.self, from: answer.json)
                #expect(document["tables"]?.array?.count == 6)
            }
            let stranger = try #require(PersonAddress("nobody@example.com"))
            #expect(try engine.export(stranger, of: "kuzey/t1", on: session).rows == 0)
        }
    }

    @Test("is gone after its erasure: no value of sixty in a dump, every other person as before")
    func erase() async throws {
        try await PersonHouse.with { walled in
            let session = try OwnerSession(walled.connect("konak_owner"))
            let engine = PersonalDataEngine(try plan(session))
            let before = try await dump(walled)
            #expect(Self.marks.allSatisfy { before.contains($0) })
            let person = try #require(PersonAddress(PersonHouse.person))
            let proof = try engine.erase(person, of: "kuzey/t1", on: session)
            let after = try await dump(walled)
            #expect(Self.marks.count { after.contains($0) } == 0)
            #expect(!after.lowercased().contains("'ilker.isik@example.com'"))
            for number in 1...PersonHouse.others.count {
                for mark in (1...60).map({ "P\(number)-\($0)-" }) { #expect(after.contains(mark), "\(mark)") }
            }
            for other in PersonHouse.others { #expect(after.contains(other)) }
            #expect(after.contains("'1900-01-01'") && after.contains("1200"), "what the books need stays")
            #expect(proof.holds() && proof.subject == .person && proof.rows == 30)
            #expect(try ErasureProof.all(of: proof.tenant, on: session) == [proof])
            #expect(try engine.export(person, of: "kuzey/t1", on: session).rows == 0)
            #expect(try engine.erase(person, of: "kuzey/t1", on: session).rows == 0)
        }
    }

    @Test("goes by itself when it was kept long enough")
    func retire() async throws {
        try await PersonHouse.with { walled in
            let session = try OwnerSession(walled.connect("konak_owner"))
            let engine = PersonalDataEngine(try plan(session))
            let proof = try #require(try engine.retire("kuzey/t1", on: session))
            // The visit 420 days ago, of each of the nine.
            #expect(proof.tables.map(\.table) == ["crm.visit"] && proof.rows == 9)
            #expect(try engine.retire("kuzey/t1", on: session) == nil)
            let later = SystemClock().now() + .seconds(86_400 * 3_650)
            #expect(try engine.retire("kuzey/t1", now: later, on: session)?.rows == 63)
        }
    }

    @Test("is refused declarations that do not fit the tables")
    func misdeclared() async throws {
        try await PersonHouse.with { walled in
            let catalogue = try Catalogue.load(on: walled.connect("konak_owner"))
            let (contact, visit) = (TableName("crm.contact"), TableName("crm.visit"))
            let wrong: [(PersonalData, String)] = [
                (
                    PersonalData(TableName("crm.nothing"), of: .email(column: "x"), columns: [], erasure: .delete),
                    "no such table"
                ),
                (PersonalData(contact, of: .email(column: "born"), columns: [], erasure: .delete), "no column of text"),
                (
                    PersonalData(contact, of: .email(column: "email"), columns: ["nam"], erasure: .delete),
                    "no column nam"
                ),
                (
                    PersonalData(
                        visit, of: .parent(column: "contact_id", table: contact), columns: [], erasure: .delete),
                    "declares no personal data"
                ),
                (PersonalData(visit, of: .parent(column: "id", table: visit), columns: [], erasure: .delete), "circle"),
                (
                    PersonalData(
                        contact, of: .email(column: "email"), columns: [], erasure: .delete, retention: .seconds(1)),
                    "retention needs"
                ),
            ]
            for (declaration, reason) in wrong {
                let error = #expect(throws: PersonalDataFaults.self) {
                    try PersonalDataPlan([declaration], catalogue: catalogue)
                }
                #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
            }
            let open = PersonalDataPlan.undeclared([], in: catalogue)
            #expect(open.contains("crm.contact.phone") && open.contains("books.invoice.buyer_address"))
            let declared = PersonHouse.declarations
            #expect(PersonalDataPlan.undeclared(declared, in: catalogue) == [])
        }
    }

    @Test("is not looked for under what is no address", arguments: ["", "x", "a b@c", "a@b\u{0}", "a@\n"])
    func noAddress(text: String) { #expect(PersonAddress(text) == nil) }

    private func plan(_ session: OwnerSession) throws -> PersonalDataPlan {
        try PersonalDataPlan(PersonHouse.declarations, catalogue: session.catalogue())
    }

    private func dump(_ walled: WalledDatabase) async throws -> String {
        try await run("/usr/bin/pg_dump", ["--inserts", "-d", walled.database.connection()])
    }
}
