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

    /// Appends the value in PostgreSQL's binary format, without a length; nothing for NULL.
    public func write(into buffer: inout [UInt8]) {
        switch self {
        case .null: break
        case .bool(let value): buffer.append(value ? 1 : 0)
        case .int2(let value): buffer.append(bigEndian: value)
        case .int4(let value), .date(let value): buffer.append(bigEndian: value)
        case .int8(let value), .timestamptz(let value): buffer.append(bigEndian: value)
        case .float8(let value): buffer.append(bigEndian: value.bitPattern)
        case .uuid(let high, let low):
            buffer.append(bigEndian: high)
            buffer.append(bigEndian: low)
        case .text(let text): buffer.append(contentsOf: text.utf8)
        case .bytes(let bytes): buffer.append(contentsOf: bytes)
        case .jsonb(let json):
            buffer.append(1)  // the version of the binary format
            buffer.append(contentsOf: json)
        case .array(let array): buffer.append(contentsOf: array.wire)
        }
    }
}

extension [UInt8] {
    /// An integer in network order.
    mutating func append(bigEndian value: some FixedWidthInteger) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { unsafe append(contentsOf: $0) }
    }
}
