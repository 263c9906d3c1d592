import Core
import Crypto
import HTTP
import TestKit
import Testing

@testable import Kernel

@Suite("Views of a list")
struct ListViewTests {
    private static func with(_ body: @escaping @Sendable (GateRig) async throws -> Void) async throws {
        try await WalledDatabase.with { walled in
            try await GateRig.with([ThingModule.self], on: walled.database, body)
        }
    }

    private static func send(
        _ rig: GateRig, _ path: String, _ body: String = "", as word: String = "staff"
    ) async throws -> Response {
        try await rig.ask(
            "POST \(path)", at: word == "neighbour" ? "neighbour.example" : "app.example", as: word,
            ["Accept: text/html", "Accept-Language: en", "Content-Type: application/x-www-form-urlencoded"],
            body: Array(body.utf8))
    }

    private static func look(_ rig: GateRig, _ path: String = "/things", as word: String = "staff") async throws
        -> String
    {
        try await rig.ask(
            "GET \(path)", at: word == "neighbour" ? "neighbour.example" : "app.example", as: word,
            ["Accept: text/html", "Accept-Language: en"]
        ).text
    }

    /// Keeps a view; its id.
    private static func keep(
        _ rig: GateRig, _ state: String, _ body: String, as word: String = "staff"
    ) async throws -> String {
        let answer = try await send(rig, "/things/views/new?\(state)", body, as: word)
        let place = try #require(answer.fields[.location], "\(answer.status) \(answer.text)")
        return String(try #require(place.split(separator: "=").last))
    }

    @Test("are kept under a name, seen by their owner alone, and are links")
    func own() async throws {
        try await Self.with { rig in
            let id = try await Self.keep(rig, "q=red&sort=-age&cols=size.age&evil=1", "name=Red+ones")
            let page = try await Self.look(rig)
            #expect(page.contains("Red ones") && page.contains("said q=- kind=- SAC"))
            let seen = try await Self.look(rig, "/things?view=\(id)")
            #expect(seen.contains("said q=red kind=- SA<") && seen.contains("Delete the view"))
            // Changed: the address goes first, and the view can be brought up to it.
            let changed = try await Self.look(rig, "/things?view=\(id)&q=blue")
            #expect(changed.contains("said q=blue kind=- SAC") && changed.contains("Save the changes"))
            let bare = try await Self.look(rig, "/things?view=\(id)&sort=")
            #expect(bare.contains("said q=- kind=- SAC"))
            for word in ["reader", "neighbour"] {
                #expect(try await !Self.look(rig, as: word).contains("Red ones"))
                #expect(try await Self.look(rig, "/things?view=\(id)", as: word).contains("said q=- kind=- SAC"))
                for act in ["edit", "state", "first", "removal", "return"] {
                    let answer = try await Self.send(rig, "/things/views/\(id)/\(act)", "name=mine", as: word)
                    #expect(answer.status.code == 404, "\(word) \(act)")
                }
            }
            #expect(try await Self.send(rig, "/things/views/new", "name=a", as: "weak").status.code == 403)
        }
    }

    @Test("are shared by who may, with the tenant and nobody else")
    func shared() async throws {
        try await Self.with { rig in
            #expect(try await Self.send(rig, "/things/views/new", "name=a&shared=on", as: "reader").status.code == 403)
            let id = try await Self.keep(rig, "kind=big", "name=%3Cb%3EBig&shared=on")
            let theirs = try await Self.look(rig, "/things?view=\(id)", as: "reader")
            #expect(theirs.contains("&lt;b&gt;Big · shared") && theirs.contains("said q=- kind=big"))
            #expect(!theirs.contains("Delete the view") && theirs.contains("Show this first"))
            for act in ["edit", "state?q=a", "removal"] {
                #expect(
                    try await Self.send(rig, "/things/views/\(id)/\(act)", "name=x", as: "reader").status.code == 403)
            }
            #expect(try await !Self.look(rig, as: "neighbour").contains("Big"))
            // First for the one is not first for the other.
            #expect(try await Self.send(rig, "/things/views/\(id)/first", as: "reader").status == .seeOther)
            #expect(try await Self.look(rig, as: "reader").contains("said q=- kind=big"))
            #expect(try await Self.look(rig, "/things?view=all", as: "reader").contains("said q=- kind=-"))
            #expect(try await Self.look(rig).contains("said q=- kind=-"))
            #expect(try await Self.send(rig, "/things/views/\(id)/last", as: "reader").status == .seeOther)
            #expect(try await Self.look(rig, as: "reader").contains("said q=- kind=-"))
        }
    }

    @Test("are renamed, brought up to date and removed, each with a way back")
    func changes() async throws {
        try await Self.with { rig in
            let id = try await Self.keep(rig, "q=a", "name=One")
            #expect(try await Self.send(rig, "/things/views/new?q=b", "name=One").status.code == 422)
            #expect(try await Self.send(rig, "/things/views/new?q=b", "name=+++").status.code == 422)
            let form = try await Self.look(rig, "/things/views/\(id)/edit")
            #expect(form.contains("value=\"One\""))
            #expect(try await Self.send(rig, "/things/views/\(id)/edit", "name=Two").status == .seeOther)
            #expect(try await Self.look(rig).contains("Two"))
            #expect(try await Self.send(rig, "/things/views/\(id)/state?q=c").status == .seeOther)
            #expect(try await Self.look(rig, "/things?view=\(id)").contains("said q=c"))
            #expect(try await Self.send(rig, "/things/views/\(id)/first").status == .seeOther)
            #expect(try await Self.send(rig, "/things/views/\(id)/removal").fields[.location] == "/things")
            let gone = try await Self.look(rig)
            #expect(!gone.contains("Two") && gone.contains("said q=- "))
            #expect(try await Self.send(rig, "/things/views/\(id)/removal").status.code == 404)
            #expect(try await Self.send(rig, "/things/views/\(id)/return").status == .seeOther)
            // It is back as it was, and first again.
            #expect(try await Self.look(rig).contains("said q=c"))
        }
    }
}
