import Core
import ModuleKit
import Postgres
import SQL
import Security

/// One of a tenant's people, as lists show them.
struct Member: Sendable {
    /// How far they are let in.
    enum State: String, Sendable, CaseIterable {
        /// Asked to come; the link waits.
        case invited
        case active
        case suspended
        /// Kept out by the agency, in all its tenants.
        case disabled
    }

    let id: UserID
    let name: String
    let address: String
    let state: State
    let role: RoleRef
    /// The name of an own role.
    let roleName: String?
    let teams: [(id: TeamID, name: String)]
    let hasSecondFactor: Bool
    let lastSeen: Timestamp?
    let invited: Timestamp?

    /// The columns in the order of `init`, of membership m, person p and role r.
    static let columns: Query = """
        p.id, p.name, p.address, CASE WHEN p.state <> 'active' THEN p.state ELSE m.state END, m.built_in, m.role_id, \
        r.name, ARRAY(SELECT t.team_id FROM security.team_member t JOIN kernel.team n ON n.tenant_id = t.tenant_id \
        AND n.id = t.team_id WHERE t.tenant_id = m.tenant_id AND t.person_id = p.id ORDER BY n.name, n.id), \
        ARRAY(SELECT n.name FROM security.team_member t JOIN kernel.team n ON n.tenant_id = t.tenant_id \
        AND n.id = t.team_id WHERE t.tenant_id = m.tenant_id AND t.person_id = p.id ORDER BY n.name, n.id), \
        EXISTS (SELECT FROM security.totp f WHERE f.person_id = p.id AND f.confirmed_at IS NOT NULL) \
        OR EXISTS (SELECT FROM security.passkey f WHERE f.person_id = p.id), \
        (SELECT max(s.last_used_at) FROM security.session s WHERE s.person_id = p.id AND s.tenant_id = m.tenant_id \
        AND s.impersonation_id IS NULL), m.invited_at
        """

    /// The tables they come from; those who left are no members.
    static let tables: Query = """
        security.membership m JOIN security.person p ON p.id = m.person_id \
        LEFT JOIN security.role r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
        """

    init(_ row: Row) throws {
        (id, name, address) = (try row.decode(0), try row.decode(1), try row.decode(2))
        let word: String = try row.decode(3)
        state = State(rawValue: word) ?? .disabled
        let builtIn: String? = try row.decodeIfPresent(4)
        let own: UUIDv7? = try row.decodeIfPresent(5)
        role = builtIn.flatMap(BuiltInRole.init).map(RoleRef.builtIn) ?? own.map(RoleRef.own) ?? .builtIn(.readOnly)
        roleName = try row.decodeIfPresent(6)
        let (ids, names): ([TeamID], [String]) = (try row.decode(7), try row.decode(8))
        teams = zip(ids, names).map { (id: $0, name: $1) }
        (hasSecondFactor, lastSeen, invited) = (
            try row.decode(9), try row.decodeIfPresent(10), try row.decodeIfPresent(11)
        )
    }
}

/// What a list of people is narrowed to.
struct MemberFilter: Sendable, Hashable {
    var words = ""
    var role: RoleRef?
    var state: Member.State?
    var team: TeamID?
    var after: UserID?
    var isDescending = false

    static let pageSize = 50
}

/// One page of a list of people.
struct MemberList: Sendable {
    let members: [Member]
    /// Where the next page begins, if there is one.
    let next: UserID?
    /// How many the tenant has, whatever the list is narrowed to.
    let total: Int
}
