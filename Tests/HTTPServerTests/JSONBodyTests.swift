import Core
import HTTP
import HTTPServer
import Testing

@Suite struct JSONBodyTests {
    private struct Lead: Codable, Equatable {
        var name: String
        var amount: Int
    }

    private func read(_ type: String?, _ text: String, limit: Int = 1000) async throws -> Lead {
        let request = try Requests.make("POST /", type.map { ["Content-Type: " + $0] } ?? [], body: [Array(text.utf8)])
        return try await JSONBody.read(Lead.self, from: request, limit: limit)
    }

    static let refused: [(String?, String, UInt16, String)] = [
        (nil, "{}", 415, ""), ("text/plain", "{}", 415, ""), ("application/jsonp", "{}", 415, ""),
        ("application/json; charset=latin1", "{}", 415, ""), ("application/x-www-form-urlencoded", "{}", 415, ""),
        ("application/json", "", 400, ""), ("application/json", "{", 400, ""), ("application/json", "{'a':1}", 400, ""),
        ("application/json", "{\"name\":\"a\",\"name\":\"b\",\"amount\":1}", 400, ""),
        ("application/json", String(repeating: " ", count: 1001), 413, ""),
        ("application/json", "[]", 422, ""), ("application/json", "{\"name\":\"a\"}", 422, "/amount"),
        ("application/json", "{\"name\":1,\"amount\":1}", 422, "/name"),
        ("application/json", "{\"name\":\"a\",\"amount\":1.5}", 422, "/amount"),
        ("application/json", "{\"name\":\"a\",\"amount\":1,\"role\":\"admin\"}", 422, "/role"),
    ]

    @Test(arguments: refused)
    func refuses(type: String?, text: String, status: UInt16, pointer: String) async throws {
        do {
            _ = try await read(type, text)
            Issue.record("accepted \(text)")
        } catch let problem as Problem {
            #expect(problem.status == status)
            #expect(problem.fields.first?.pointer ?? "" == pointer)
        }
    }

    @Test func refusesPackedBodies() async throws {
        let request = try Requests.make(
            "POST /", ["Content-Type: application/json", "Content-Encoding: gzip"], body: [Array("{}".utf8)])
        let problem = await #expect(throws: Problem.self) { try await JSONBody.read(Lead.self, from: request) }
        #expect(problem?.status == 415)
    }

    @Test(arguments: ["application/json", "Application/JSON; charset=\"UTF-8\"", "application/merge-patch+json"])
    func reads(type: String) async throws {
        let lead = try await read(type, "{\"name\":\"Ayşe\",\"amount\":5}")
        #expect(lead == Lead(name: "Ayşe", amount: 5))
    }

    static let faults: [(BodyFault, UInt16)] = [(.tooLarge, 413), (.tooSlow, 408), (.interrupted, 400)]

    @Test(arguments: faults) func tellsWhyABodyBrokeOff(fault: BodyFault, status: UInt16) async throws {
        let made = try Requests.make("POST /", ["Content-Type: application/json"])
        let body = RequestBody(declaredLength: nil, source: Pieces([Array("{".utf8)], thenFailing: fault))
        let request = Request(head: made.head, body: body, peer: made.peer, id: made.id)
        let problem = await #expect(throws: Problem.self) { try await JSONBody.read(Lead.self, from: request) }
        #expect(problem?.status == status)
    }
}
