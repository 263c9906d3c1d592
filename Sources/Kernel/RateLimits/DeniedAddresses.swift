public import HTTP
public import Postgres

/// The operator's list of addresses that are let in nowhere. Every node has it in memory, and is told with the commit.
public struct DeniedAddresses: ~Copyable {
    private let control: ScriptConnection

    /// Works on a connection of konak_control.
    public init(control: consuming ScriptConnection) { self.control = control }

    /// One block on the list.
    public struct Entry: Sendable, Hashable {
        /// The block.
        public let block: AddressBlock
        /// Why; empty when nobody said.
        public let reason: String
        /// Since when, as RFC 3339 has it.
        public let since: String
    }

    /// More would be a firewall.
    public static let most = 10_000

    /// All of them.
    public func list() throws -> [Entry] {
        try control.rows(
            """
            SELECT block, reason, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            FROM kernel.denied_address ORDER BY created_at, block
            """
        ).compactMap { row in
            guard row.count == 3, let text = row[0], let reason = row[1], let since = row[2],
                let block = try? AddressBlock(text)
            else { return nil }
            return Entry(block: block, reason: reason, since: since)
        }
    }

    /// Lets nobody of a block in from now on. What would shut out the one who does it, the house itself or its proxies is
    /// refused.
    public func deny(_ block: AddressBlock, reason: String = "", sparing spared: [AddressBlock]) throws {
        if let own = (Self.own + spared).first(where: { $0.overlaps(block) }) {
            throw DeniedAddressFault.wouldLockOut(block: block, own: own)
        }
        guard reason.count <= 200 else { throw DeniedAddressFault.longReason }
        let counted = try control.rows("SELECT count(*) FROM kernel.denied_address").first?[0].flatMap { Int($0) } ?? 0
        guard counted < Self.most else { throw DeniedAddressFault.tooMany }
        _ = try control.rows(
            """
            INSERT INTO kernel.denied_address (block, reason) VALUES ($1, $2)
            ON CONFLICT (block) DO UPDATE SET reason = excluded.reason
            """, [block.description, reason])
    }

    /// Takes a block off the list; false when it is not on it.
    public func allow(_ block: AddressBlock) throws -> Bool {
        try !control.rows("DELETE FROM kernel.denied_address WHERE block = $1 RETURNING block", [block.description])
            .isEmpty
    }

    /// This machine, which asks itself whether it is well.
    private static let own = ["127.0.0.0/8", "::1/128"].compactMap { try? AddressBlock($0) }
}

extension AddressBlock {
    /// Whether any address is in both.
    func overlaps(_ other: AddressBlock) -> Bool { contains(other.base) || other.contains(base) }
}

/// Why the list stays as it is.
public enum DeniedAddressFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Somebody who must get in would stand outside.
    case wouldLockOut(block: AddressBlock, own: AddressBlock)
    /// A reason is a sentence.
    case longReason
    /// The list is full.
    case tooMany

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .wouldLockOut(let block, let own):
            "\(block) holds addresses of \(own), which is this machine, a proxy of ours or where you come from: that would"
                + " lock you out"
        case .longReason: "a reason has at most 200 characters"
        case .tooMany: "\(DeniedAddresses.most) blocks are denied already: so many are a firewall's work"
        }
    }
}
