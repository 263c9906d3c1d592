public import Core
public import ModuleKit

/// One of a tenant's people, known by what came with the request.
public struct StaffPrincipal: Sendable {
    /// All of it in one piece: a principal is handed on several times, which then costs one count each.
    private final class Content: Sendable {
        let user: UserID
        let tenant: TenantID
        let grants: [String: Scope]
        let teams: [TeamID]
        let fields: [String: FieldRule]
        let session: HeldSession?
        let person: PersonProfile?
        let key: UUIDv7?

        init(
            _ user: UserID, _ tenant: TenantID, _ grants: [String: Scope], _ teams: [TeamID],
            _ fields: [String: FieldRule], _ session: HeldSession?, _ person: PersonProfile?, _ key: UUIDv7?
        ) {
            (self.user, self.tenant, self.grants, self.teams) = (user, tenant, grants, teams)
            (self.fields, self.session, self.person, self.key) = (fields, session, person, key)
        }
    }

    private let content: Content
    /// What is left of their pace.
    var allowance: PaceAllowance?

    /// Who.
    public var user: UserID { content.user }
    /// In which tenant.
    public var tenant: TenantID { content.tenant }
    /// What the role holds, by the permission's name. A built-in role's are one dictionary for everybody.
    public var grants: [String: Scope] { content.grants }
    /// Their teams.
    public var teams: [TeamID] { content.teams }
    /// What the role does not do with fields, by the field's name.
    public var fields: [String: FieldRule] { content.fields }
    /// The session they are signed in by; nil for a program with a key.
    public var session: HeldSession? { content.session }
    /// What they are called; nil for a program with a key.
    public var person: PersonProfile? { content.person }
    /// The key that a program came with instead of a session.
    public var key: UUIDv7? { content.key }

    /// Somebody.
    public init(
        user: UserID, tenant: TenantID, grants: [String: Scope], teams: [TeamID] = [],
        fields: [String: FieldRule] = [:], session: HeldSession? = nil, person: PersonProfile? = nil,
        key: UUIDv7? = nil
    ) {
        content = Content(user, tenant, grants, teams, fields, session, person, key)
    }

    /// Somebody who holds these with all records.
    public init(
        user: UserID, tenant: TenantID, permissions: Set<String>, session: HeldSession? = nil,
        person: PersonProfile? = nil, key: UUIDv7? = nil
    ) {
        let grants = Dictionary(permissions.map { ($0, Scope.all) }) { first, _ in first }
        self.init(user: user, tenant: tenant, grants: grants, session: session, person: person, key: key)
    }

    /// The names of what the role holds.
    public var permissions: Set<String> { Set(grants.keys) }
}
