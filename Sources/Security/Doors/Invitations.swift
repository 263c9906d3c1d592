public import Core
public import Postgres
import SQL

/// Asks people in: enters who is not there yet, says where they belong, and makes the link that lets them in.
public struct Invitations: Sendable {
    /// Where somebody is asked to.
    public enum Place: Sendable, Hashable {
        /// Into a tenant, in a role that every tenant has.
        case tenant(TenantID, BuiltInRole)
        /// Into a tenant, in a role that it made itself.
        case role(TenantID, UUIDv7)
        /// Into an agency, or to the operator where there is none.
        case house(AgencyID?, HouseRole)
    }

    /// What somebody is in an agency itself, or at the operator's.
    public enum HouseRole: String, Sendable, Hashable, CaseIterable {
        /// May everything.
        case owner
        /// May everything; ownership itself is the owner's to give away.
        case admin
        /// Works there.
        case member
    }

    /// What came of an invitation.
    public enum Outcome: Sendable {
        /// The person has no account yet: the link lets them make one.
        case invited(UserID, SecretToken, host: String)
        /// The person has an account in this agency and belongs to the place from now on.
        case joined(UserID, host: String)
        /// The person is kept out of the agency; who asks must let them in again first.
        case keptOut
        /// There is no such place, or no host that a link could lead to.
        case nowhere
    }

    private let control: PostgresDatabase
    private let links: OneTimeLinks
    private let operatorHost: String?

    /// Invitations. The operator's own host is not in the tables: it is given.
    public init(_ control: PostgresDatabase, clock: any WallClock, operatorHost: String? = nil) {
        (self.control, self.operatorHost) = (control, operatorHost)
        links = OneTimeLinks(control, clock: clock)
    }

    /// Asks somebody in. Asked again, the earlier link ends; a role that they have stays what it is.
    public func invite(
        _ address: LoginAddress, name: String, language: Language, to place: Place
    ) async throws -> Outcome {
        guard let (agency, host) = try await home(of: place) else { return .nowhere }
        let answers = try await control.perform(all: [
            """
            INSERT INTO security.person (id, agency_id, address, address_key, name, language, state) \
            VALUES (\(UserID.make()), \(agency), \(address.text), \(address.key), \(name), \(language.rawValue), \
            'invited') ON CONFLICT (agency_id, address_key) DO NOTHING
            """,
            Self.belonging(to: place, address, agency),
            """
            SELECT id, state FROM security.person \
            WHERE agency_id IS NOT DISTINCT FROM \(agency) AND address_key = \(address.key)
            """,
        ])
        guard let row = answers.last?.first else { return .nowhere }
        let (person, state): (UserID, String) = (try row.decode(0), try row.decode(1))
        switch Profile.State(rawValue: state) {
        case .active: return .joined(person, host: host)
        case .invited:
            let link = OneTimeLinks.Link(about: person.uuid, agency: agency, tenant: place.tenant)
            return .invited(person, try await links.make(.invitation, link, host: host), host: host)
        case .disabled, nil: return .keptOut
        }
    }

    /// The host that letters of a door lead to: its house's first, which need not be the one somebody stands at.
    public func host(of door: Doorstep) async throws -> String? {
        try await home(agency: door.agency, tenant: door.tenant)?.1
    }

    /// Whose the place is, and the host that mail to its people leads to: the same that letters are written with.
    private func home(of place: Place) async throws -> (AgencyID?, String)? {
        let agency: AgencyID? = if case .house(let agency, _) = place { agency } else { nil }
        return try await home(agency: agency, tenant: place.tenant)
    }

    private func home(agency: AgencyID?, tenant: TenantID?) async throws -> (AgencyID?, String)? {
        let rows = try await control.perform(
            """
            SELECT w.agency_id, (SELECT d.host FROM kernel.domain d \
            WHERE d.agency_id IS NOT DISTINCT FROM w.agency_id AND d.tenant_id IS NOT DISTINCT FROM w.tenant_id \
            AND d.state = 'verified' AND d.surface = w.surface ORDER BY d.is_primary DESC, d.host LIMIT 1) \
            FROM (SELECT coalesce(\(agency), t.agency_id) AS agency_id, t.id AS tenant_id, CASE WHEN t.id IS NOT NULL \
            THEN 'app' WHEN \(agency)::uuid IS NOT NULL THEN 'agency' ELSE 'operator' END AS surface \
            FROM (SELECT 1) one LEFT JOIN kernel.tenant t ON t.id = \(tenant)) w
            """)
        let isOperators = agency == nil && tenant == nil
        guard let row = rows.first, let host: String = try row.decodeIfPresent(1) ?? (isOperators ? operatorHost : nil)
        else { return nil }
        return (try row.decodeIfPresent(0), host)
    }

    private static func belonging(to place: Place, _ address: LoginAddress, _ agency: AgencyID?) -> Query {
        let who: Query = """
            p.agency_id IS NOT DISTINCT FROM \(agency) AND p.address_key = \(address.key) AND p.state <> 'disabled'
            """
        return switch place {
        case .tenant(let tenant, let role):
            """
            INSERT INTO security.membership (tenant_id, person_id, built_in) \
            SELECT \(tenant), p.id, \(role.rawValue) FROM security.person p WHERE \(fragment: who) \
            ON CONFLICT (tenant_id, person_id) DO NOTHING
            """
        case .role(let tenant, let role):
            """
            INSERT INTO security.membership (tenant_id, person_id, role_id) \
            SELECT \(tenant), p.id, \(role) FROM security.person p WHERE \(fragment: who) \
            ON CONFLICT (tenant_id, person_id) DO NOTHING
            """
        case .house(_, let role):
            """
            UPDATE security.person p SET house_role = \(role.rawValue) \
            WHERE \(fragment: who) AND p.house_role IS NULL
            """
        }
    }
}

extension Invitations.Place {
    /// The tenant; nil above the tenants.
    public var tenant: TenantID? {
        switch self {
        case .tenant(let tenant, _), .role(let tenant, _): tenant
        case .house: nil
        }
    }
}
