/// Reads the parts of one message. What is not there is nil, never a trap: the message has told its own length.
@safe
struct MessageReader {
    private let body: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ body: UnsafeRawBufferPointer) { unsafe self.body = unsafe body }

    mutating func byte() -> UInt8? {
        guard unsafe position < body.count else { return nil }
        defer { position += 1 }
        return unsafe body[position]
    }

    mutating func integer<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
        guard unsafe body.count - position >= MemoryLayout<Number>.size else { return nil }
        defer { position += MemoryLayout<Number>.size }
        return unsafe Number(bigEndian: body.loadUnaligned(fromByteOffset: position, as: Number.self))
    }

    /// A text that ends with a NUL.
    mutating func text() -> String? {
        guard let end = unsafe body[position...].firstIndex(of: 0) else { return nil }
        defer { position = end + 1 }
        return unsafe String(decoding: UnsafeRawBufferPointer(rebasing: body[position..<end]), as: UTF8.self)
    }

    /// Passes over so many bytes; false when they are not there.
    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, unsafe body.count - position >= count else { return false }
        position += count
        return true
    }
}
