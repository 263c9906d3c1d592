public import Core
import Crypto
public import HTTP
public import ModuleKit
public import Postgres
import SQL

/// The text of a key: `konak_`, twelve letters by which it is found and named, and 256 bits that are shown once.
public struct APIKeyText: Sendable, CustomStringConvertible {
    /// What lists and logs show.
    public let prefix: String
    let secret: SecretToken

    private static let start = "konak_"

    init() {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
        prefix = String(SecureRandom.bytes(12).map { letters[Int($0 & 31)] })
        secret = .random()
    }

    /// A key from outside; nil for anything but its one spelling.
    public init?(_ text: some StringProtocol) {
        let parts = text.dropFirst(Self.start.count).split(separator: "_", maxSplits: 1)
        guard text.utf8.count == 62, text.hasPrefix(Self.start), parts.count == 2, parts[0].utf8.count == 12,
            let secret = SecretToken(parts[1])
        else { return nil }
        (prefix, self.secret) = (String(parts[0]), secret)
    }

    /// All of it, for the one time that it is shown.
    public func reveal() -> String { "\(Self.start)\(prefix)_\(secret.reveal())" }

    /// Only what may be shown.
    public var description: String { "\(Self.start)\(prefix)_…" }
}

/// A key as lists show it.
public struct APIKey: Sendable, Hashable {
    /// Its number.
    public let id: UUIDv7
    /// Whose rights it works within.
    public let person: UserID
    /// What it is called.
    public let name: String
    /// Its beginning.
    public let prefix: String
    /// What it may do of what the person may.
    public let permissions: [String]
    /// From where; empty is from anywhere.
    public let addresses: [AddressBlock]
    /// Until when.
    public let expires: Timestamp?
    /// About when it was used last.
    public let lastUsed: Timestamp?
}

/// The keys of programs, hashed. A key works within the rights of who made it, so it ends with them.
public struct APIKeys: Sendable {
    let control: PostgresDatabase
    let clock: any WallClock

    /// Keys.
    public init(_ control: PostgresDatabase, clock: any WallClock) { (self.control, self.clock) = (control, clock) }

    /// A new key. Its text is shown this once.
    public func make(
        _ name: String, for person: UserID, in tenant: TenantID, permissions: Set<Permission>,
        from addresses: [AddressBlock] = [], until expires: Timestamp? = nil
    ) async throws -> APIKeyText {
        let text = APIKeyText()
        _ = try await control.perform(
            """
            INSERT INTO security.api_key (id, tenant_id, person_id, name, prefix, secret_hash, permissions, addresses, \
            created_at, expires_at) VALUES (\(UUIDv7.make()), \(tenant), \(person), \(name), \(text.prefix), \
            \(try text.secret.hash()), \(permissions.map(\.text).sorted()), \(addresses.map(\.description)), \
            \(clock.now()), \(expires))
            """)
        return text
    }

    /// A tenant's keys.
    public func list(of tenant: TenantID) async throws -> [APIKey] {
        try await control.perform(
            """
            SELECT id, person_id, name, prefix, permissions, addresses, expires_at, last_used_at FROM security.api_key \
            WHERE tenant_id = \(tenant) AND revoked_at IS NULL ORDER BY created_at, id LIMIT 500
            """
        ).map { try APIKey($0) }
    }

    /// Ends a key of a tenant; false when there is none of that number.
    public func revoke(_ key: UUIDv7, of tenant: TenantID) async throws -> Bool {
        let rows = try await control.perform(
            """
            UPDATE security.api_key SET revoked_at = \(clock.now()) \
            WHERE id = \(key) AND tenant_id = \(tenant) AND revoked_at IS NULL RETURNING id
            """)
        return !rows.isEmpty
    }

    /// The key of a text in a tenant, from an address; nil when it is unknown, revoked, too old, or not allowed from
    /// there. Compared by the hash of all its bits, so its time tells nothing.
    public func key(of text: APIKeyText, in tenant: TenantID, from address: IPAddress?) async throws -> APIKey? {
        let now = clock.now()
        let rows = try await control.perform(
            """
            SELECT k.id, k.person_id, k.name, k.prefix, k.permissions, k.addresses, k.expires_at, k.last_used_at \
            FROM security.api_key k JOIN security.person p ON p.id = k.person_id AND p.state = 'active' \
            JOIN security.membership m ON m.tenant_id = k.tenant_id AND m.person_id = p.id AND m.state = 'active' \
            WHERE k.prefix = \(text.prefix) AND k.secret_hash = \(try text.secret.hash()) AND k.tenant_id = \(tenant) \
            AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > \(now))
            """)
        guard let key = try rows.first.map({ try APIKey($0) }) else { return nil }
        guard key.addresses.isEmpty || address.map({ at in key.addresses.contains { $0.contains(at) } }) == true else {
            return nil
        }
        if key.lastUsed.map({ now - $0 >= SessionTimes.precision }) ?? true {
            _ = try await control.perform("UPDATE security.api_key SET last_used_at = \(now) WHERE id = \(key.id)")
        }
        return key
    }
}

extension APIKey {
    init(_ row: Row) throws {
        let blocks: [String] = try row.decode(5)
        (id, person, name) = (try row.decode(0), try row.decode(1), try row.decode(2))
        (prefix, permissions) = (try row.decode(3), try row.decode(4))
        addresses = try blocks.map { try AddressBlock($0) }
        (expires, lastUsed) = (try row.decodeIfPresent(6), try row.decodeIfPresent(7))
    }
}
