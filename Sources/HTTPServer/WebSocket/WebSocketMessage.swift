/// What travels on a WebSocket.
public enum WebSocketMessage: Sendable, Equatable {
    /// Text; always valid UTF-8.
    case text(String)
    /// Bytes.
    case binary([UInt8])

    /// How many bytes it carries.
    var count: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .binary(let bytes): bytes.count
        }
    }
}

/// Why a WebSocket ended (RFC 6455, 7.4).
public struct WebSocketClosure: Sendable, Hashable {
    /// The code; 1005 when the peer gave none, 1006 when it vanished.
    public let code: UInt16
    /// Words, at most 123 bytes.
    public let reason: String

    /// A closure with a code and words; too many words are cut.
    public init(_ code: UInt16, _ reason: String = "") {
        self.code = code
        self.reason = reason.utf8.count <= Self.longestReason ? reason : Self.cut(reason)
    }

    private static let longestReason = 123

    private static func cut(_ reason: String) -> String {
        var (cut, count) = (String.UnicodeScalarView(), 0)
        for letter in reason.unicodeScalars {
            count += UTF8.width(letter)
            if count > longestReason { break }
            cut.append(letter)
        }
        return String(cut)
    }

    /// What a close frame says.
    init(payload: [UInt8]) throws(WebSocketFault) {
        if payload.isEmpty {
            self = .noCode
            return
        }
        guard payload.count >= 2 else { throw .protocolError }
        let code = UInt16(payload[0]) << 8 | UInt16(payload[1])
        guard Self.isSendable(code) else { throw .protocolError }
        guard let reason = String(validating: payload.dropFirst(2), as: UTF8.self) else { throw .invalidText }
        self.init(code, reason)
    }

    /// 1000: the purpose is fulfilled.
    public static let normal = WebSocketClosure(1000)
    /// 1001: the server stops, or the page was left.
    public static let goingAway = WebSocketClosure(1001)
    /// 1006: no closing handshake took place. Never on the wire.
    public static let vanished = WebSocketClosure(1006)
    /// 1008: what came is against the rules of this place.
    public static let refused = WebSocketClosure(1008)
    /// 1011: something went wrong here.
    public static let failed = WebSocketClosure(1011)
    /// 1005: the peer gave no code. Never on the wire.
    static let noCode = WebSocketClosure(1005)
    /// 1008: a message was begun and not brought to its end.
    static let tooSlow = WebSocketClosure(1008, "message too slow")

    /// Codes that may stand in a close frame.
    static func isSendable(_ code: UInt16) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}
