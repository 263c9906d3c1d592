import Core
import Postgres
import SQL

/// How strict a tenant is with its doors.
struct DoorPolicy: Sendable, Hashable {
    /// Of whom a second factor is asked.
    enum SecondFactor: String, Sendable, CaseIterable {
        case optional
        /// Of owners and admins.
        case admins
        /// Of everybody.
        case required
    }

    var secondFactor = SecondFactor.optional
    /// Until then it may be missing.
    var graceEnds: Timestamp?
    /// From where people may come; empty is from anywhere.
    var addresses: [String] = []
}

/// A tenant's own policy.
struct DoorPolicies: Sendable {
    let office: PeopleOffice
    let tenant: TenantID

    /// What holds now.
    func find() async throws -> DoorPolicy {
        let rows = try await office.control.perform(
            """
            SELECT second_factor, grace_ends_at, allowed_addresses FROM security.tenant_policy \
            WHERE tenant_id = \(tenant)
            """)
        guard let row = rows.first else { return DoorPolicy() }
        let word: String = try row.decode(0)
        return DoorPolicy(
            secondFactor: DoorPolicy.SecondFactor(rawValue: word) ?? .required,
            graceEnds: try row.decodeIfPresent(1), addresses: try row.decode(2))
    }

    /// Of whom a second factor is asked, and from when on.
    func demand(_ factor: DoorPolicy.SecondFactor, graceEnds: Timestamp?) async throws {
        _ = try await office.control.perform(
            """
            INSERT INTO security.tenant_policy (tenant_id, second_factor, grace_ends_at) \
            VALUES (\(tenant), \(factor.rawValue), \(graceEnds)) ON CONFLICT (tenant_id) DO UPDATE \
            SET second_factor = excluded.second_factor, grace_ends_at = excluded.grace_ends_at
            """)
    }

    /// Who would be asked for a second factor and has none yet.
    func lacking(_ factor: DoorPolicy.SecondFactor) async throws -> Int {
        guard factor != .optional else { return 0 }
        let rows = try await office.control.perform(
            """
            SELECT count(*) FROM security.membership m JOIN security.person p ON p.id = m.person_id \
            AND p.state = 'active' WHERE m.tenant_id = \(tenant) AND m.state = 'active' \
            AND (\(factor == .required) OR m.built_in IN ('owner', 'admin')) \
            AND NOT EXISTS (SELECT FROM security.totp f WHERE f.person_id = p.id AND f.confirmed_at IS NOT NULL) \
            AND NOT EXISTS (SELECT FROM security.passkey f WHERE f.person_id = p.id)
            """)
        return try rows.first?.decode(0) ?? 0
    }
}
