import EventLoop
import HTTP
import HTTPServer
import Kernel

/// Event streams for `make soak`: many that rest, and a broadcast to all of them. There with `KONAK_BENCH=on`.
struct BenchEvents: Sendable {
    private let hub: EventHub

    init(_ services: HouseServices) { hub = EventHub(loops: services.loops) }

    var routes: [Route] {
        get throws {
            [
                Route(.get, try PathTemplate("/bench/events")) { [hub] context in
                    EventStream.response(to: context.request) { await hub.serve($0) }
                },
                Route(.post, try PathTemplate("/bench/events")) { [hub] context in
                    let text = String(decoding: try await context.request.body.collect(upTo: 4096), as: UTF8.self)
                    hub.broadcast(ServerEvent(text))
                    return Response(.noContent)
                },
            ]
        }
    }
}
