/// Frames of RFC 6455 as a server reads them. Pure: bytes go in, in pieces of any size; whole messages come out.
package struct WebSocketFrames {
    /// What the bytes came to.
    package enum Event: Equatable {
        case message(WebSocketMessage)
        case ping([UInt8])
        case pong([UInt8])
        case close(WebSocketClosure)
    }

    private enum Opcode: UInt8 {
        case continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10

        var isControl: Bool { rawValue >= 8 }
    }

    private struct Header {
        let opcode: Opcode
        let isFinal: Bool
        let length: Int
        let mask: (UInt8, UInt8, UInt8, UInt8)
        let size: Int
    }

    private let limit: Int
    private var pending: [UInt8] = []
    private var header: Header?
    private var message: [UInt8] = []
    private var messageKind: Opcode?
    private var fragments = 0

    private static let fragmentLimit = 10_000

    /// Messages may have up to `limit` bytes.
    package init(limit: Int) { self.limit = limit }

    /// Takes bytes and gives what became whole. After a fault nothing more may be fed.
    package mutating func feed(_ bytes: some Collection<UInt8>) throws(WebSocketFault) -> [Event] {
        pending.append(contentsOf: bytes)
        var events: [Event] = []
        var used = 0
        while true {
            if header == nil { header = try readHeader(at: &used) }
            guard let current = header, pending.count - used >= current.length else { break }
            let payload = unmask(current, from: used)
            used += current.length
            header = nil
            if let event = try take(current, payload) { events.append(event) }
            if case .close? = events.last { break }
        }
        pending.removeFirst(used)
        return events
    }

    private mutating func readHeader(at used: inout Int) throws(WebSocketFault) -> Header? {
        let available = pending.count - used
        guard available >= 2 else { return nil }
        let (first, second) = (pending[used], pending[used + 1])
        guard first & 0x70 == 0, let opcode = Opcode(rawValue: first & 0x0f), second & 0x80 != 0 else {
            throw WebSocketFault(.protocolError)
        }
        let isFinal = first & 0x80 != 0
        let short = Int(second & 0x7f)
        guard !opcode.isControl || isFinal && short <= 125 else { throw WebSocketFault(.protocolError) }
        let extra = short == 126 ? 2 : short == 127 ? 8 : 0
        guard available >= 2 + extra + 4 else { return nil }
        let length = try readLength(short, at: used + 2, extra)
        try checkOrder(opcode, length)
        let mask = used + 2 + extra
        defer { used += 2 + extra + 4 }
        return Header(
            opcode: opcode, isFinal: isFinal, length: length,
            mask: (pending[mask], pending[mask + 1], pending[mask + 2], pending[mask + 3]), size: 2 + extra + 4)
    }

    /// The shortest form is the only one allowed.
    private func readLength(_ short: Int, at start: Int, _ extra: Int) throws(WebSocketFault) -> Int {
        guard extra > 0 else { return short }
        var length: UInt64 = 0
        for index in 0..<extra { length = length << 8 | UInt64(pending[start + index]) }
        guard length >= (extra == 2 ? 126 : 65_536), length < 1 << 63 else { throw WebSocketFault(.protocolError) }
        guard length <= UInt64(limit) else { throw WebSocketFault(.tooBig) }
        return Int(length)
    }

    private func checkOrder(_ opcode: Opcode, _ length: Int) throws(WebSocketFault) {
        if opcode.isControl { return }
        guard (opcode == .continuation) == (messageKind != nil) else { throw WebSocketFault(.protocolError) }
        guard length <= limit - message.count else { throw WebSocketFault(.tooBig) }
    }

    private func unmask(_ header: Header, from start: Int) -> [UInt8] {
        let mask = [header.mask.0, header.mask.1, header.mask.2, header.mask.3]
        return unsafe [UInt8](unsafeUninitializedCapacity: header.length) { target, count in
            for index in 0..<header.length { unsafe target[index] = pending[start + index] ^ mask[index & 3] }
            count = header.length
        }
    }

    private mutating func take(_ header: Header, _ payload: [UInt8]) throws(WebSocketFault) -> Event? {
        switch header.opcode {
        case .ping: return .ping(payload)
        case .pong: return .pong(payload)
        case .close: return .close(try closure(payload))
        case .text, .binary: messageKind = header.opcode
        case .continuation: break
        }
        fragments += 1
        guard fragments <= Self.fragmentLimit else { throw WebSocketFault(.tooBig) }
        if message.isEmpty { message = payload } else { message.append(contentsOf: payload) }
        return header.isFinal ? try finishMessage() : nil
    }

    private mutating func finishMessage() throws(WebSocketFault) -> Event {
        let kind = messageKind
        var whole: [UInt8] = []
        swap(&whole, &message)
        (messageKind, fragments) = (nil, 0)
        guard kind == .text else { return .message(.binary(whole)) }
        guard let text = String(validating: whole, as: UTF8.self) else { throw WebSocketFault(.invalidText) }
        return .message(.text(text))
    }

    private func closure(_ payload: [UInt8]) throws(WebSocketFault) -> WebSocketClosure {
        if payload.isEmpty { return .noCode }
        guard payload.count >= 2 else { throw WebSocketFault(.protocolError) }
        let code = UInt16(payload[0]) << 8 | UInt16(payload[1])
        guard WebSocketClosure.isSendable(code) else { throw WebSocketFault(.protocolError) }
        guard let reason = String(validating: payload.dropFirst(2), as: UTF8.self) else {
            throw WebSocketFault(.invalidText)
        }
        return WebSocketClosure(code, reason)
    }

    // MARK: Writing

    /// A message as one unmasked frame.
    package static func frame(_ message: WebSocketMessage) -> [UInt8] {
        switch message {
        case .text(let text): frame(.text, Array(text.utf8))
        case .binary(let bytes): frame(.binary, bytes)
        }
    }

    package static func ping(_ payload: [UInt8] = []) -> [UInt8] { frame(.ping, payload) }
    package static func pong(_ payload: [UInt8]) -> [UInt8] { frame(.pong, payload) }

    package static func close(_ closure: WebSocketClosure) -> [UInt8] {
        guard WebSocketClosure.isSendable(closure.code) else { return frame(.close, []) }
        return frame(.close, [UInt8(closure.code >> 8), UInt8(closure.code & 0xff)] + Array(closure.reason.utf8))
    }

    private static func frame(_ opcode: Opcode, _ payload: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(payload.count + 10)
        bytes.append(0x80 | opcode.rawValue)
        switch payload.count {
        case ..<126: bytes.append(UInt8(payload.count))
        case ..<65_536:
            bytes.append(126)
            for shift in [8, 0] { bytes.append(UInt8(truncatingIfNeeded: payload.count >> shift)) }
        default:
            bytes.append(127)
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: payload.count >> shift))
            }
        }
        bytes.append(contentsOf: payload)
        return bytes
    }
}

/// What the peer did wrong, as the closure it is told with.
package struct WebSocketFault: Error, Equatable {
    package let closure: WebSocketClosure

    init(_ closure: WebSocketClosure) { self.closure = closure }
}
