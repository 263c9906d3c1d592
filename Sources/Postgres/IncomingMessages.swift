/// What has come and not been read. One piece of memory a connection, which grows for a message that needs it.
@safe
final class IncomingMessages {
    /// One message. Its body lies in the connection's memory and holds until more is received.
    @safe
    struct Message {
        let type: UInt8
        let body: UnsafeRawBufferPointer
    }

    private static let usual = 16_384
    /// The server's largest value and a little.
    private static let most = (1 << 30) + (1 << 16)

    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: usual, alignment: 8)
    private var start = 0
    private var end = 0
    /// The bytes that the message in front takes, as far as is known.
    private var wanted = 5
    /// What came cannot be a message of the server's.
    private(set) var isNonsense = false

    deinit { unsafe memory.deallocate() }

    var isEmpty: Bool { start == end }

    /// Lends room for what comes next.
    func receive(_ fill: (UnsafeMutableRawBufferPointer) -> Wire.Outcome) -> Wire.Outcome {
        makeRoom()
        let outcome = unsafe fill(UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
        if case .moved(let count) = outcome { end += count }
        return outcome
    }

    /// Whether the last piece filled all the room there was.
    var isFull: Bool { unsafe end == memory.count }

    /// The next whole message, if it is here.
    func next() -> Message? {
        guard end - start >= 5 else { return nil }
        let type = unsafe memory[start]
        let length = unsafe Int(UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: start + 1, as: UInt32.self)))
        guard length >= 4, length < Self.most else {
            isNonsense = true
            return nil
        }
        wanted = length + 1
        guard end - start >= wanted else { return nil }
        let body = unsafe UnsafeRawBufferPointer(rebasing: memory[start + 5..<start + wanted])
        start += wanted
        wanted = 5
        return unsafe Message(type: type, body: body)
    }

    /// A length that is only claimed gets no memory: it grows with what has truly come.
    private func makeRoom() {
        let held = end - start
        let needed = max(min(wanted, max(Self.usual, held * 2)), held + 1)
        if held == 0, unsafe memory.count > 1 << 20, wanted <= Self.usual { return become(Self.usual) }
        guard unsafe held == 0 || memory.count - start < needed || end == memory.count else { return }
        if unsafe memory.count < needed { return become(needed) }
        if let base = unsafe memory.baseAddress { unsafe base.copyMemory(from: base + start, byteCount: held) }
        (start, end) = (0, held)
    }

    private func become(_ size: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
        unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
        (start, end) = (0, end - start)
        unsafe memory.deallocate()
        unsafe memory = unsafe larger
    }
}
