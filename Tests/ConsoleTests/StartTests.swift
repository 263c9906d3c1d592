import Core
import Testing

@testable import Console

@Suite("The start")
struct StartTests {
    @Test("leads whoever is signed in to the places of their role, and everybody else to the door")
    func places() async throws {
        try await DoorHouse.with { house in
            let stranger = try await Browser(house).get("/")
            #expect((stranger.status, stranger.location) == (303, "/log-in"))
            let browser = Browser(house, at: "acme.test")
            let login = try await browser.post("/log-in", ["address": "ada@acme.test", "password": DoorHouse.password])
            #expect(login.location == "/")
            let start = try await browser.get("/")
            #expect(start.status == 200)
            #expect(start.text.contains("<h1>") && start.text.contains(", Ada</h1>"))
            let list = start.text.split(separator: "<ul class=\"starts\">").last?.split(separator: "</ul>").first ?? ""
            #expect(list.contains("href=\"/account\"") && !list.contains("href=\"/\""))
            for (host, status) in [("mavi.test", 303), ("konak.test", 303), ("portal.test", 404)] {
                #expect(try await Browser(house, at: host).get("/").status == status, "\(host)")
            }
        }
    }

    @Test(
        "greets by the reader's clock",
        arguments: [
            (0, "Merhaba"), (4, "Merhaba"), (5, "Günaydın"), (10, "Günaydın"), (11, "İyi günler"), (17, "İyi günler"),
            (18, "İyi akşamlar"), (22, "İyi akşamlar"), (23, "Merhaba"),
        ])
    func greeting(hour: Int, word: String) {
        #expect(StartPage.greeting(at: hour, in: .tr) == word)
        #expect(StartPage.greeting(at: hour, in: .en) != word)
    }
}
