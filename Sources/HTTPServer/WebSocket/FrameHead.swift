/// What a frame is about (RFC 6455, 5.2).
enum Opcode: UInt8 {
    case continuation = 0
    case text = 1
    case binary = 2
    case close = 8
    case ping = 9
    case pong = 10

    var isControl: Bool { rawValue >= 8 }
}

/// The first bytes of a client's frame, gathered until they are whole.
struct FrameHead {
    private var bytes = InlineArray<14, UInt8>(repeating: 0)
    private var count = 0
    private var needed = 2

    /// Takes a byte; true when the head is whole. What two bytes can tell is refused before the others have come.
    mutating func take(_ byte: UInt8) throws(WebSocketFault) -> Bool {
        bytes[count] = byte
        count += 1
        if count == 2 { needed = try 2 + lengthBytes + 4 }
        return count == needed
    }

    private var lengthBytes: Int {
        get throws(WebSocketFault) {
            guard bytes[0] & 0x70 == 0, let opcode = Opcode(rawValue: bytes[0] & 0x0f), bytes[1] & 0x80 != 0 else {
                throw .protocolError
            }
            guard !opcode.isControl || isFinal && short <= 125 else { throw .protocolError }
            return short == 126 ? 2 : short == 127 ? 8 : 0
        }
    }

    private var short: UInt8 { bytes[1] & 0x7f }

    var isFinal: Bool { bytes[0] & 0x80 != 0 }

    /// `take` has refused all others.
    var opcode: Opcode { Opcode(rawValue: bytes[0] & 0x0f) ?? .close }

    /// The payload's length. The shortest form is the only one allowed.
    var length: UInt64 {
        get throws(WebSocketFault) {
            guard short > 125 else { return UInt64(short) }
            var length: UInt64 = 0
            for index in 2..<needed - 4 { length = length << 8 | UInt64(bytes[index]) }
            guard length > (short == 126 ? 125 : 65_535), length < 1 << 63 else { throw .protocolError }
            return length
        }
    }

    var mask: Mask {
        Mask((bytes[needed - 4], bytes[needed - 3], bytes[needed - 2], bytes[needed - 1]))
    }
}

/// What a client has laid over its payload, and how far it has been taken off.
struct Mask {
    private var bytes: UInt32

    init(_ bytes: (UInt8, UInt8, UInt8, UInt8)) {
        self.bytes =
            UInt32(bytes.0) | UInt32(bytes.1) << 8 | UInt32(bytes.2) << 16 | UInt32(bytes.3) << 24
    }

    /// Takes it off the next bytes of the payload, eight at a time.
    mutating func lift(from payload: UnsafeMutableRawBufferPointer) {
        let wide = UInt64(bytes) | UInt64(bytes) << 32
        var index = 0
        while index &+ 8 <= payload.count {
            let word = unsafe UInt64(littleEndian: payload.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            unsafe payload.storeBytes(of: (word ^ wide).littleEndian, toByteOffset: index, as: UInt64.self)
            index &+= 8
        }
        while index < payload.count {
            unsafe payload[index] ^= UInt8(truncatingIfNeeded: bytes)
            bytes = bytes >> 8 | bytes << 24
            index &+= 1
        }
    }
}
