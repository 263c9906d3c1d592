/// What kind of record is asked for.
public enum DNSType: UInt16, Sendable, Hashable {
    case a = 1
    case alias = 5
    case text = 16
    case aaaa = 28
}

/// What a name server is asked.
public struct DNSQuestion: Sendable, Hashable {
    /// About which name.
    public let name: DNSName
    /// For which records.
    public let type: DNSType

    /// A question.
    public init(_ name: DNSName, _ type: DNSType) { (self.name, self.type) = (name, type) }

    /// The message that asks it: recursion wanted, and by EDNS (RFC 6891) room for answers that no path cuts in two.
    public func message(id: UInt16) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.text.utf8.count + 29)
        Self.append(id, to: &bytes)
        bytes += [0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 1]
        for label in name.text.utf8.split(separator: UInt8(ascii: ".")) {
            bytes.append(UInt8(truncatingIfNeeded: label.count))
            bytes += label
        }
        bytes.append(0)
        Self.append(type.rawValue, to: &bytes)
        bytes += [0, 1]
        bytes += [0, 0, 41, UInt8(Self.datagram >> 8), UInt8(Self.datagram & 0xff), 0, 0, 0, 0, 0, 0]
        return bytes
    }

    /// The largest answer taken in one datagram.
    static let datagram = 1_232

    private static func append(_ value: UInt16, to bytes: inout [UInt8]) {
        bytes.append(UInt8(value >> 8))
        bytes.append(UInt8(value & 0xff))
    }
}
