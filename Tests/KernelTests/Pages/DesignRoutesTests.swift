import HTTP
import TestKit
import Testing

@testable import Kernel

@Suite("The living page")
struct DesignRoutesTests {
    @Test("is not there unless it is wanted")
    func off() throws {
        #expect(try DesignRoutes.routes(HouseFace(), isOn: false).isEmpty)
    }

    @Test(
        "is for this machine only",
        arguments: [
            ("/design", ["X-Forwarded-For: 203.0.113.9"], 404), ("/design", ["Forwarded: for=203.0.113.9"], 404),
            ("/design/list.html", ["X-Forwarded-For: 127.0.0.1"], 404), ("/design/none.html", [], 404),
            ("/design", [], 200), ("/design/list.html", [], 200), ("/design/signin", [], 200),
        ] as [(String, [String], Int)])
    func asked(path: String, fields: [String], status: Int) async throws {
        let lines = (["GET \(path) HTTP/1.1", "Host: a"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
        try await HouseFileTests.serving(DesignRoutes.routes(HouseFace(), isOn: true)) { server in
            let answer = try server.ask(lines)
            #expect(Int(answer.status) == status)
        }
    }
}
