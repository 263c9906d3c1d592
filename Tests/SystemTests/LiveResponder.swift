import Core
import EventLoop
import Glibc
import HTTP
import HTTPServer
import Synchronization

/// What the clients in `Tests/SystemTests/Live` ask for; their heads say what each path does.
struct LiveResponder: Responder {
    /// What the requests of one test share.
    final class Stands: Sendable {
        private let hubs = Mutex<EventHub?>(nil)
        private let reports = Mutex("")
        private let ready = Atomic<Bool>(false)

        var hub: EventHub? { hubs.withLock { $0 } }
        var report: String { reports.withLock { $0 } }
        var isReady: Bool { ready.load(ordering: .acquiring) }

        func open(_ hub: EventHub) { hubs.withLock { $0 = hub } }
        func accept(_ report: String) { reports.withLock { $0 = report } }
        func getReady() { ready.store(true, ordering: .releasing) }
    }

    static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    static let folder = root + "/Tests/SystemTests/Live/"

    let stands = Stands()
    private let upgrade = WebSocketUpgrade(protocols: ["sohbet"])

    func respond(to request: Request) async -> Response {
        do {
            return try await answer(request)
        } catch let problem as Problem {
            return Response(Status(problem.status))
        } catch {
            return Response(.internalServerError)
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        let words = request.head.path.split(separator: "/")
        switch words.first ?? "" {
        case "": return Self.page("<!doctype html><meta charset=utf-8><script type=module src=page.js></script>")
        case "page.js": return try Self.script()
        case "report":
            if request.method == .post {
                stands.accept(try await String(decoding: request.body.collect(upTo: 65_536), as: UTF8.self))
            }
            return stands.report.isEmpty ? Response(.notFound) : .text(stands.report)
        case "events": return events(request)
        case "live": return live(request)
        case "count": return .text(String(await stands.hub?.count() ?? -1))
        case "broadcast":
            stands.hub?.broadcast(ServerEvent("merhaba", name: "herkese"))
            return .text("")
        default: return try socket(String(words[0]), words.last.flatMap { UInt16($0) } ?? 0, request)
        }
    }

    private static func page(_ html: String) -> Response {
        Response(.ok, fields: Fields((.contentType, "text/html; charset=utf-8")), body: .bytes(Array(html.utf8)))
    }

    private static func script() throws -> Response {
        guard let file = unsafe fopen(folder + "page.js", "r") else { throw Problem(.notFound) }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return Response(
            .ok, fields: Fields((.contentType, "text/javascript; charset=utf-8")), body: .bytes(Array(bytes[..<count])))
    }

    // MARK: Event streams

    /// Two events and an end for who is new, another for who comes back.
    private func events(_ request: Request) -> Response {
        EventStream.response(to: request, retry: .milliseconds(100)) { stream in
            if let last = stream.lastEventID {
                try await stream.send(ServerEvent("after \(last)"))
                try await stream.send(ServerEvent("", name: "son"))
                return await stream.untilEnd()
            }
            try await stream.send(ServerEvent("ilk", id: "1"))
            try await stream.send(ServerEvent("ığüşöç\r\n\nüçüncü satır", name: "fiyat", id: "2"))
        }
    }

    private func live(_ request: Request) -> Response {
        EventStream.response(to: request, heartbeat: .milliseconds(100)) { [hub = stands.hub] stream in
            try await stream.send(ServerEvent("", name: "hazir"))
            await hub?.serve(stream)
        }
    }

    // MARK: WebSockets

    private func socket(_ word: String, _ number: UInt16, _ request: Request) throws -> Response {
        try upgrade.answer(request) { [stands] socket in
            switch word {
            case "echo": while let message = await socket.receive() { try await socket.send(message) }
            case "close": await socket.close(WebSocketClosure(number, "güle güle"))
            case "flood":
                for turn in 0..<number {
                    let byte = UInt8(truncatingIfNeeded: turn)
                    try await socket.send(.binary([UInt8](repeating: byte, count: 1 << 20)))
                }
            case "stop":
                try await socket.send(.text("ready"))
                stands.getReady()
                await socket.untilEnd()
            default: throw Problem(.notFound)
            }
        }
    }
}
