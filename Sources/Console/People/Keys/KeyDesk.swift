import Core
import HTTP
import ModuleKit
import Postgres
import SQL
import Security

/// A program's key as lists show it.
struct ListedKey: Sendable {
    let id: UUIDv7
    let owner: UserID
    let ownerName: String
    let name: String
    let prefix: String
    let permissions: [String]
    let addresses: [String]
    let created: Timestamp
    let expires: Timestamp?
    let lastUsed: Timestamp?
}

/// What a new key is to be.
struct NewKey: Sendable {
    let name: String
    let permissions: [Permission]
    let addresses: [AddressBlock]
    let expires: Timestamp?
}

/// The keys of a tenant's programs.
struct KeyDesk: Sendable {
    let office: PeopleOffice
    let tenant: TenantID

    private var keys: APIKeys { APIKeys(office.control, clock: office.clock) }

    /// All that are not revoked, the newest first.
    func list() async throws -> [ListedKey] {
        try await office.control.perform(
            """
            SELECT k.id, k.person_id, p.name, k.name, k.prefix, k.permissions, k.addresses, k.created_at, k.expires_at, \
            k.last_used_at FROM security.api_key k JOIN security.person p ON p.id = k.person_id \
            WHERE k.tenant_id = \(tenant) AND k.revoked_at IS NULL ORDER BY k.created_at DESC, k.id LIMIT 500
            """
        ).map { try ListedKey($0) }
    }

    /// A new key of the one who asks, whose text is shown this once. It never holds what its maker does not.
    func make(_ new: NewKey, by staff: any StaffContext) async throws -> APIKeyText {
        try refuse(new.permissions, beyond: staff)
        return try await keys.make(
            new.name, for: staff.user, in: tenant, permissions: Set(new.permissions), from: new.addresses,
            until: new.expires)
    }

    /// Another secret for the same key; the old one opens nothing from then on. Only one's own: with another's key one
    /// would hold their rights.
    func rotate(_ id: UUIDv7, by staff: any StaffContext) async throws -> APIKeyText {
        let known = try await list().first { $0.id == id }
        guard let known else { throw Problem(.notFound) }
        guard known.owner == staff.user else { throw Problem.people(.anothersKey) }
        let book = try office.book
        try refuse(known.permissions.compactMap(book.permission), beyond: staff)
        guard let text = try await keys.rotate(id, of: tenant) else { throw Problem(.notFound) }
        return text
    }

    /// Ends a key, whoever's it is.
    func revoke(_ id: UUIDv7) async throws {
        guard try await keys.revoke(id, of: tenant) else { throw Problem(.notFound) }
    }

    private func refuse(_ permissions: [Permission], beyond staff: any StaffContext) throws {
        guard permissions.allSatisfy({ staff.may($0) }) else { throw Problem.people(.grantsMore) }
    }
}

extension ListedKey {
    init(_ row: Row) throws {
        (id, owner, ownerName) = (try row.decode(0), try row.decode(1), try row.decode(2))
        (name, prefix, permissions) = (try row.decode(3), try row.decode(4), try row.decode(5))
        (addresses, created) = (try row.decode(6), try row.decode(7))
        (expires, lastUsed) = (try row.decodeIfPresent(8), try row.decodeIfPresent(9))
    }
}

extension ProblemCode {
    /// A key works with its maker's rights.
    static let anothersKey = ProblemCode(
        "anothers-key", status: 403, title: "Only who made a key renews it; others may revoke it")
}
