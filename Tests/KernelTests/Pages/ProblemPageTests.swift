import Core
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("A problem of somebody who is signed in")
struct ProblemPageTests {
    private static func ask(_ rig: GateRig, _ line: String, _ host: String, _ who: String?) async throws -> Response {
        try await rig.ask(line, at: host, as: who, ["Accept: text/html", "Accept-Language: en"])
    }

    @Test(
        "is shown within the frame, with the menu and the number",
        arguments: [
            ("GET /nowhere", "app.example", "staff", 404, "shell"),
            ("GET /letters", "app.example", "weak", 403, "shell"),
            ("POST /letters", "app.example", "staff", 405, "shell"),
            ("GET /nowhere", "portal.example", "customer", 404, "portal"),
            ("GET /nowhere", "agency.example", "agent", 404, "shell"),
            ("GET /nowhere", "operator.example", "operator", 404, "shell"),
        ] as [(String, String, String, UInt16, String)])
    func framed(line: String, host: String, who: String, status: UInt16, frame: String) async throws {
        try await GateRig.with([LetterModule.self]) { rig async throws in
            let page = try await Self.ask(rig, line, host, who)
            #expect(page.status.code == status && page.text.contains("<div class=\"\(frame)\">"))
            #expect(page.text.contains("<p class=\"code\">\(status)</p>") && page.text.contains("<code>a1-7</code>"))
            #expect(page.text.split(separator: "<h1").count == 2 && page.fields[.cacheControl] == "no-store")
        }
    }

    @Test(
        "is shown without one to everybody else",
        arguments: [
            ("app.example", nil), ("app.example", "neighbour"), ("agency.example", "rival"),
            ("portal.example", "stranger"),
            ("operator.example", "agent"),
        ] as [(String, String?)])
    func plain(host: String, who: String?) async throws {
        try await GateRig.with([LetterModule.self]) { rig async throws in
            let page = try await Self.ask(rig, "GET /nowhere", host, who)
            #expect(
                page.status.code == 404 && page.text.contains("plainpage") && !page.text.contains("class=\"shell\""))
        }
    }

    @Test("is JSON for programs, signed in or not")
    func programs() async throws {
        try await GateRig.with([LetterModule.self]) { rig async throws in
            let answer = try await rig.ask("GET /nowhere", at: "app.example", as: "staff")
            #expect(answer.fields[.contentType] == "application/problem+json")
        }
    }
}
