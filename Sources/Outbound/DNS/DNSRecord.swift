public import HTTP

/// What a name server says of a name.
public struct DNSRecord: Sendable, Hashable {
    /// What is said.
    public enum Value: Sendable, Hashable {
        /// An address.
        case address(IPAddress)
        /// Another name, to be asked instead.
        case alias(DNSName)
        /// A text, its pieces joined.
        case text([UInt8])
    }

    /// Of which name.
    public let name: DNSName
    /// For how many seconds it may be kept.
    public let seconds: UInt32
    /// What.
    public let value: Value

    /// Reads one; nil for kinds that are not asked for.
    init?(_ reader: inout DNSReader) throws(DNSError) {
        let name = try reader.name()
        let (type, space, seconds) = (try reader.uint16(), try reader.uint16(), try reader.uint32())
        let end = Int(try reader.uint16()) + reader.position
        let value = try Self.value(type, end, &reader)
        guard reader.position <= end else { throw DNSError(.malformed, "a record longer than it says") }
        _ = try reader.take(end - reader.position)
        guard let name, let value, space == 1 else { return nil }
        // The highest bit counts as zero (RFC 2181, 8).
        (self.name, self.seconds, self.value) = (name, seconds >> 31 == 0 ? seconds : 0, value)
    }

    private static func value(_ type: UInt16, _ end: Int, _ reader: inout DNSReader) throws(DNSError) -> Value? {
        let size = end - reader.position
        switch DNSType(rawValue: type) {
        case .a, .aaaa:
            guard size == (type == DNSType.a.rawValue ? 4 : 16) else { throw DNSError(.malformed, "an address's size") }
            let bytes = Array(try reader.take(size))
            return IPAddress(networkBytes: bytes.span).map(Value.address)
        case .alias: return try reader.name().map(Value.alias)
        case .text:
            var text: [UInt8] = []
            while reader.position < end { text += try reader.take(Int(try reader.byte())) }
            return .text(text)
        case nil: return nil
        }
    }
}
