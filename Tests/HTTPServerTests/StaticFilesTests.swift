import EventLoop
import HTTP
import HTTPServer
import TestKit
import Testing

@Suite struct StaticFilesTests {
    private func get(_ files: StaticFiles, _ path: String, _ fields: [String] = [], method: String = "GET") throws
        -> Response?
    {
        files.answer(to: try Requests.make(method + " " + path, fields))
    }

    /// A folder with something of every kind.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("app.css", "body{}")
        try folder.write("js/app.js", "export default 1")
        try folder.write("js/deep/er/x.json", "{}")
        try folder.write("large.bin", [UInt8](repeating: 7, count: 70_000))
        try folder.write("a b+ç.txt", "odd")
        try folder.write(".env", "secret")
        try folder.write(".git/config", "secret")
        try folder.write("empty.txt", "")
        return folder
    }

    // MARK: What is not served

    static let refused = [
        "/", "/assets", "/assets/", "/assets/js", "/assets/js/", "/assets/none.css", "/app.css", "/assets/.env",
        "/assets/.git/config", "/assets/../secret", "/assets/%2e%2e/secret", "/assets/js/../app.css",
        "/assets//app.css", "/assets/app.css/", "/assets/app.css%00", "/assets/APP.CSS", "/assets/%61pp.css",
        "/assets/./app.css", "/assets/app.0000000000000000.css", "/assets/linked-out.txt", "/assets/etc/passwd",
        "/assets/dangling.txt", "/assets/circle/app.css", "/assets/fifo", "/assets/..%2fsecret",
        "/assets/js%2fapp.js", "/assets/js\\app.js", "/assets/app.css.br",
    ]

    @Test func servesNothingElse() async throws {
        let outside = try TemporaryFolder()
        try outside.write("secret", "secret")
        let folder = try folder()
        try folder.write("app.css.br", "packed")
        try folder.link("linked-out.txt", to: outside.path + "/secret")
        try folder.link("etc", to: "/etc")
        try folder.link("dangling.txt", to: "nowhere")
        try folder.link("circle", to: ".")
        let files = try StaticFiles(root: folder.path, prefix: "/assets/")
        for path in Self.refused where !path.contains("\\") && !path.contains("%00") {
            #expect(try get(files, path) == nil, "\(path)")
            let answer = await files.respond(to: try Requests.make("GET " + path))
            #expect(answer.status == .notFound)
        }
    }

    @Test func refusesFoldersItCannotRead() throws {
        let folder = try folder()
        #expect(throws: StaticFault.self) { try StaticFiles(root: folder.path + "/none", prefix: "/") }
        #expect(throws: StaticFault.self) { try StaticFiles(root: folder.path + "/app.css", prefix: "/") }
        var limits = StaticLimits()
        limits.files = 3
        #expect(throws: StaticFault.self) { try StaticFiles(root: folder.path, prefix: "/", limits: limits) }
    }

    @Test func onlyReads() throws {
        let folder = try folder()
        let files = try StaticFiles(root: folder.path, prefix: "/assets/")
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            let answer = try get(files, "/assets/app.css", method: method)
            #expect(answer?.status == .methodNotAllowed)
            #expect(answer?.fields[.allow] == "GET, HEAD")
            #expect(try get(files, "/assets/none.css", method: method) == nil)
        }
    }

    // MARK: What is served

    static let served: [(String, String, Int)] = [
        ("/assets/app.css", "text/css; charset=utf-8", 6),
        ("/assets/js/app.js", "text/javascript; charset=utf-8", 16),
        ("/assets/js/deep/er/x.json", "application/json", 2),
        ("/assets/large.bin", "application/octet-stream", 70_000),
        ("/assets/a%20b%2B%C3%A7.txt", "text/plain; charset=utf-8", 3),
        ("/assets/empty.txt", "text/plain; charset=utf-8", 0),
    ]

    @Test(arguments: ["/assets", "/assets/"]) func servesTheFolder(prefix: String) throws {
        let folder = try folder()
        let files = try StaticFiles(root: folder.path, prefix: prefix)
        #expect(files.count == Self.served.count)
        for (path, type, size) in Self.served {
            let answer = try get(files, path)
            #expect(answer?.status == .ok, "\(path)")
            #expect(answer?.length == size)
            #expect(answer?.fields[.contentType] == type)
            #expect(answer?.fields[.cacheControl] == "no-cache")
            #expect(answer?.fields[.acceptRanges] == "bytes")
            #expect(answer?.fields[.lastModified] == "Tue, 14 Nov 2023 22:13:20 GMT")
        }
    }

    @Test func smallFilesLieInMemoryAndLargeOnesAreHeldOpen() throws {
        let folder = try folder()
        let files = try StaticFiles(root: folder.path, prefix: "/")
        guard case .bytes = try get(files, "/app.css")?.body, case .file = try get(files, "/large.bin")?.body else {
            Issue.record("held otherwise")
            return
        }
    }

    @Test func linksCarryTheFingerprint() throws {
        let folder = try folder()
        let files = try StaticFiles(root: folder.path, prefix: "/assets/")
        for name in ["app.css", "js/app.js", "large.bin", "a b+ç.txt"] {
            let link = try #require(files.link(name))
            #expect(link != "/assets/" + name)
            let (named, own) = (try get(files, link), try get(files, "/assets/" + StaticFilesTests.encoded(name)))
            #expect(named?.fields[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(named?.fields[.etag] == own?.fields[.etag])
            let tag = try #require(named?.fields[.etag])
            #expect(link.contains(tag.dropFirst().dropLast()))
        }
        #expect(files.link("none.css") == nil)
        #expect(files.link("../app.css") == nil)
    }

    private static func encoded(_ name: String) -> String { name == "a b+ç.txt" ? "a%20b%2B%C3%A7.txt" : name }

    @Test func namesThatCarryAFingerprintAlreadyKeepIt() throws {
        let folder = try TemporaryFolder()
        try folder.write("vendor.0123456789abcdef.js", "1")
        let files = try StaticFiles(root: folder.path, prefix: "/")
        #expect(files.link("vendor.0123456789abcdef.js") == "/vendor.0123456789abcdef.js")
        let answer = try get(files, "/vendor.0123456789abcdef.js")
        #expect(answer?.fields[.cacheControl]?.hasSuffix("immutable") == true)
    }

    @Test func linksInsideTheFolderAreFollowedToFiles() throws {
        let folder = try folder()
        try folder.link("alias.css", to: "app.css")
        let files = try StaticFiles(root: folder.path, prefix: "/")
        #expect(try get(files, "/alias.css")?.length == 6)
        #expect(try get(files, "/alias.css")?.fields[.contentType] == "text/css; charset=utf-8")
    }

    // MARK: Packed siblings

    @Test func packedSiblingsGoToWhoReadsThem() throws {
        let folder = try folder()
        try folder.write("app.css.br", "brotli!")
        try folder.write("app.css.gz", "gzip", modified: 1_700_000_001)
        try folder.write("js/app.js.gz", "old", modified: 1_600_000_000)
        try folder.write("alone.gz", "alone")
        let files = try StaticFiles(root: folder.path, prefix: "/")
        let wishes: [(String, String?, Int)] = [
            ("gzip, br", "br", 7), ("gzip", "gzip", 4), ("zstd", nil, 6), ("identity", nil, 6),
            ("br;q=0, gzip", "gzip", 4),
        ]
        for (wish, coding, size) in wishes {
            let answer = try get(files, "/app.css", ["Accept-Encoding: " + wish])
            #expect(answer?.fields[.contentEncoding] == coding)
            #expect(answer?.fields[.vary] == "accept-encoding")
            #expect(answer?.fields[.contentType] == "text/css; charset=utf-8")
            #expect(answer?.length == size)
        }
        // A sibling older than its file shows what the file was once.
        let script = try get(files, "/js/app.js", ["Accept-Encoding: gzip"])
        #expect(script?.fields[.contentEncoding] == nil)
        #expect(script?.length == 16)
        #expect(try get(files, "/alone.gz")?.length == 5)
    }

    @Test func everyCodingHasItsOwnStrongTag() throws {
        let folder = try folder()
        try folder.write("app.css.br", "brotli!")
        let files = try StaticFiles(root: folder.path, prefix: "/")
        let plain = try #require(try get(files, "/app.css")?.fields[.etag])
        let packed = try #require(try get(files, "/app.css", ["Accept-Encoding: br"])?.fields[.etag])
        #expect(plain != packed)
        #expect(plain.hasPrefix("\"") && packed.hasPrefix("\""))
    }

    // MARK: Changes

    @Test func reloadingShowsTheNewState() async throws {
        let folder = try folder()
        let pool = BlockingPool(threads: 1, waiting: 4)
        defer { pool.stop() }
        let files = try StaticFiles(root: folder.path, prefix: "/")
        let (link, tag) = (files.link("app.css"), try get(files, "/app.css")?.fields[.etag])
        try folder.write("app.css", "body{color:red}")
        try folder.write("new.css", "p{}")
        #expect(try get(files, "/app.css")?.length == 6)
        try await files.reload(on: pool)
        #expect(try get(files, "/app.css")?.length == 15)
        #expect(try get(files, "/new.css")?.length == 3)
        #expect(files.link("app.css") != link)
        #expect(try get(files, "/app.css")?.fields[.etag] != tag)
        #expect(try get(files, link ?? "") == nil)
    }

    @Test func tagsDifferWithTheContentAlone() throws {
        let folder = try TemporaryFolder()
        let contents: [[UInt8]] = [
            [], [0], [0, 0], [1], [0, 1], [1, 0], Array(repeating: 0, count: 8), Array(repeating: 0, count: 16),
            Array(repeating: 0, count: 300_000), Array(repeating: 0, count: 300_001),
        ]
        for (number, content) in contents.enumerated() {
            try folder.write("\(number).bin", content)
            try folder.write("copy\(number).bin", content, modified: number)
        }
        let files = try StaticFiles(root: folder.path, prefix: "/")
        var tags: Set<String> = []
        for number in contents.indices {
            let tag = try #require(try get(files, "/\(number).bin")?.fields[.etag])
            #expect(try get(files, "/copy\(number).bin")?.fields[.etag] == tag)
            tags.insert(tag)
        }
        #expect(tags.count == contents.count)
    }

    // MARK: On the wire

    @Test func goesThroughAllLayers() async throws {
        let folder = try folder()
        let style = CompressionTests.text(20_000)
        try folder.write("style.css", style)
        let pool = BlockingPool(threads: 1, waiting: 4)
        defer { pool.stop() }
        let files = try StaticFiles(root: folder.path, prefix: "/assets/")
        try await TestServer.run(Compressing(Conditional(files), blocking: pool)) { server in
            let client = try server.connect()
            try client.send(Echo.get("/assets/style.css", "Accept-Encoding: gzip"))
            let packed = try client.readResponse()
            #expect(packed["content-encoding"] == "gzip")
            #expect(packed["x-content-type-options"] == "nosniff")
            #expect(try Unpacking.unpack(packed.body, .gzip).bytes == style)
            let tag = try #require(packed["etag"])
            #expect(tag.hasPrefix("W/"))
            try client.send(Echo.get("/assets/style.css", "Accept-Encoding: gzip", "If-None-Match: " + tag))
            let renewed = try client.readResponse()
            #expect(renewed.status == 304)
            #expect(renewed["etag"] == tag)
            try client.send(Echo.get("/assets/large.bin", "Range: bytes=69990-"))
            #expect(try client.readResponse().body == [UInt8](repeating: 7, count: 10))
            try client.send("HEAD /assets/large.bin HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.readResponse(to: "HEAD")["content-length"] == "70000")
            try client.send(Echo.get("/assets/none"))
            #expect(try client.readResponse().status == 404)
        }
    }
}
