import Glibc

/// Where one header field stands in the head's bytes.
package struct FieldSlot {
    package var nameStart: UInt16 = 0
    package var nameLength: UInt16 = 0
    package var valueStart: UInt16 = 0
    package var valueLength: UInt16 = 0

    package init(nameStart: UInt16, nameLength: UInt16) {
        (self.nameStart, self.nameLength) = (nameStart, nameLength)
    }
}

/// The request line and header section as they came, in one piece of memory, with the places of the fields noted.
/// Nothing is copied into strings until somebody asks.
///
/// `@unchecked Sendable`: the server writes it before the handler sees it and reuses it only when it holds the last
/// reference; in between it is read-only.
@safe
public final class RequestHead: @unchecked Sendable {
    /// The method.
    public package(set) var method: Method = .get
    /// The minor HTTP version: 0 or 1.
    public package(set) var minorVersion: UInt8 = 1

    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0
    private var slots: UnsafeMutablePointer<FieldSlot>
    private var slotCapacity: Int
    /// How many fields there are.
    package private(set) var fieldCount = 0
    package var targetStart: UInt16 = 0
    package var targetLength: UInt16 = 0
    package var pathLength: UInt16 = 0

    package init() {
        (capacity, slotCapacity) = (1024, 24)
        unsafe bytes = .allocate(capacity: capacity)
        unsafe slots = .allocate(capacity: slotCapacity)
    }

    deinit {
        unsafe bytes.deallocate()
        unsafe slots.deallocate()
    }

    // MARK: Filling, by the server

    package func reset(_ head: UnsafeBufferPointer<UInt8>) {
        if head.count > capacity {
            unsafe bytes.deallocate()
            capacity = head.count
            unsafe bytes = .allocate(capacity: capacity)
        }
        if let base = head.baseAddress { unsafe memcpy(bytes, base, head.count) }
        (count, fieldCount, targetStart, targetLength, pathLength) = (head.count, 0, 0, 0, 0)
        method = .get
    }

    package var all: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: bytes, count: count) }

    /// Where the pointer, which lies inside `all`, stands.
    package func offset(of pointer: UnsafePointer<CChar>) -> Int {
        unsafe UnsafeRawPointer(pointer) - UnsafeRawPointer(bytes)
    }

    package func appendSlot(_ slot: FieldSlot) {
        if fieldCount == slotCapacity {
            let larger = UnsafeMutablePointer<FieldSlot>.allocate(capacity: slotCapacity * 2)
            unsafe larger.update(from: slots, count: fieldCount)
            unsafe slots.deallocate()
            unsafe slots = unsafe larger
            slotCapacity *= 2
        }
        unsafe slots[fieldCount] = slot
        fieldCount += 1
    }

    package func beginTargetWithSlash() { unsafe bytes[Int(targetStart)] = UInt8(ascii: "/") }

    package func setLastValue(start: Int, length: Int) {
        guard fieldCount > 0 else { return }
        unsafe slots[fieldCount - 1].valueStart = UInt16(truncatingIfNeeded: start)
        unsafe slots[fieldCount - 1].valueLength = UInt16(truncatingIfNeeded: length)
    }

    // MARK: Reading without copies

    package func nameBytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let slot = unsafe slots[index]
        return unsafe UnsafeBufferPointer(start: bytes + Int(slot.nameStart), count: Int(slot.nameLength))
    }

    package func valueBytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let slot = unsafe slots[index]
        return unsafe UnsafeBufferPointer(start: bytes + Int(slot.valueStart), count: Int(slot.valueLength))
    }

    package func name(_ index: Int, is name: FieldName) -> Bool {
        let own = unsafe nameBytes(index)
        let text = name.text.utf8
        guard own.count == text.count else { return false }
        // A known name is one contiguous run, so this stays a loop over two pointers.
        return unsafe text.withContiguousStorageIfAvailable { unsafe equalsIgnoringCase(own, $0) } ?? false
    }

    package func index(of name: FieldName, after start: Int = 0) -> Int? {
        var index = start
        while index < fieldCount {
            if self.name(index, is: name) { return index }
            index += 1
        }
        return nil
    }

    package var targetBytes: UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: bytes + Int(targetStart), count: Int(targetLength))
    }

    /// Lends the bytes of the path, still percent-encoded, without the query.
    public func withPath<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try unsafe body(UnsafeBufferPointer(start: bytes + Int(targetStart), count: Int(pathLength)))
    }

    /// Lends the bytes of a field's first value, spaces around it removed; nil when it is absent.
    public func withValue<Result>(
        of name: FieldName, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        guard let index = index(of: name) else { return nil }
        return try unsafe body(valueBytes(index))
    }
}

/// Compares with `lower`, which must be in lower case already.
package func equalsIgnoringCase(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == lower.count else { return false }
    for index in 0..<bytes.count {
        var byte = unsafe bytes[index]
        if byte &- 65 < 26 { byte |= 0x20 }
        if unsafe byte != lower[index] { return false }
    }
    return true
}
