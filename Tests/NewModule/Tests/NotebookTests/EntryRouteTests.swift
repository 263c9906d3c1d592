import Core
import TestKit
import Testing

@testable import Notebook

@Suite("Notebook: what people do with entries")
struct EntryRouteTests {
    private static let some = UUIDv7.make()
    private static let lines = [
        "GET /notebook", "GET /notebook/entries",
        "GET /notebook/new", "POST /notebook/new",
        "GET /notebook/entries/\(some)", "GET /notebook/entries/\(some)/edit",
        "POST /notebook/entries/\(some)/edit",
        "POST /notebook/entries/\(some)/closure", "POST /notebook/entries/\(some)/removal",
        "POST /notebook/entries/\(some)/return",
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
            let answer = try await house.ask("POST /notebook/new", as: .staff, body)
            #expect(answer.status == 422)
            #expect(answer.text.contains(pointer))
            #expect(try await house.ask("GET /notebook/entries", as: .staff).text == "[]")
        }
    }

    @Test(
        "gives back what was typed, and says what to mend",
        arguments: [("tr", "Bu alan gerekli."), ("en", "This is needed.")])
    func typed(language: String, words: String) async throws {
        try await ModuleHouse.with(NotebookModule.self) { house async throws in
            let typed = ["text": "Süt <ve> çay", "email": "kim@ornek.com"]
            let page = try await house.send("/notebook/new", as: .staff, typed, in: language)
            #expect(page.status == 422)
            #expect(
                page.text.contains(words) && page.text.contains("Süt &lt;ve&gt; çay")
                    && page.text.contains("kim@ornek.com"))
        }
    }

    @Test("adds, shows, changes, closes and removes an entry, which nobody else's people can see")
    func life() async throws {
        try await ModuleHouse.with(NotebookModule.self) { house async throws in
            let added = try await house.send("/notebook/new", as: .staff, ["title": "Çay <al>"])
            let path = try #require(added.location)
            #expect(added.status == 303 && added.cookies.contains { $0.hasPrefix("__Host-konak-flash=") })
            #expect(try await house.ask("GET /notebook", as: .staff).text.contains("Çay &lt;al&gt;"))
            #expect(try await house.ask("GET \(path)", as: .staff).text.contains("Open"))
            #expect(try await house.ask("GET \(path)/edit", as: .staff).text.contains("value=\"Çay &lt;al&gt;\""))
            #expect(try await house.send("\(path)/edit", as: .staff, ["title": "Kahve"]).location == path)
            #expect(try await house.send("\(path)/closure", as: .staff).status == 303)
            #expect(try await house.ask("GET \(path)", as: .staff).text.contains("Closed"))
            for line in ["GET \(path)", "GET \(path)/edit", "POST \(path)/removal", "POST \(path)/return"] {
                #expect(try await house.ask(line, as: .neighbour, at: .theirs).status == 404, "\(line)")
            }
        }
    }

    @Test("brings back what was deleted, until it is erased")
    func undo() async throws {
        try await ModuleHouse.with(NotebookModule.self) { house async throws in
            let added = try await house.send("/notebook/new", as: .staff, ["title": "Fiş"])
            let path = try #require(added.location)
            #expect(try await house.send("\(path)/removal", as: .staff).location == "/notebook")
            #expect(try await house.ask("GET \(path)", as: .staff).status == 404)
            #expect(try await house.ask("GET /notebook/entries", as: .staff).text == "[]")
            #expect(try await house.send("\(path)/return", as: .staff).location == path)
            #expect(try await house.ask("GET \(path)", as: .staff).status == 200)
            #expect(try await house.jobs(of: EraseEntry.self).count == 1)
        }
    }
}
