import Core
import ModuleKit
import Security

/// What somebody may hand to others: never more than they hold themselves.
struct Ceiling: Sendable {
    let grants: [String: Scope]
    /// What is hidden from them, or not theirs to change, so nothing wider goes through their hands.
    let fields: [String: FieldRule]
    let isOwner: Bool

    /// Whether rights lie within one's own.
    func covers(_ other: RoleRights) -> Bool {
        let isWithin = other.grants.allSatisfy { name, scope in grants[name].map { $0 >= scope } ?? false }
        // A field that is hidden from the giver stays hidden; one they may read can at most be read.
        return isWithin
            && fields.allSatisfy { name, rule in
                rule == .hidden ? other.fields[name] == .hidden : other.fields[name] != nil
            }
    }

    /// Refuses to hand out what is not held.
    func check(_ rights: RoleRights) throws {
        guard covers(rights) else { throw Problem.people(.grantsMore) }
    }

    /// What somebody can be made, or was: the owners' own role is theirs alone to give and take.
    func check(_ role: RoleRef, _ rights: RoleRights) throws {
        if role == .builtIn(.owner), !isOwner { throw Problem.people(.ownersOnly) }
        try check(rights)
    }
}

/// What a role holds and what it does not do with fields.
struct RoleRights: Sendable, Hashable {
    var grants: [String: Scope] = [:]
    var fields: [String: FieldRule] = [:]
}

/// A role of a tenant, as forms and programs name it: the word of a built-in one, or the number of an own one.
enum RoleRef: Sendable, Hashable {
    case builtIn(BuiltInRole)
    case own(UUIDv7)

    init?(_ text: String) {
        if let role = BuiltInRole(rawValue: text) {
            self = .builtIn(role)
        } else if let id = UUIDv7(text) {
            self = .own(id)
        } else {
            return nil
        }
    }

    var text: String {
        switch self {
        case .builtIn(let role): role.rawValue
        case .own(let id): id.description
        }
    }

    var builtIn: String? { if case .builtIn(let role) = self { role.rawValue } else { nil } }
    var own: UUIDv7? { if case .own(let id) = self { id } else { nil } }
}

extension ProblemCode {
    /// Who asks would give away more than they hold.
    static let grantsMore = ProblemCode(
        "grants-more", status: 403, title: "Nobody hands out more than they hold themselves")
    /// Owners are made and unmade by owners.
    static let ownersOnly = ProblemCode("owners-only", status: 403, title: "Only an owner gives or takes ownership")
    /// The tenant would be without an owner.
    static let lastOwner = ProblemCode("last-owner", status: 409, title: "A company keeps at least one owner")
    /// Somebody would close the door behind themselves.
    static let notOneself = ProblemCode("not-oneself", status: 409, title: "Nobody does this to themselves")
}
