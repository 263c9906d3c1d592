public import HTTP

/// A name of DNS, in lower case and without trailing dot. Labels may hold an underscore, as names of services do.
public struct DNSName: Sendable, Hashable, CustomStringConvertible {
    /// The labels, joined by dots.
    public let text: String

    /// A name as people write it; nil unless it is one.
    public init?(_ text: String) {
        let bare = text.hasSuffix(".") ? text.dropLast() : text[...]
        guard (1...253).contains(bare.utf8.count),
            bare.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(Self.isLabel)
        else { return nil }
        self.text = bare.lowercased()
    }

    /// The name of a host; nil for an address.
    public init?(_ host: HostName) {
        guard host.address == nil else { return nil }
        self.init(host.text)
    }

    /// From the labels of a message; nil when one holds a byte that no name of ours can hold.
    init?(labels: [ArraySlice<UInt8>]) {
        guard !labels.isEmpty, labels.allSatisfy({ Self.isLabel($0) }) else { return nil }
        text = labels.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: ".")
    }

    private static func isLabel(_ label: some Collection<UInt8>) -> Bool {
        (1...63).contains(label.count)
            && label.allSatisfy {
                ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2d || $0 == 0x5f
            }
    }

    /// The name itself.
    public var description: String { text }
}
