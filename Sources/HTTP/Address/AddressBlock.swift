/// A block of addresses in CIDR notation (RFC 4632), such as `10.0.0.0/8` or `fd00::/8`.
public struct AddressBlock: Sendable, Hashable {
    /// The first address of the block.
    public let base: IPAddress
    /// How many leading bits all addresses of the block share.
    public let prefixLength: Int

    /// A block from its notation; an address alone is a block of one. A mapped IPv4 block is taken as IPv4.
    public init(_ text: some StringProtocol) throws(Mistake) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]) else { throw Mistake(text: String(text), kind: .address) }
        var length = address.width
        if parts.count == 2 {
            let digits = Array(parts[1].utf8)
            guard let given = digits.span.decimal(digits.span.all, upTo: address.width) else {
                throw Mistake(text: String(text), kind: .length)
            }
            length = given
        }
        guard let block = AddressBlock(base: address, prefixLength: length) else {
            throw Mistake(text: String(text), kind: .hostBits)
        }
        self = block
    }

    /// A block from its parts; nil when the length does not fit or a bit behind it is set.
    public init?(base: IPAddress, prefixLength: Int) {
        guard (0...base.width).contains(prefixLength), base.prefix(prefixLength) == base else { return nil }
        let isMapped = prefixLength >= 96 && base.unmapped != base
        self.base = isMapped ? base.unmapped : base
        self.prefixLength = isMapped ? prefixLength - 96 : prefixLength
    }

    /// Whether the address lies in the block; a mapped IPv4 address counts as IPv4.
    public func contains(_ address: IPAddress) -> Bool {
        let plain = address.unmapped
        return plain.width == base.width && plain.prefix(prefixLength) == base
    }

    /// What was wrong with a written block.
    public struct Mistake: Error, Hashable, Sendable, CustomStringConvertible {
        /// The kinds of mistake.
        public enum Kind: Sendable { case address, length, hostBits }
        /// What was given.
        public let text: String
        /// What is wrong with it.
        public let kind: Kind

        /// One sentence for the person who configures the server.
        public var description: String {
            switch kind {
            case .address: "“\(text)” does not begin with an IPv4 or IPv6 address."
            case .length: "“\(text)” has a prefix length that does not fit the address."
            case .hostBits: "“\(text)” has bits set behind its prefix length; write the first address of the block."
            }
        }
    }
}

extension AddressBlock: CustomStringConvertible {
    /// Base and prefix length.
    public var description: String { "\(base)/\(prefixLength)" }
}

extension AddressBlock {
    /// Several blocks, separated by commas, semicolons or blanks.
    public static func list(_ text: String) throws(Mistake) -> [AddressBlock] {
        var blocks: [AddressBlock] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
            blocks.append(try AddressBlock(part))
        }
        return blocks
    }
}

extension IPAddress {
    /// The number of bits of an address of this family.
    var width: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }

    /// The address with all bits behind the first `length` cleared.
    func prefix(_ length: Int) -> IPAddress {
        // `<<` by the full width gives zero in Swift, which is what a prefix of no bits needs.
        switch self {
        case .v4(let value): .v4(value & UInt32.max << (32 - min(length, 32)))
        case .v6(let high, let low):
            .v6(high: high & UInt64.max << (64 - min(length, 64)), low: low & UInt64.max << (64 - max(length - 64, 0)))
        }
    }
}
