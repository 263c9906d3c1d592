public import Core
public import Postgres
import SQL

/// What somebody can show beside their password, and what the place they are at asks for.
public struct FactorOverview: Sendable, Hashable {
    /// An authenticator app is set up.
    public let hasApp: Bool
    /// So many passkeys open this host.
    public let passkeys: Int
    /// So many recovery codes are left.
    public let recoveryCodes: Int
    /// The tenant asks for a second factor from this moment on, of this person; nil when it asks for none.
    public let demanded: Timestamp?

    /// Whether anything is set up that counts here.
    public var hasFactor: Bool { hasApp || passkeys > 0 }

    /// An overview.
    public init(hasApp: Bool, passkeys: Int, recoveryCodes: Int, demanded: Timestamp?) {
        (self.hasApp, self.passkeys, self.recoveryCodes) = (hasApp, passkeys, recoveryCodes)
        self.demanded = demanded
    }

    /// How a person stands at a door, in one statement.
    public static func of(_ person: UserID, at door: Doorstep, _ control: PostgresDatabase) async throws
        -> FactorOverview
    {
        let rows = try await control.perform(
            """
            SELECT EXISTS (SELECT 1 FROM security.totp t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL), \
            (SELECT count(*) FROM security.passkey k WHERE k.person_id = p.id AND k.relying_party = \(door.host)), \
            (SELECT count(*) FROM security.recovery_code c WHERE c.person_id = p.id), \
            CASE WHEN y.second_factor = 'required' \
            OR (y.second_factor = 'admins' AND m.built_in IN ('owner', 'admin')) \
            THEN coalesce(y.grace_ends_at, p.created_at) END FROM security.person p \
            LEFT JOIN security.membership m ON m.person_id = p.id AND m.tenant_id = \(door.tenant) \
            LEFT JOIN security.tenant_policy y ON y.tenant_id = m.tenant_id WHERE p.id = \(person)
            """)
        guard let row = rows.first else {
            return FactorOverview(hasApp: false, passkeys: 0, recoveryCodes: 0, demanded: nil)
        }
        return FactorOverview(
            hasApp: try row.decode(0), passkeys: try row.decode(1), recoveryCodes: try row.decode(2),
            demanded: try row.decodeIfPresent(3))
    }
}
