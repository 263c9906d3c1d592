public import Core
public import HTTP

/// Blocks of addresses by their lengths: asking costs one look-up a length, however many there are.
public struct AddressSet: Sendable, Hashable {
    private var byLength: [Int: Set<IPAddress>] = [:]

    /// A set of blocks.
    public init(_ blocks: [AddressBlock] = []) {
        for block in blocks { byLength[Self.slot(block.base, block.prefixLength), default: []].insert(block.base) }
    }

    /// True when there is no block in it.
    public var isEmpty: Bool { byLength.isEmpty }

    /// Whether an address lies in a block; a mapped IPv4 address counts as IPv4.
    public func contains(_ address: IPAddress) -> Bool {
        let plain = address.unmapped
        return byLength.contains { slot, bases in
            guard let length = Self.length(slot, for: plain) else { return false }
            return bases.contains(plain.masked(length))
        }
    }

    /// Lengths of IPv6 lie above those of IPv4.
    private static func slot(_ base: IPAddress, _ length: Int) -> Int {
        if case .v4 = base { length } else { 100 + length }
    }

    private static func length(_ slot: Int, for address: IPAddress) -> Int? {
        if case .v4 = address { slot < 100 ? slot : nil } else { slot >= 100 ? slot - 100 : nil }
    }
}

extension IPAddress {
    /// With all bits behind the length cleared.
    fileprivate func masked(_ length: Int) -> IPAddress {
        switch self {
        case .v4(let value): .v4(length == 0 ? 0 : value & UInt32.max << UInt32(32 - length))
        case .v6(let high, let low):
            .v6(
                high: length == 0 ? 0 : length >= 64 ? high : high & UInt64.max << UInt64(64 - length),
                low: length <= 64 ? 0 : low & UInt64.max << UInt64(128 - length))
        }
    }
}

/// The addresses from which a tenant's people may come. None said means from anywhere.
public struct AddressAllowList: Sendable, Hashable {
    /// The blocks, as they were written.
    public let blocks: [AddressBlock]
    private let set: AddressSet

    /// More than an office has.
    public static let most = 500

    /// A list of blocks.
    public init(_ blocks: [AddressBlock] = []) {
        (self.blocks, set) = (Array(blocks.prefix(Self.most)), AddressSet(blocks))
    }

    /// Whether somebody may come from there. Who comes from nowhere that can be named may not, once there is a list.
    public func allows(_ address: IPAddress?) -> Bool {
        blocks.isEmpty || address.map(set.contains) ?? false
    }

    /// The list that shall hold from now on, unless it would keep out the one who makes it.
    public static func replacing(
        with blocks: [AddressBlock], askedFrom address: IPAddress?
    ) throws -> AddressAllowList {
        guard blocks.count <= most else { throw Problem(.unprocessable, detail: "At most \(most) blocks.") }
        let list = AddressAllowList(blocks)
        guard list.allows(address) else { throw Problem(.wouldLockOut) }
        return list
    }
}

/// The addresses that the operator lets in nowhere.
public struct AddressDenyList: Sendable, Hashable {
    private let set: AddressSet

    /// A list of blocks.
    public init(_ blocks: [AddressBlock] = []) { set = AddressSet(blocks) }

    /// True when nobody is on it.
    public var isEmpty: Bool { self.set.isEmpty }

    /// Whether the door stays shut.
    public func denies(_ address: IPAddress?) -> Bool { address.map(set.contains) ?? false }

    /// The list that shall hold from now on, unless it would shut out the operator who makes it.
    public static func replacing(
        with blocks: [AddressBlock], askedFrom address: IPAddress?
    ) throws -> AddressDenyList {
        let list = AddressDenyList(blocks)
        guard !list.denies(address) else { throw Problem(.wouldLockOut) }
        return list
    }
}

extension ProblemCode {
    /// The address is not among those that may come in.
    public static let addressNotAllowed = ProblemCode(
        "address-not-allowed", status: 403, title: "This is not allowed from your network")
    /// The change would keep out the one who makes it.
    public static let wouldLockOut = ProblemCode(
        "would-lock-out", status: 409, title: "This would keep you out yourself")
}
