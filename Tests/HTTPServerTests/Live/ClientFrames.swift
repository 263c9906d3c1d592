@testable import HTTPServer

/// Frames as a client writes them.
enum ClientFrames {
    private static let mask: [UInt8] = [0x37, 0xfa, 0x21, 0x3d]

    /// A frame with any first byte; `length` overrides its second byte and what extends it.
    static func frame(
        _ first: UInt8, _ payload: [UInt8] = [], masked: Bool = true, length: [UInt8]? = nil
    ) -> [UInt8] {
        let length = length ?? shortest(payload.count)
        let head = [first, length[0] | (masked ? 0x80 : 0)] + length.dropFirst()
        guard masked else { return head + payload }
        return head + mask + payload.enumerated().map { $1 ^ mask[$0 & 3] }
    }

    private static func shortest(_ count: Int) -> [UInt8] {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
        return count < 126 ? [bytes[7]] : count < 65_536 ? [126] + bytes.suffix(2) : [127] + bytes
    }
}

extension WebSocketFrames {
    /// Everything that becomes whole when these bytes come at once.
    mutating func feed(_ bytes: [UInt8]) throws(WebSocketFault) -> [Event] {
        var (events, position): ([Event], Int) = ([], 0)
        while let event = try next(bytes.span, at: &position) {
            events.append(event)
            if case .close = event { break }
        }
        return events
    }
}
