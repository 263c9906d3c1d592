/// Writes JSON (RFC 8259) into a byte buffer, commas included, without building any value first.
///
/// The caller pairs its `begin` and `end` calls and puts a key before every member; a debug build checks the pairing.
/// It is not copyable, so the buffer is never copied behind the caller's back.
public struct JSONWriter: ~Copyable {
    /// What is written so far.
    var bytes: [UInt8]
    /// True when a value stands right before the cursor.
    var needsComma = false
    var depth = 0

    /// An empty buffer with room for so many bytes.
    public init(reserveCapacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(reserveCapacity)
    }

    /// Takes a buffer over and empties it, keeping its memory.
    public init(reusing buffer: consuming [UInt8]) {
        bytes = buffer
        bytes.removeAll(keepingCapacity: true)
    }

    /// Takes a buffer over and writes after what it holds.
    public init(appendingTo buffer: consuming [UInt8]) { bytes = buffer }

    /// The number of bytes in the buffer.
    public var count: Int { bytes.count }

    /// Gives the buffer back.
    public consuming func finish() -> [UInt8] {
        assert(depth == 0, "an object or an array is still open")
        return bytes
    }
}

extension JSONWriter {
    /// Opens an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    /// Closes the object opened last.
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    /// Opens an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    /// Closes the array opened last.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Starts a new line, so that the next value is a document of its own (JSON lines).
    public mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// The comma before a value or a key, where one is due.
    @inline(__always)
    mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
        depth &+= 1
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
        depth &-= 1
    }
}

extension JSONWriter {
    /// A member's name known when the code was written: it is copied as it stands and must need no escape.
    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        closeKey()
    }

    /// A member's name from data.
    public mutating func key(escaping name: some StringProtocol) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func closeKey() {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }
}
