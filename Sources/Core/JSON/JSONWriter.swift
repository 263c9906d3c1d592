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

    /// A text in quotes, with the comma before it where one is due and, unless it is 0, a byte after it. One look at the
    /// capacity for all of it.
    @inline(__always)
    mutating func quoted(_ text: UnsafeBufferPointer<UInt8>, end: UInt8) {
        let comma = needsComma
        bytes.append(addingCapacity: text.count &+ 4) { output in
            unsafe output.withUnsafeMutableBufferPointer { buffer, count in
                guard var next = buffer.baseAddress else { return }
                if comma { unsafe next.put(UInt8(ascii: ",")) }
                unsafe next.put(UInt8(ascii: "\""))
                if let source = text.baseAddress { unsafe next.put(source, text.count) }
                unsafe next.put(UInt8(ascii: "\""))
                if end != 0 { unsafe next.put(end) }
                count = unsafe next - (buffer.baseAddress ?? next)
            }
        }
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
        name.withUTF8Buffer { unsafe quoted($0, end: UInt8(ascii: ":")) }
        needsComma = false
    }

    /// A member's name from data.
    public mutating func key(escaping name: some StringProtocol) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }
}
