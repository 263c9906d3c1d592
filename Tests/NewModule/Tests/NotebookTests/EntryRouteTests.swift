import Core
import TestKit
import Testing

@testable import Notebook

@Suite("Notebook: what people do with entries")
struct EntryRouteTests {
    private static let some = UUIDv7.make()
    private static let lines = [
        "GET /notebook", "GET /notebook/entries", "POST /notebook/entries",
        "GET /notebook/entries/\(some)", "PUT /notebook/entries/\(some)",
        "DELETE /notebook/entries/\(some)", "POST /notebook/entries/\(some)/closure",
    ]

    @Test("is refused to who is not signed in, to the other tenant's people and to who may not")
    func strangers() async throws {
        try await ModuleHouse.with(NotebookModule.self) { house async throws in
            for line in Self.lines {
                #expect(try await house.ask(line, as: .nobody).status == 401, "\(line)")
                #expect(try await house.ask(line, as: .neighbour).status == 401, "\(line)")
                #expect(try await house.ask(line, as: .newcomer).status == 403, "\(line)")
            }
        }
    }

    @Test("is as unknown as any other path where the module is off")
    func off() async throws {
        try await ModuleHouse.with(NotebookModule.self) { house async throws in
            house.switchOff("notebook")
            for line in Self.lines { #expect(try await house.ask(line, as: .staff).status == 404, "\(line)") }
        }
    }

    @Test(
        "refuses what is no entry",
        arguments: [
            ("{}", "/title"), (#"{"title":" "}"#, "/title"), (#"{"title":"a","email":"b"}"#, "/email"),
            (#"{"title":"a","colour":"red"}"#, "/colour"),
        ])
    func refusals(body: String, pointer: String) async throws {
        try await ModuleHouse.with(NotebookModule.self) { house async throws in
            let answer = try await house.ask("POST /notebook/entries", as: .staff, body)
            #expect(answer.status == 422)
            #expect(answer.text.contains(pointer))
            #expect(try await house.ask("GET /notebook/entries", as: .staff).text == "[]")
        }
    }

    @Test("adds, shows, changes, closes and removes an entry, which nobody else's people can see")
    func life() async throws {
        try await ModuleHouse.with(NotebookModule.self) { house async throws in
            let added = try await house.ask("POST /notebook/entries", as: .staff, #"{"title":"Çay <al>"}"#)
            #expect(added.status == 201)
            let id = try #require(added.json["id"]?.string)
            #expect(try await house.ask("GET /notebook", as: .staff).text.contains("Çay &lt;al&gt;"))
            #expect(try await house.ask("GET /notebook/entries/\(id)", as: .staff).text.contains("Open"))
            let change = try await house.ask("PUT /notebook/entries/\(id)", as: .staff, #"{"title":"Kahve"}"#)
            #expect(change.status == 200)
            #expect(try await house.ask("POST /notebook/entries/\(id)/closure", as: .staff).status == 200)
            #expect(try await house.ask("GET /notebook/entries/\(id)", as: .staff).text.contains("Closed"))
            for line in ["GET /notebook/entries/\(id)", "DELETE /notebook/entries/\(id)"] {
                #expect(try await house.ask(line, as: .neighbour, at: .theirs).status == 404)
            }
            #expect(try await house.ask("DELETE /notebook/entries/\(id)", as: .staff).status == 200)
            #expect(try await house.ask("GET /notebook/entries/\(id)", as: .staff).status == 404)
        }
    }
}
