/// What a server sends: whole frames, never masked.
extension WebSocketFrames {
    /// A message as one frame.
    package static func frame(_ message: WebSocketMessage) -> [UInt8] {
        switch message {
        case .text(let text): frame(.text, text.utf8)
        case .binary(let bytes): frame(.binary, bytes)
        }
    }

    package static func ping() -> [UInt8] { frame(.ping, []) }
    package static func pong(_ payload: [UInt8]) -> [UInt8] { frame(.pong, payload) }

    /// A code that must not be on the wire is left out.
    package static func close(_ closure: WebSocketClosure) -> [UInt8] {
        guard WebSocketClosure.isSendable(closure.code) else { return frame(.close, []) }
        let code = [UInt8(truncatingIfNeeded: closure.code >> 8), UInt8(truncatingIfNeeded: closure.code)]
        return frame(.close, code + Array(closure.reason.utf8))
    }

    private static func frame(_ opcode: Opcode, _ payload: some Collection<UInt8>) -> [UInt8] {
        let count = payload.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 10)
        bytes.append(0x80 | opcode.rawValue)
        switch count {
        case ..<126: bytes.append(UInt8(count))
        case ..<65_536: append(126, count, 2, to: &bytes)
        default: append(127, count, 8, to: &bytes)
        }
        bytes.append(contentsOf: payload)
        return bytes
    }

    private static func append(_ form: UInt8, _ count: Int, _ width: Int, to bytes: inout [UInt8]) {
        bytes.append(form)
        for place in stride(from: width - 1, through: 0, by: -1) {
            bytes.append(UInt8(truncatingIfNeeded: count >> (8 * place)))
        }
    }
}
