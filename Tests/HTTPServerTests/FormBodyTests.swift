import Core
import EventLoop
import Glibc
import HTTP
import TestKit
import Testing

@testable import HTTPServer

@Suite struct FormBodyTests {
    private let folder: TemporaryFolder
    private let spool: SpoolFolder

    init() throws {
        folder = try TemporaryFolder()
        spool = try SpoolFolder(folder.path, pool: BlockingPool(threads: 1, waiting: 16))
    }

    private static let multipart = "Content-Type: multipart/form-data; boundary=xyz"
    private static let pairs = "Content-Type: application/x-www-form-urlencoded"

    private static func part(_ name: String, _ content: String, file: String? = nil, type: String? = nil) -> String {
        let filename = file.map { "; filename=\"\($0)\"" } ?? ""
        let line = type.map { "Content-Type: \($0)\r\n" } ?? ""
        return "--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\(filename)\r\n\(line)\r\n\(content)\r\n"
    }

    private func read(
        _ type: String?, _ pieces: [[UInt8]], limits: FormLimits = FormLimits(), thenFailing fault: BodyFault? = nil
    ) async throws -> FormBody {
        let made = try Requests.make("POST /", type.map { [$0] } ?? [])
        let body = RequestBody(declaredLength: nil, source: Pieces(pieces, thenFailing: fault))
        let request = Request(head: made.head, body: body, peer: made.peer, id: made.id)
        return try await FormBody.read(request, spooling: spool, limits: limits)
    }

    private func status(
        _ type: String?, _ text: String, limits: FormLimits = FormLimits(), thenFailing fault: BodyFault? = nil
    ) async -> UInt16 {
        do {
            _ = try await read(type, [Array(text.utf8)], limits: limits, thenFailing: fault)
            return 200
        } catch {
            return (error as? Problem)?.status ?? 0
        }
    }

    // MARK: Refusals

    static let kinds: [(String?, UInt16)] = [
        (nil, 415), ("Content-Type: text/plain", 415), ("Content-Type: application/json", 415),
        ("Content-Type: ;", 415), ("Content-Type: multipart/mixed; boundary=xyz", 415),
        ("Content-Type: multipart/form-data", 400), ("Content-Type: multipart/form-data; boundary=\"\"", 400),
        ("Content-Type: multipart/form-data; boundary=a; boundary=b", 415),
    ]

    @Test(arguments: kinds) func refusesOtherKinds(type: String?, wanted: UInt16) async {
        #expect(await status(type, "a=b") == wanted)
    }

    static let broken: [(String, String, UInt16)] = [
        (pairs, "a=%", 400), (pairs, "a=%zz", 400), (pairs, "a=%ff", 400), (pairs, "a=%00", 400),
        (multipart, "", 400), (multipart, "--xyz", 400), (multipart, part("a", "b"), 400),
        (multipart, part("a", "b") + "--xyz", 400), (multipart, part("a", "\u{0}") + "--xyz--", 400),
        (multipart, "--xyz\r\nContent-Type: text/plain\r\n\r\nx\r\n--xyz--", 400),
    ]

    @Test(arguments: broken) func refusesBrokenForms(type: String, text: String, wanted: UInt16) async {
        #expect(await status(type, text) == wanted)
        #expect(folder.names.isEmpty)
    }

    @Test func refusesPackedForms() async throws {
        let request = try Requests.make("POST /", [Self.pairs, "Content-Encoding: br"], body: [Array("a=b".utf8)])
        let problem = await #expect(throws: Problem.self) { try await FormBody.read(request, spooling: spool) }
        #expect(problem?.status == 415)
    }

    @Test func signInPagesTakeNoFiles() async throws {
        let texts = try await FormBody.readTexts(try Requests.make("POST /", [Self.pairs], body: [Array("a=b".utf8)]))
        #expect(texts["a"] == "b")
        let files = try Requests.make("POST /", [Self.multipart], body: [Self.sample])
        let problem = await #expect(throws: Problem.self) { try await FormBody.readTexts(files) }
        #expect(problem?.status == 415)
    }

    /// On file systems that know no nameless files the name is gone before the first byte.
    @Test func theOtherWayToNamelessFilesLeavesNoNameEither() throws {
        let descriptor = try SpoolFolder.unnamedAtOnce(in: folder.path)
        defer { close(descriptor) }
        #expect(folder.names.isEmpty)
        #expect(folder.openNamelessFiles == 1)
        #expect(fcntl(descriptor, F_GETFD) == FD_CLOEXEC)
        #expect(throws: SystemError.self) { try SpoolFolder.unnamedAtOnce(in: folder.path + "/none") }
    }

    @Test func refusesTextThatIsNotUTF8() async {
        let bytes = Array(Self.part("a", "").utf8.dropLast(2)) + [0xFF] + Array("\r\n--xyz--".utf8)
        await #expect(throws: Problem.self) { try await read(Self.multipart, [bytes]) }
    }

    static let limited: [(FormLimits, UInt16)] = [
        (FormLimits(), 200), (FormLimits(totalBytes: 100), 413), (FormLimits(textBytes: 10), 413),
        (FormLimits(fileBytes: 999), 413), (FormLimits(files: 1), 413), (FormLimits(parts: 3), 413),
        (FormLimits(memoryBytes: 0), 200), (FormLimits(fileBytes: 999, memoryBytes: 10), 413),
    ]

    @Test(arguments: limited) func keepsItsLimits(limits: FormLimits, wanted: UInt16) async {
        let text =
            Self.part("a", "some text") + Self.part("b", "more text")
            + Self.part("f", String(repeating: "x", count: 1000), file: "f.txt")
            + Self.part("g", String(repeating: "y", count: 1000), file: "g.txt") + "--xyz--\r\n"
        #expect(await status(Self.multipart, text, limits: limits) == wanted)
        #expect(folder.names.isEmpty)
        #expect(await folder.letsGoOfNamelessFiles())
    }

    static let pairLimits: [(FormLimits, UInt16)] = [
        (FormLimits(), 200), (FormLimits(totalBytes: 10), 413), (FormLimits(textBytes: 10), 413),
        (FormLimits(parts: 1), 413),
    ]

    @Test(arguments: pairLimits) func keepsItsLimitsForPairs(limits: FormLimits, wanted: UInt16) async {
        #expect(await status(Self.pairs, "name=value&other=value", limits: limits) == wanted)
    }

    static let faults: [(BodyFault, UInt16)] = [(.tooLarge, 413), (.tooSlow, 408), (.interrupted, 400)]

    @Test(arguments: faults) func leavesNothingWhenTheBodyBreaksOff(fault: BodyFault, wanted: UInt16) async {
        let start = Self.part("f", String(repeating: "x", count: 500_000), file: "f.bin").dropLast(10)
        #expect(await status(Self.multipart, String(start), thenFailing: fault) == wanted)
        #expect(folder.names.isEmpty)
        #expect(await folder.letsGoOfNamelessFiles())
    }

    @Test func aFullPoolIsUnavailable() async throws {
        let pool = BlockingPool(threads: 1, waiting: 4)
        let spool = try SpoolFolder(folder.path, pool: pool)
        pool.stop()
        let text = Self.part("f", String(repeating: "x", count: 100_000), file: "f.bin") + "--xyz--"
        let request = try Requests.make("POST /", [Self.multipart], body: [Array(text.utf8)])
        let problem = await #expect(throws: Problem.self) { try await FormBody.read(request, spooling: spool) }
        #expect(problem?.status == 503)
    }

    @Test func refusesAFolderThatIsNone() {
        let pool = BlockingPool(threads: 1, waiting: 1)
        #expect(throws: SystemError.self) { try SpoolFolder(folder.path + "/none", pool: pool) }
    }

    // MARK: What is read

    @Test func readsPairs() async throws {
        let form = try await read(Self.pairs, [Array("a=1&b=x+y%26&a=".utf8), Array("2".utf8)])
        #expect(form.texts.all("a") == ["1", "2"])
        #expect(form.texts["b"] == "x y&")
        #expect(form.files.isEmpty)
    }

    private static let sample = Array(
        ("preamble\r\n" + part("title", "Bir şey") + part("empty", "")
            + part("note", "line\r\n--xy\r\nline") + part("none", "", file: "")
            + part("small", "hello", file: "C:\\dir\\a.txt", type: "text/plain")
            + part("large", String(repeating: "0123456789", count: 20_000), file: "../b.bin") + "--xyz--\r\n").utf8)

    private func check(_ form: FormBody) async throws {
        #expect(form.texts.items.map(\.name) == ["title", "empty", "note"])
        #expect(form.texts["title"] == "Bir şey")
        #expect(form.texts["note"] == "line\r\n--xy\r\nline")
        #expect(form.files.map(\.field) == ["small", "large"])
        #expect(form.files.map(\.filename) == ["a.txt", "b.bin"])
        #expect(form.files.map(\.size) == [5, 200_000])
        #expect(form.file("small")?.claimedType?.essence == "text/plain")
        let large = try #require(form.file("large"))
        #expect(
            try await large.read(at: 0, upTo: 200_001) == Array(String(repeating: "0123456789", count: 20_000).utf8))
        #expect(try await large.read(at: 199_995, upTo: 10) == Array("56789".utf8))
        #expect(try await large.read(at: 200_000, upTo: 10).isEmpty)
        #expect(try await large.read(at: -1, upTo: 10).isEmpty)
        #expect(try await form.files[0].read(at: 1, upTo: 3) == Array("ell".utf8))
    }

    @Test(arguments: [1, 7, 1000, 65_536, 1_000_000]) func readsFormsCutAnywhere(size: Int) async throws {
        let sample = size == 1 ? Array(Self.sample.prefix(1200)) + Array(Self.sample.suffix(200_000)) : Self.sample
        let pieces = stride(from: 0, to: sample.count, by: size).map { start in
            Array(sample[start..<min(start + size, sample.count)])
        }
        let form = try await read(Self.multipart, pieces)
        if size > 1 { try await check(form) } else { #expect(form.texts["title"] == "Bir şey") }
    }

    @Test func largeFilesLieNamelessOnTheDiskUntilTheyAreLetGo() async throws {
        var form: FormBody? = try await read(Self.multipart, [Self.sample])
        guard case .memory = form?.files[0].content, case .disk = form?.files[1].content else {
            Issue.record("kept elsewhere")
            return
        }
        #expect(folder.names.isEmpty)
        #expect(folder.openNamelessFiles == 1)
        var file = form?.files[1]
        form = nil
        #expect(folder.openNamelessFiles == 1)
        #expect(file?.size == 200_000)
        file = nil
        #expect(await folder.letsGoOfNamelessFiles())
    }

    // MARK: On the wire

    @Test func anUploadComesBackAsAFile() async throws {
        let spool = spool
        let uploads = Answering { request in
            do throws(Problem) {
                let form = try await FormBody.read(request, spooling: spool)
                return Response(.ok, body: form.file("large")?.body ?? .empty)
            } catch {
                return Response(Status(error.status))
            }
        }
        try await TestServer.run(uploads) { server in
            let client = try server.connect()
            let head = Echo.post("/", Self.multipart, "Content-Length: \(Self.sample.count)")
            for _ in 0..<3 {
                try client.send(Array(head.utf8) + Self.sample)
                let response = try client.readResponse()
                #expect(response.body == Array(String(repeating: "0123456789", count: 20_000).utf8))
            }
            try client.send(Array(head.utf8) + Self.sample.prefix(150_000))
            client.reset()
            #expect(await server.counts { $0.open == 0 }.open == 0)
            // While the loops still turn: whoever read the body may hear of the end after the connection is gone.
            #expect(await folder.letsGoOfNamelessFiles())
        }
        #expect(folder.names.isEmpty)
    }
}
