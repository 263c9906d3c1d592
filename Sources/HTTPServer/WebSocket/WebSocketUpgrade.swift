public import Core
import EventLoop
public import HTTP

/// The handshake of RFC 6455, server side.
public struct WebSocketUpgrade: Sendable {
    /// Whose pages may open the socket. Browsers send cookies along to any site, so this is the only wall.
    public enum Origins: Sendable {
        /// Pages of the host that is asked, and programs that send no origin.
        case sameHost
        /// Pages of these origins (`https://example.com`), and programs that send none.
        case these([String])
    }

    private let origins: Origins
    private let protocols: [String]
    private let limits: WebSocketLimits

    /// An upgrade for the origins; of the protocols the client offers, the first that stands here is spoken.
    public init(origins: Origins = .sameHost, protocols: [String] = [], limits: WebSocketLimits = WebSocketLimits()) {
        (self.origins, self.protocols, self.limits) = (origins, protocols, limits)
    }

    /// The answer that opens the socket, or a problem that says why not.
    public func answer(
        _ request: Request, _ handler: @escaping @Sendable (WebSocket) async throws -> Void
    ) throws(Problem) -> Response {
        let key = try check(request)
        var fields = Fields((.upgrade, "websocket"), (.secWebSocketAccept, HandshakeKey.accept(for: key)))
        if let spoken = spokenProtocol(request) { fields.append(.secWebSocketProtocol, spoken) }
        let limits = limits
        return Response(
            .switchingProtocols, fields: fields,
            body: .upgrade { channel in
                guard let loop = Loop.current else { throw BodyFault.interrupted }
                let socket = WebSocket(channel: channel, loop: loop, limits: limits)
                do {
                    try await handler(socket)
                } catch {
                    await socket.close(WebSocketClosure(1011, "the handler failed"))
                    return
                }
                await socket.close(.normal)
            })
    }

    private func check(_ request: Request) throws(Problem) -> String {
        let head = request.head
        guard request.method == .get, head.minorVersion == 1, head.lists(.upgrade, "websocket"),
            head.lists(.connection, "upgrade"), let key = head[.secWebSocketKey], HandshakeKey.isValid(key)
        else { throw Problem(.badRequest, detail: "This address speaks WebSocket only.") }
        guard head[.secWebSocketVersion] == "13" else {
            throw Problem(.badRequest, detail: "Only version 13 of WebSocket is spoken here.")
        }
        guard allowsOrigin(of: request) else { throw Problem(.forbidden) }
        return key
    }

    private func allowsOrigin(of request: Request) -> Bool {
        guard let origin = request.head[.origin] else { return true }
        switch origins {
        case .sameHost:
            guard let separator = origin.firstRange(of: "://"), let host = request.head[.host] else { return false }
            return origin[separator.upperBound...].lowercased() == host.lowercased()
        case .these(let allowed): return allowed.contains(origin.lowercased())
        }
    }

    private func spokenProtocol(_ request: Request) -> String? {
        protocols.first { request.head.lists(.secWebSocketProtocol, $0.lowercased()) }
    }
}

extension RequestHead {
    /// True when a comma-separated field holds the word, in any case.
    fileprivate func lists(_ name: FieldName, _ word: String) -> Bool {
        values(of: name).contains { value in
            value.split(separator: ",").contains { part in
                part.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }.lowercased() == word
            }
        }
    }
}

extension FieldName {
    static let secWebSocketAccept = FieldName("sec-websocket-accept")
    static let secWebSocketKey = FieldName("sec-websocket-key")
    static let secWebSocketProtocol = FieldName("sec-websocket-protocol")
    static let secWebSocketVersion = FieldName("sec-websocket-version")
}
