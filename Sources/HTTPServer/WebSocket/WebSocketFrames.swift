/// Frames of RFC 6455 as a server reads them. Pure: bytes go in, in pieces of any size; whole messages come out.
/// It holds no more than a message has brought, whatever length was announced.
package struct WebSocketFrames {
    /// What the bytes came to.
    package enum Event: Equatable {
        case message(WebSocketMessage)
        case ping([UInt8])
        case pong([UInt8])
        case close(WebSocketClosure)
    }

    private struct Frame {
        let opcode: Opcode
        let isFinal: Bool
        var left: Int
        var mask: Mask
    }

    private let limit: Int
    private var head = FrameHead()
    private var frame: Frame?
    private var control: [UInt8] = []
    private var message: [UInt8] = []
    private var messageKind: Opcode?
    private var text = TextCheck()

    /// Messages may have up to `limit` bytes.
    package init(limit: Int) { self.limit = limit }

    /// True while part of a message has come and the rest has not.
    package var isInMessage: Bool { messageKind != nil }

    /// Goes on from `position` to the end of the next whole message or control frame; nil when the bytes end before.
    /// After a fault or a close nothing more may be fed.
    package mutating func next(
        _ bytes: Span<UInt8>, at position: inout Int
    ) throws(WebSocketFault) -> Event? {
        while true {
            if frame == nil {
                guard try readHead(bytes, &position) else { return nil }
            }
            try readPayload(bytes, &position)
            guard let frame, frame.left == 0 else { return nil }
            self.frame = nil
            if let event = try finish(frame) { return event }
        }
    }

    private mutating func readHead(_ bytes: Span<UInt8>, _ position: inout Int) throws(WebSocketFault) -> Bool {
        while position < bytes.count {
            let isWhole = try head.take(bytes[position])
            position += 1
            if isWhole {
                try begin()
                return true
            }
        }
        return false
    }

    /// The order of frames and their sizes are checked before any of the payload is taken.
    private mutating func begin() throws(WebSocketFault) {
        let (opcode, length) = (head.opcode, try head.length)
        if !opcode.isControl {
            guard (opcode == .continuation) == (messageKind != nil) else { throw .protocolError }
            guard length <= UInt64(max(limit - message.count, 0)) else { throw .tooBig }
            if opcode != .continuation { messageKind = opcode }
        }
        frame = Frame(opcode: opcode, isFinal: head.isFinal, left: Int(clamping: length), mask: head.mask)
        head = FrameHead()
    }

    private mutating func readPayload(_ bytes: Span<UInt8>, _ position: inout Int) throws(WebSocketFault) {
        guard var frame else { return }
        let count = min(frame.left, bytes.count - position)
        guard count > 0 else { return }
        let piece = bytes.extracting(position..<position + count)
        if frame.opcode.isControl {
            Self.append(piece, to: &control, &frame.mask)
        } else {
            let start = message.count
            Self.append(piece, to: &message, &frame.mask)
            if messageKind == .text, !Self.accepts(&text, message, from: start) {
                throw .invalidText
            }
        }
        position += count
        frame.left -= count
        self.frame = frame
    }

    private static func append(_ piece: Span<UInt8>, to bytes: inout [UInt8], _ mask: inout Mask) {
        let start = bytes.count
        unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        unsafe bytes.withUnsafeMutableBytes {
            unsafe mask.lift(from: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
        }
    }

    private static func accepts(_ text: inout TextCheck, _ message: [UInt8], from start: Int) -> Bool {
        text.accepts(message.span.extracting(start..<message.count))
    }

    private mutating func finish(_ frame: Frame) throws(WebSocketFault) -> Event? {
        guard frame.opcode.isControl else { return frame.isFinal ? try finishMessage() : nil }
        let payload = Self.take(&control)
        switch frame.opcode {
        case .ping: return .ping(payload)
        case .pong: return .pong(payload)
        default: return .close(try WebSocketClosure(payload: payload))
        }
    }

    private mutating func finishMessage() throws(WebSocketFault) -> Event {
        let isText = messageKind == .text
        guard !isText || text.isWhole else { throw .invalidText }
        messageKind = nil
        let whole = Self.take(&message)
        return .message(isText ? .text(String(decoding: whole, as: UTF8.self)) : .binary(whole))
    }

    private static func take(_ bytes: inout [UInt8]) -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }
}

/// What the peer did wrong, as the closure it is told with.
package struct WebSocketFault: Error, Equatable {
    package let closure: WebSocketClosure

    static let protocolError = WebSocketFault(closure: WebSocketClosure(1002, "protocol error"))
    static let invalidText = WebSocketFault(closure: WebSocketClosure(1007, "text is not UTF-8"))
    static let tooBig = WebSocketFault(closure: WebSocketClosure(1009, "message too big"))
}
