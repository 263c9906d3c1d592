public import Core
public import Crypto

/// What was erased, as a row of `kernel.erasure` keeps it: how many rows of which table, and a hash over their keys. Who
/// kept a list of the keys can show that exactly these are gone; nobody learns from it what they held.
public struct ErasureProof: Sendable, Hashable {
    /// Of what.
    public enum Subject: String, Sendable, Hashable {
        /// All of a tenant.
        case tenant
        /// One person, or what was kept long enough.
        case person
    }

    /// The erased rows of a table.
    public struct Table: Sendable, Hashable, Codable {
        /// The table.
        public var table: String
        /// How many rows.
        public var rows: Int
        /// SHA-256 over their primary keys, in order, each a line of JSON.
        public var ids: String
    }

    /// What the column `counts` holds.
    struct Counts: Codable {
        var tables: [Table]
        var reason: String?
    }

    /// The row's id.
    public let id: UUIDv7
    /// Whose data they were.
    public let tenant: TenantID
    /// Of what.
    public let subject: Subject
    /// By table, in order of the names.
    public let tables: [Table]
    /// Why a tenant was erased that was not moving out.
    public let reason: String?
    /// When it was finished, as the database writes it.
    public let erasedAt: String
    /// The hash over all of it: `sha256:…`, or `hmac-sha256:…` under a key of the house.
    public let text: String

    /// All rows together.
    public var rows: Int { tables.reduce(0) { $0 + $1.rows } }

    /// The hash that the rest of the proof must have.
    public func expected(_ key: HeldSecret?) throws -> String {
        let lines = tables.sorted { $0.table < $1.table }.map { "\($0.table):\($0.rows):\($0.ids)\n" }.joined()
        let content = "konak.erasure.v1\n\(subject.rawValue)\n\(tenant)\n\(erasedAt)\n\(reason ?? "")\n\(lines)"
        let bytes = Array(content.utf8)
        guard let key else {
            let digest = try MessageDigest.of(bytes.span)
            return "sha256:" + Hex.encode(digest.span)
        }
        let code = try key.withSecret { key throws(CryptoFault) in try HMAC.code(of: bytes.span, key: key) }
        return "hmac-sha256:" + Hex.encode(code.span)
    }

    /// True when nothing of it was changed since.
    public func holds(_ key: HeldSecret? = nil) -> Bool { (try? expected(key)) == text }
}

extension ErasureProof {
    static let pending = "pending"

    init(
        _ id: UUIDv7, _ tenant: TenantID, _ subject: Subject, _ counts: Counts, at time: String, _ key: HeldSecret?
    ) throws {
        let tables = counts.tables.sorted { $0.table < $1.table }
        let bare = ErasureProof(
            id: id, tenant: tenant, subject: subject, tables: tables, reason: counts.reason, erasedAt: time, text: "")
        self.init(
            id: id, tenant: tenant, subject: subject, tables: tables, reason: counts.reason, erasedAt: time,
            text: try bare.expected(key))
    }

    /// The proofs that a tenant has, oldest first; an erasure that was broken off has none yet.
    public static func all(of tenant: TenantID, on session: OwnerSession) throws -> [ErasureProof] {
        try session.rows(
            """
            SELECT id, subject, counts, erased_at::text, proof FROM kernel.erasure
            WHERE tenant_id = $1::uuid AND proof <> '\(pending)' ORDER BY erased_at, id
            """, [tenant.description]
        ).compactMap { row in
            let cells = row.compactMap { $0 }
            guard cells.count == 5, let id = UUIDv7(cells[0]), let subject = Subject(rawValue: cells[1]) else {
                return nil
            }
            let counts = try JSONReader.decode(Counts.self, from: Array(cells[2].utf8))
            return ErasureProof(
                id: id, tenant: tenant, subject: subject, tables: counts.tables.sorted { $0.table < $1.table },
                reason: counts.reason, erasedAt: cells[3], text: cells[4])
        }
    }
}
