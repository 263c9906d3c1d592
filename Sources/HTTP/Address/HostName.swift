/// The name of a host as it was asked for: a name of DNS or an address, always in lower case and without trailing dot.
///
/// Only letters, digits and hyphens make a name. Underscores are refused: no public certificate can carry them, so no
/// customer's domain can. A name that ends in a number must be an IPv4 address in its one canonical spelling, because
/// browsers read `127.1`, `0x7f.1` and `2130706433` as addresses.
public struct HostName: Sendable, Hashable, CustomStringConvertible {
    /// The name; an IPv6 address in brackets, in its canonical form.
    public let text: String
    /// The address, if the host is one.
    public let address: IPAddress?

    /// A host from outside; nil when it is not exactly one.
    public init?(_ text: String) { self.init(parsing: text.utf8.span) }

    /// The same from bytes.
    public init?(parsing bytes: Span<UInt8>) { self.init(bytes, bytes.all) }

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard let first = range.first else { return nil }
        if bytes[first] == Byte.openBracket {
            self.init(bracketed: bytes, range)
        } else if let value = IPAddress.quad(bytes, range) {
            self.init(.v4(value))
        } else {
            self.init(name: bytes, range)
        }
    }

    /// The host that is an address.
    public init(_ address: IPAddress) {
        self.address = address
        switch address {
        case .v4: text = address.description
        case .v6: text = "[\(address)]"
        }
    }

    private init?(bracketed bytes: Span<UInt8>, _ range: Range<Int>) {
        guard bytes[range.upperBound - 1] == Byte.closeBracket, range.count > 3,
            let address = IPAddress(v6: bytes, range.lowerBound + 1..<range.upperBound - 1)
        else { return nil }
        self.init(address)
    }

    private init?(name bytes: Span<UInt8>, _ range: Range<Int>) {
        var range = range
        if bytes[range.upperBound - 1] == Byte.dot { range = range.lowerBound..<range.upperBound - 1 }
        guard (1...253).contains(range.count), Self.areLabels(bytes, range),
            let text = bytes.lowercasedText(range)
        else { return nil }
        self.text = text
        address = nil
    }

    /// Labels of 1…63 letters, digits and inner hyphens; the last not a number.
    private static func areLabels(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound where index == range.upperBound || bytes[index] == Byte.dot {
            guard isLabel(bytes, start..<index) else { return false }
            if index == range.upperBound { return !isNumber(bytes, start..<index) }
            start = index + 1
        }
        return false
    }

    private static func isLabel(_ bytes: Span<UInt8>, _ label: Range<Int>) -> Bool {
        (1...63).contains(label.count) && bytes[label.lowerBound] != Byte.dash
            && bytes[label.upperBound - 1] != Byte.dash
            && bytes.allSatisfy(in: label) { $0.isLetter || $0.isDigit || $0 == Byte.dash }
    }

    /// Digits alone, or `0x` and hexadecimal digits: what a browser takes for the end of an IPv4 address.
    private static func isNumber(_ bytes: Span<UInt8>, _ label: Range<Int>) -> Bool {
        if bytes.allSatisfy(in: label, \.isDigit) { return true }
        let digits = label.dropFirst(2)
        return label.count >= 2 && bytes[label.lowerBound] == Byte.zero
            && bytes[label.lowerBound + 1].lowercased == UInt8(ascii: "x")
            && bytes.allSatisfy(in: digits) { $0.hexDigit != nil }
    }

    /// The name itself.
    public var description: String { text }
}
