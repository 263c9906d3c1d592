public import HTTP
import HTTPServer

/// Events that everyone who listens hears alike, as routes offer them.
public struct EventChannel: Sendable {
    private let hub: EventHub

    /// A channel that nobody listens to yet.
    public init(_ services: HouseServices) { hub = EventHub(loops: services.loops) }

    /// The answer with which a browser begins to listen.
    public func stream(to request: Request) -> Response {
        EventStream.response(to: request) { [hub] in await hub.serve($0) }
    }

    /// Tells all who listen now.
    public func broadcast(_ text: String) { hub.broadcast(ServerEvent(text)) }
}
