import SQL

/// What is to be sent, as the server reads it (PostgreSQL's protocol, version 3). It gathers until the turn of the loop
/// ends: many requests then cost one system call, and wake the server once.
struct OutgoingMessages {
    private(set) var bytes: [UInt8] = []
    /// So many of them have gone.
    private(set) var sent = 0

    var isEmpty: Bool { sent == bytes.count }

    init() { bytes.reserveCapacity(4096) }

    /// Gives a statement a name on the server; the types are those of its binds.
    mutating func parse(_ name: StatementName, _ sql: String, _ types: [UInt32]) {
        message(UInt8(ascii: "P")) { bytes in
            bytes.append(terminated: name)
            bytes.append(terminated: sql)
            bytes.append(bigEndian: UInt16(truncatingIfNeeded: types.count))
            for type in types { bytes.append(bigEndian: type) }
        }
    }

    /// Asks for the columns of a named statement, once: they hold for every answer of its.
    mutating func describe(_ name: StatementName) {
        message(UInt8(ascii: "D")) { bytes in
            bytes.append(UInt8(ascii: "S"))
            bytes.append(terminated: name)
        }
    }

    /// Runs a named statement: binds in binary form, all rows, as text. One look at the capacity for both messages.
    mutating func run(_ name: StatementName, _ binds: [Bind]) {
        var length = 14 + name.count
        for index in binds.indices { length &+= 4 &+ binds[index].byteCount }
        bytes.append(addingCapacity: 1 + length + 10) { output in
            unsafe output.withUnsafeMutableBufferPointer { buffer, count in
                guard let start = buffer.baseAddress else { return }
                var next = unsafe start
                unsafe Self.bind(&next, length, name, binds)
                unsafe next.begin(UInt8(ascii: "E"), 9)
                unsafe next.put(0)
                unsafe next.put(bigEndian: 0 as UInt32)
                count = unsafe next - start
            }
        }
    }

    private static func bind(
        _ next: inout UnsafeMutablePointer<UInt8>, _ length: Int, _ name: StatementName, _ binds: [Bind]
    ) {
        unsafe next.begin(UInt8(ascii: "B"), length)
        unsafe next.put(0)  // the portal has no name
        for index in 0..<name.count { unsafe next.put(name[index]) }
        unsafe next.put(0)
        unsafe next.put(bigEndian: 1 as UInt16)
        unsafe next.put(bigEndian: 1 as UInt16)
        unsafe next.put(bigEndian: UInt16(truncatingIfNeeded: binds.count))
        for index in binds.indices {
            let isNull = binds[index].isNull
            unsafe next.put(bigEndian: isNull ? .max : UInt32(truncatingIfNeeded: binds[index].byteCount))
            if !isNull { unsafe binds[index].write(to: &next) }
        }
        unsafe next.put(bigEndian: 0 as UInt16)
    }

    /// Ends a segment: what it changed is committed, and an error before it ends here.
    mutating func sync() { message(UInt8(ascii: "S")) { _ in } }

    /// Lends what has not gone yet, and notes how much of it went.
    mutating func withUnsent(_ send: (UnsafeRawBufferPointer) -> Wire.Outcome) -> Wire.Outcome {
        let outcome = unsafe bytes.withUnsafeBytes { unsafe send(UnsafeRawBufferPointer(rebasing: $0[sent...])) }
        if case .moved(let count) = outcome { sent += count }
        if isEmpty { clear() }
        return outcome
    }

    private mutating func clear() {
        // A large value must not keep its memory.
        if bytes.capacity > 1 << 20 { bytes = [] } else { bytes.removeAll(keepingCapacity: true) }
        sent = 0
    }

    private mutating func message(_ type: UInt8, _ write: (inout [UInt8]) -> Void) {
        bytes.append(type)
        let start = bytes.count
        bytes.append(bigEndian: 0 as UInt32)
        write(&bytes)
        bytes.setLength(at: start, bytes.count - start)
    }
}

extension UnsafeMutablePointer<UInt8> {
    fileprivate mutating func put(_ byte: UInt8) {
        unsafe pointee = byte
        unsafe self += 1
    }

    fileprivate mutating func put(bigEndian value: UInt16) {
        unsafe UnsafeMutableRawPointer(self).storeBytes(of: value.bigEndian, as: UInt16.self)
        unsafe self += 2
    }

    fileprivate mutating func put(bigEndian value: UInt32) {
        unsafe UnsafeMutableRawPointer(self).storeBytes(of: value.bigEndian, as: UInt32.self)
        unsafe self += 4
    }

    /// A message's type and its length, which counts itself and stays far below what four bytes can say.
    fileprivate mutating func begin(_ type: UInt8, _ length: Int) {
        unsafe put(type)
        unsafe put(bigEndian: UInt32(truncatingIfNeeded: length))
    }
}

extension [UInt8] {
    fileprivate mutating func append(terminated text: String) {
        append(contentsOf: text.utf8)
        append(0)
    }

    fileprivate mutating func append(terminated name: StatementName) {
        for index in 0..<name.count { append(name[index]) }
        append(0)
    }

    fileprivate mutating func append(bigEndian value: UInt16) {
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value))
    }

    fileprivate mutating func append(bigEndian value: UInt32) {
        append(bigEndian: UInt16(truncatingIfNeeded: value >> 16))
        append(bigEndian: UInt16(truncatingIfNeeded: value))
    }

    /// `StatementRules` has seen to it that a statement stays far below what four bytes can say.
    fileprivate mutating func setLength(at place: Int, _ length: Int) {
        for index in 0..<4 { self[place + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index)) }
    }
}
