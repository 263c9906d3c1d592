import Glibc

/// Bytes that wait to be parsed or sent: appended at the back, taken from the front, held in one piece. Empty, it may
/// hold no memory at all, which is what makes idle connections cheap.
@safe
package struct ByteQueue: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>?
    private var capacity = 0
    private var head = 0
    private var tail = 0

    package init() { unsafe base = nil }

    deinit { unsafe base?.deallocate() }

    /// How many bytes wait.
    package var count: Int { tail - head }

    /// True when nothing waits.
    package var isEmpty: Bool { tail == head }

    /// What waits.
    package var readable: UnsafeBufferPointer<UInt8> {
        guard let base = unsafe base else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
        return unsafe UnsafeBufferPointer(start: base + head, count: count)
    }

    /// Gives the memory back when nothing waits and there is more of it than is worth keeping.
    package mutating func releaseIfEmpty(above kept: Int = 0) {
        guard isEmpty, capacity > kept else { return }
        unsafe base?.deallocate()
        unsafe base = nil
        (capacity, head, tail) = (0, 0, 0)
    }

    /// The first bytes have been dealt with.
    package mutating func consume(_ count: Int) {
        head += count
        if head >= tail { (head, tail) = (0, 0) }
    }

    /// Room for at least so many bytes behind the last; say with `produced` how many were written.
    package mutating func reserve(_ room: Int) -> UnsafeMutablePointer<UInt8> {
        if let base = unsafe base, capacity - tail >= room { return unsafe base + tail }
        return unsafe makeRoom(room)
    }

    package mutating func produced(_ count: Int) { tail += count }

    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        unsafe memcpy(reserve(bytes.count), source, bytes.count)
        tail += bytes.count
    }

    package mutating func append(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
    }

    package mutating func append(_ text: StaticString) {
        unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// A native string is one contiguous run: no copy is made on the way. Disfavoured, or a literal would be made a string.
    @_disfavoredOverload
    package mutating func append(_ text: String) {
        let utf8 = text.utf8Span
        let span = utf8.span
        unsafe span.withUnsafeBufferPointer { unsafe append($0) }
    }

    package mutating func append(byte: UInt8) {
        unsafe reserve(1).pointee = byte
        tail += 1
    }

    /// A number in decimal digits.
    package mutating func append(decimal number: Int) {
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        unsafe withUnsafeMutableBytes(of: &digits) { buffer in
            var rest = number.magnitude
            var start = buffer.count
            repeat {
                start -= 1
                unsafe buffer[start] = UInt8(truncatingIfNeeded: rest % 10) + 48
                rest /= 10
            } while rest > 0
            if number < 0 {
                start -= 1
                unsafe buffer[start] = UInt8(ascii: "-")
            }
            unsafe append(
                UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))[start...]))
        }
    }

    private mutating func makeRoom(_ room: Int) -> UnsafeMutablePointer<UInt8> {
        let waiting = count
        if let base = unsafe base, capacity - waiting >= room, head > capacity / 2 {
            unsafe memmove(base, base + head, waiting)
            (head, tail) = (0, waiting)
            return unsafe base + tail
        }
        capacity = max(capacity * 2, waiting + room, 512)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        if let base = unsafe base {
            unsafe memcpy(larger, base + head, waiting)
            unsafe base.deallocate()
        }
        unsafe base = unsafe larger
        (head, tail) = (0, waiting)
        return unsafe larger + tail
    }
}
