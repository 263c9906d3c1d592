import HTTPServer

/// WebSocket frames read in the plainest way, all at once, to compare with. Written from RFC 6455, not from the server.
struct PlainFrames {
    private(set) var events: [WebSocketFrames.Event] = []
    /// The code the peer must be told; nil while it has done nothing wrong.
    private(set) var fault: UInt16?
    private var message: [UInt8] = []
    private var kind: UInt8?

    init(_ input: [UInt8], limit: Int) {
        var rest = input[...]
        while fault == nil, let length = readFrame(rest, limit) {
            rest = rest.dropFirst(length)
            if case .close? = events.last { return }
        }
    }

    /// The length of a whole frame; nil when there is none, or when it is broken.
    private mutating func readFrame(_ rest: ArraySlice<UInt8>, _ limit: Int) -> Int? {
        let bytes = Array(rest.prefix(14))
        guard bytes.count >= 2 else { return nil }
        let (opcode, short, isControl) = (bytes[0] & 15, Int(bytes[1] & 127), bytes[0] & 8 != 0)
        guard bytes[0] & 0x70 == 0, [0, 1, 2, 8, 9, 10].contains(opcode), bytes[1] >= 128,
            !isControl || bytes[0] >= 128 && short < 126
        else { return fail(1002) }
        let width = [126: 2, 127: 8][short] ?? 0
        guard bytes.count >= 6 + width else { return nil }
        let written = bytes[2..<2 + width].reduce(UInt64(0)) { $0 * 256 + UInt64($1) }
        let size = width == 0 ? UInt64(short) : written
        let isShortest = width == 0 || (width == 2 ? size >= 126 : size >= 65_536 && size <= UInt64(Int64.max))
        guard isShortest, isControl || (opcode == 0) == (kind != nil) else { return fail(1002) }
        guard isControl || size + UInt64(message.count) <= UInt64(limit) else { return fail(1009) }
        return readPayload(bytes, rest.dropFirst(6 + width), Array(bytes[2 + width..<6 + width]), Int(size))
            .map { 6 + width + $0 }
    }

    private mutating func readPayload(
        _ head: [UInt8], _ rest: ArraySlice<UInt8>, _ mask: [UInt8], _ size: Int
    ) -> Int? {
        let payload = rest.prefix(size).enumerated().map { $0.element ^ mask[$0.offset % 4] }
        let isWhole = payload.count == size
        if head[0] & 8 != 0 {
            if isWhole { readControl(head[0] & 15, payload) }
            return isWhole && fault == nil ? size : nil
        }
        if head[0] & 15 != 0 { kind = head[0] & 15 }
        message += payload
        if kind == 1, !canBeText(message) { return fail(1007) }
        guard isWhole else { return nil }
        if head[0] >= 128 { finishMessage() }
        return fault == nil ? size : nil
    }

    private mutating func finishMessage() {
        defer { (message, kind) = ([], nil) }
        guard kind == 1 else { return events.append(.message(.binary(message))) }
        guard let text = String(validating: message, as: UTF8.self) else { return fault = 1007 }
        events.append(.message(.text(text)))
    }

    private mutating func readControl(_ opcode: UInt8, _ payload: [UInt8]) {
        if opcode == 9 { return events.append(.ping(payload)) }
        if opcode == 10 { return events.append(.pong(payload)) }
        if payload.isEmpty { return events.append(.close(WebSocketClosure(1005))) }
        guard payload.count > 1 else { return fault = 1002 }
        let code = UInt16(payload[0]) * 256 + UInt16(payload[1])
        let allowed: [UInt16] = Array(1000...1003) + Array(1007...1014) + Array(3000...4999)
        guard allowed.contains(code) else { return fault = 1002 }
        guard let reason = String(validating: payload[2...], as: UTF8.self) else { return fault = 1007 }
        events.append(.close(WebSocketClosure(code, reason)))
    }

    private mutating func fail(_ code: UInt16) -> Int? {
        fault = code
        return nil
    }

    /// True when some bytes behind these make text of them.
    private func canBeText(_ bytes: [UInt8]) -> Bool {
        var endings: [[UInt8]] = [[]]
        for _ in 0..<3 {
            if endings.contains(where: { String(validating: bytes + $0, as: UTF8.self) != nil }) { return true }
            endings = endings.flatMap { ending in [0x80, 0x8f, 0x90, 0xbf].map { ending + [$0] } }
        }
        return endings.contains { String(validating: bytes + $0, as: UTF8.self) != nil }
    }
}
