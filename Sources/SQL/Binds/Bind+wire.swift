extension Bind {
    /// The length of the value on the wire; 0 for NULL.
    public var byteCount: Int {
        switch self {
        case .null: 0
        case .bool: 1
        case .int2: 2
        case .int4, .date: 4
        case .int8, .float8, .timestamptz: 8
        case .uuid: 16
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        case .jsonb(let json): json.count + 1
        case .array(let array): array.wire.count
        }
    }

    /// Writes the value in PostgreSQL's binary format, `byteCount` bytes, and moves on to the next.
    @unsafe
    public func write(to place: inout UnsafeMutablePointer<UInt8>) {
        switch self {
        case .null: break
        case .bool(let value): unsafe place.put(bigEndian: (value ? 1 : 0) as UInt8)
        case .int2(let value): unsafe place.put(bigEndian: value)
        case .int4(let value), .date(let value): unsafe place.put(bigEndian: value)
        case .int8(let value), .timestamptz(let value): unsafe place.put(bigEndian: value)
        case .float8(let value): unsafe place.put(bigEndian: value.bitPattern)
        case .uuid(let high, let low):
            unsafe place.put(bigEndian: high)
            unsafe place.put(bigEndian: low)
        case .text(let text):
            let utf8 = text.utf8Span
            let span = utf8.span
            unsafe span.withUnsafeBufferPointer { unsafe place.put($0) }
        case .bytes(let bytes): unsafe bytes.withUnsafeBufferPointer { unsafe place.put($0) }
        case .jsonb(let json):
            unsafe place.put(bigEndian: 1 as UInt8)  // the version of the binary format
            unsafe json.withUnsafeBufferPointer { unsafe place.put($0) }
        case .array(let array): unsafe array.wire.withUnsafeBufferPointer { unsafe place.put($0) }
        }
    }

    /// Appends the value in PostgreSQL's binary format, without a length; nothing for NULL.
    public func write(into buffer: inout [UInt8]) {
        let count = byteCount
        buffer.append(addingCapacity: count) { output in
            unsafe output.withUnsafeMutableBufferPointer { room, written in
                guard var place = room.baseAddress else { return }
                unsafe write(to: &place)
                written = count
            }
        }
    }
}

extension UnsafeMutablePointer<UInt8> {
    fileprivate mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(bigEndian value: Number) {
        unsafe UnsafeMutableRawPointer(self).storeBytes(of: value.bigEndian, as: Number.self)
        unsafe self += MemoryLayout<Number>.size
    }

    fileprivate mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        unsafe update(from: start, count: bytes.count)
        unsafe self += bytes.count
    }
}

extension [UInt8] {
    /// An integer in network order.
    mutating func append(bigEndian value: some FixedWidthInteger) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { unsafe append(contentsOf: $0) }
    }
}
