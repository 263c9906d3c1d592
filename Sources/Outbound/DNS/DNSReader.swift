/// Reads a message from its front. Whatever it holds: no step leaves the message, and every name ends.
struct DNSReader {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() throws(DNSError) -> UInt8 {
        guard position < bytes.count else { throw DNSError(.malformed, "cut short") }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func uint16() throws(DNSError) -> UInt16 {
        let high = try byte()
        return UInt16(high) << 8 | UInt16(try byte())
    }

    mutating func uint32() throws(DNSError) -> UInt32 {
        let high = try uint16()
        return UInt32(high) << 16 | UInt32(try uint16())
    }

    mutating func take(_ count: Int) throws(DNSError) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw DNSError(.malformed, "cut short") }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// A name, its pointers followed; nil for the root and for names no host of ours can have.
    mutating func name() throws(DNSError) -> DNSName? {
        var labels: [ArraySlice<UInt8>] = []
        var (length, end, start) = (1, Int?.none, position)
        while true {
            let size = try byte()
            if size == 0 { break }
            switch size & 0xc0 {
            case 0x00:
                length += Int(size) + 1
                guard length <= 255 else { throw DNSError(.malformed, "a name too long") }
                labels.append(try take(Int(size)))
            case 0xc0:
                let target = Int(size & 0x3f) << 8 | Int(try byte())
                // Each jump goes further back than the last, so there is no circle.
                guard target < start else { throw DNSError(.malformed, "a pointer forwards") }
                if end == nil { end = position }
                (position, start) = (target, target)
            default: throw DNSError(.malformed, "a label of unknown kind")
            }
        }
        if let end { position = end }
        return DNSName(labels: labels)
    }
}
