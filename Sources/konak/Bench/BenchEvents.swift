import HTTP
import Kernel

/// Event streams for `make soak`: many that rest, and a broadcast to all of them. There with `KONAK_BENCH=on`.
struct BenchEvents: Sendable {
    private let channel: EventChannel

    init(_ services: HouseServices) { channel = EventChannel(services) }

    var routes: [Route] {
        get throws {
            [
                Route(.get, try PathTemplate("/bench/events")) { [channel] in channel.stream(to: $0.request) },
                Route(.post, try PathTemplate("/bench/events")) { [channel] in
                    let text = try await $0.request.body.collect(upTo: 4096)
                    channel.broadcast(String(decoding: text, as: UTF8.self))
                    return Response(.noContent)
                },
            ]
        }
    }
}
