import HTTP
import TestKit
import Testing

@testable import HTTPServer

@Suite("WebSocket handshakes")
struct WebSocketHandshakeTests {
    private static let opening = Sockets.opening
    private static let key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"

    private func statuses(
        of requests: [(name: String, request: String, status: Int)], _ upgrade: WebSocketUpgrade = WebSocketUpgrade()
    ) async throws {
        try await TestServer.run(Sockets(upgrade: upgrade, handler: Sockets.echo)) { server in
            for (name, request, status) in requests {
                let client = try server.connect()
                try client.send(request + "\r\n")
                let answer = try client.readHead()
                #expect(answer.status == status, "\(name)")
                #expect(status != 426 || answer.all("sec-websocket-version") == ["13"])
            }
        }
    }

    @Test func whatIsNoHandshakeIsRefused() async throws {
        try await statuses(of: [
            ("a plain request", "GET /ws HTTP/1.1\r\nHost: a\r\n", 400),
            ("an old version", Self.opening.replacing("13", with: "12"), 426),
            ("no version", Self.opening.replacing("Sec-WebSocket-Version: 13\r\n", with: ""), 426),
            ("a short key", Self.opening.replacing("dGhl", with: "dGh"), 400),
            ("no key", Self.opening.replacing(Self.key, with: ""), 400),
            ("two keys", Self.opening + Self.key, 400),
            ("another protocol", Self.opening.replacing("websocket\r\nC", with: "baska\r\nC"), 400),
            ("an upgrade that the connection does not name", Self.opening.replacing(", Upgrade", with: ""), 400),
            ("another method", Self.opening.replacing("GET", with: "HEAD"), 400),
            ("an old HTTP", Self.opening.replacing("HTTP/1.1", with: "HTTP/1.0"), 400),
            ("names in other cases", Self.opening.replacing("websocket\r\nC", with: "WebSocket\r\nC"), 101),
        ])
    }

    @Test func pagesOfOtherHostsAreRefused() async throws {
        let origins: [(String, Int)] = [
            ("https://kotu.example", 403), ("null", 403), ("file://", 403), ("https://konak.example.kotu.example", 403),
            ("https://konak.example:8443", 403), ("ftp://konak.example", 403), ("https://konak.example/", 403),
            ("https://kotu.example@konak.example", 403), ("https://konak.example", 101), ("HTTPS://KONAK.EXAMPLE", 101),
            ("http://konak.example", 101),
        ]
        try await statuses(of: origins.map { ($0, Self.opening + "Origin: \($0)\r\n", $1) })
        try await statuses(of: [
            ("no origin", Self.opening, 101),
            ("two origins", Self.opening + "Origin: https://konak.example\r\nOrigin: https://konak.example\r\n", 403),
        ])
    }

    @Test func onlyPagesThatAreNamedMayComeWhereSomeAre() async throws {
        let upgrade = WebSocketUpgrade(origins: .these(["https://Panel.example", "https://app.example:8443"]))
        let origins: [(String, Int)] = [
            ("https://konak.example", 403), ("http://panel.example", 403), ("https://app.example", 403),
            ("https://panel.example", 101), ("https://app.example:8443", 101),
        ]
        try await statuses(of: origins.map { ($0, Self.opening + "Origin: \($0)\r\n", $1) }, upgrade)
    }
}
