import EventLoop
import HTTP
import Markup
import TestKit
import Testing
import UI

@testable import Kernel

@Suite("The files of the house")
struct HouseFileTests {
    /// Lends a server with the files behind all layers that the process puts around its routes.
    static func serving(
        _ more: [Route] = [], _ body: @Sendable (TestServer) async throws -> Void
    ) async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let blocking = BlockingPool(threads: 1, waiting: 16)
        defer { blocking.stop() }
        let routes = try FaceRoutes.routes(HouseFace()) + [try PlainPage.route(HouseFace())] + more
        let metrics = RouteMetrics(loops: loops, routes: routes.count)
        let chain = try WebChain(routes: routes, metrics: metrics, log: Log(into: KeptLines()))
        try await TestServer.run(ServingProcess.layered(chain, blocking: blocking), body)
    }

    static func get(_ path: String, _ fields: String...) -> String {
        (["GET \(path) HTTP/1.1", "Host: a"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
    }

    @Test("are kept for ever under their fingerprint and asked for again under their name")
    func caching() async throws {
        try await Self.serving { server in
            for (name, link, type) in [
                ("/assets/face.css", Assets.house.link(.style).text, "text/css; charset=utf-8"),
                ("/assets/inter.woff2", Assets.house.link(.font).text, "font/woff2"),
                ("/assets/app.js", Assets.house.link(.app).text, "text/javascript; charset=utf-8"),
            ] {
                #expect(link != name)
                let (own, kept) = (try server.ask(Self.get(name)), try server.ask(Self.get(link)))
                #expect((own.status, kept.status) == (200, 200))
                #expect(own["cache-control"] == "no-cache")
                #expect(kept["cache-control"] == "public, max-age=31536000, immutable")
                #expect((own["content-type"], kept["content-type"]) == (type, type))
                #expect(own["etag"] != nil && own["etag"] == kept["etag"])
                #expect(!own.body.isEmpty && own.body == kept.body)
            }
        }
    }

    @Test("are not sent to who holds them, packed or plain", arguments: ["identity", "br", "zstd", "gzip"])
    func conditions(coding: String) async throws {
        try await Self.serving { server in
            let link = Assets.house.link(.style).text
            let first = try server.ask(Self.get(link, "Accept-Encoding: \(coding)"))
            #expect(first["content-encoding"] == (coding == "identity" ? nil : coding))
            let tag = try #require(first["etag"])
            let again = try server.ask(Self.get(link, "Accept-Encoding: \(coding)", "If-None-Match: \(tag)"))
            #expect((again.status, again.body, again["etag"]) == (304, [], tag))
            #expect(try server.ask(Self.get(link, "If-None-Match: \"other\"")).status == 200)
            #expect(try server.ask(Self.get(link, "If-Match: \"other\"")).status == 412)
        }
    }

    @Test("are sent in parts")
    func parts() async throws {
        try await Self.serving { server in
            let whole = try server.ask(Self.get("/assets/face.css")).body
            let part = try server.ask(Self.get("/assets/face.css", "Range: bytes=2-5"))
            #expect((part.status, part.body) == (206, Array(whole[2...5])))
            #expect(part["content-range"] == "bytes 2-5/\(whole.count)")
            #expect(try server.ask(Self.get("/assets/face.css", "Range: bytes=999999-")).status == 416)
        }
    }

    @Test("are those that pages link, and the icon is there for who asks unbidden")
    func links() async throws {
        try await Self.serving { server in
            for path in ["/", "/none"] {
                let page = try server.ask(Self.get(path, "Accept: text/html")).text
                #expect(page.contains("<link rel=\"stylesheet\" href=\"\(Assets.house.link(.style).text)\">"))
                #expect(page.contains("<link rel=\"icon\" href=\"/icon.svg\">"))
            }
            let icon = try server.ask(Self.get("/favicon.ico"))
            #expect((icon.status, icon["content-type"]) == (200, "image/svg+xml"))
            #expect(icon.text.hasPrefix("<svg"))
        }
    }

    @Test("are no others, and the worker is asked for each time")
    func others() async throws {
        try await Self.serving { server in
            for path in ["/assets/none.css", "/assets/sw.js", "/assets/face.0123456789abcdef.css", "/assets/"] {
                #expect(try server.ask(Self.get(path)).status == 404)
            }
            let worker = try server.ask(Self.get("/sw.js"))
            #expect((worker.status, worker["cache-control"]) == (200, "no-cache"))
            #expect(worker["content-type"] == "text/javascript; charset=utf-8")
            let offline = try server.ask(Self.get("/offline"))
            #expect(offline.status == 200 && offline.text.contains("Bağlantı yok"))
            let manifest = try server.ask(Self.get("/manifest.webmanifest"))
            #expect(manifest["content-type"] == "application/manifest+json")
        }
    }
}
