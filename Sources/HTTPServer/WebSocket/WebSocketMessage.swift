/// What travels on a WebSocket.
public enum WebSocketMessage: Sendable, Equatable {
    /// Text; always valid UTF-8.
    case text(String)
    /// Bytes.
    case binary([UInt8])
}

/// Why a WebSocket ended (RFC 6455, 7.4).
public struct WebSocketClosure: Sendable, Hashable {
    /// The code; 1005 when the peer gave none, 1006 when it vanished.
    public let code: UInt16
    /// Words, at most 123 bytes.
    public let reason: String

    /// A closure with a code and words.
    public init(_ code: UInt16, _ reason: String = "") {
        self.code = code
        var reason = reason
        while reason.utf8.count > 123 { reason.removeLast() }
        self.reason = reason
    }

    /// 1000: the purpose is fulfilled.
    public static let normal = WebSocketClosure(1000)
    /// 1001: the server stops, or the page was left.
    public static let goingAway = WebSocketClosure(1001)
    /// 1006: no closing handshake took place. Never on the wire.
    public static let vanished = WebSocketClosure(1006)

    static let protocolError = WebSocketClosure(1002, "protocol error")
    static let invalidText = WebSocketClosure(1007, "text is not UTF-8")
    static let tooBig = WebSocketClosure(1009, "message too big")
    static let noCode = WebSocketClosure(1005)

    /// Codes that may stand in a close frame.
    static func isSendable(_ code: UInt16) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}
