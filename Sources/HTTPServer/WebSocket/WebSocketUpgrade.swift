public import Core
import EventLoop
public import HTTP

/// The handshake of RFC 6455, server side.
public struct WebSocketUpgrade: Sendable {
    /// Whose pages may open the socket. Browsers send cookies along from any page, so this is the only wall.
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

    /// The answer that opens the socket, or says which version is spoken; a problem when this is no handshake. The
    /// socket is closed when the handler returns, with 1011 when it throws.
    public func answer(
        _ request: Request, _ handler: @escaping @Sendable (WebSocket) async throws -> Void
    ) throws(Problem) -> Response {
        let key = try check(request.head)
        guard request.head[.secWebSocketVersion] == "13" else {
            return Response(
                Status(426), fields: Fields((.upgrade, "websocket"), (.secWebSocketVersion, "13")))
        }
        guard allowsOrigin(of: request.head) else { throw Problem(.forbidden) }
        var fields = Fields((.upgrade, "websocket"), (.secWebSocketAccept, HandshakeKey.accept(for: key)))
        if let spoken = spokenProtocol(request.head) { fields.append(.secWebSocketProtocol, spoken) }
        return Response(
            .switchingProtocols, fields: fields,
            body: .upgrade { [limits] channel in
                try await Self.speak(channel, limits, handler)
            })
    }

    private static func speak(
        _ channel: any ByteChannel, _ limits: WebSocketLimits, _ handler: @Sendable (WebSocket) async throws -> Void
    ) async throws {
        guard let loop = Loop.current else { throw BodyFault.interrupted }
        let socket = WebSocket(channel: channel, loop: loop, limits: limits)
        socket.begin()
        defer { socket.end() }
        do {
            try await handler(socket)
            await socket.close(.normal)
        } catch {
            await socket.close(.failed)
        }
    }

    private func check(_ head: RequestHead) throws(Problem) -> String {
        let keys = head.values(of: .secWebSocketKey)
        guard head.method == .get, head.minorVersion == 1, head.lists(.upgrade, "websocket"),
            head.lists(.connection, "upgrade"), keys.count == 1, HandshakeKey.isValid(keys[0])
        else { throw Problem(.badRequest, detail: "This address speaks WebSocket only.") }
        return keys[0]
    }

    private func allowsOrigin(of head: RequestHead) -> Bool {
        let origins = head.values(of: .origin)
        guard let origin = origins.first else { return true }
        guard origins.count == 1 else { return false }
        switch self.origins {
        case .sameHost:
            guard let host = head[.host].flatMap({ Authority($0) }) else { return false }
            return Self.host(of: origin) == host
        case .these(let allowed): return allowed.contains { $0.lowercased() == origin.lowercased() }
        }
    }

    /// The host and port of a page's origin; `null` and whatever else is no web page have none.
    private static func host(of origin: String) -> Authority? {
        for scheme in ["https://", "http://"] where origin.lowercased().hasPrefix(scheme) {
            return Authority(String(origin.dropFirst(scheme.count)))
        }
        return nil
    }

    private func spokenProtocol(_ head: RequestHead) -> String? {
        let offered = head.words(of: .secWebSocketProtocol)
        return protocols.first { offered.contains($0[...]) }
    }
}

extension RequestHead {
    /// The elements of a field that is a comma-separated list.
    fileprivate func words(of name: FieldName) -> [Substring] {
        values(of: name).flatMap { value in
            value.split(separator: ",").map { part in
                part.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
            }
        }
    }

    /// True when such a field holds the word, which is in lower case, in any case.
    fileprivate func lists(_ name: FieldName, _ word: String) -> Bool {
        words(of: name).contains { $0.lowercased() == word }
    }
}

extension FieldName {
    static let secWebSocketAccept = FieldName("sec-websocket-accept")
    static let secWebSocketKey = FieldName("sec-websocket-key")
    static let secWebSocketProtocol = FieldName("sec-websocket-protocol")
    static let secWebSocketVersion = FieldName("sec-websocket-version")
}
