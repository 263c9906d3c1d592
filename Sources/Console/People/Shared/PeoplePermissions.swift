import Core
import ModuleKit

/// What roles may hold of a tenant's people.
extension Permission {
    static let readMembers = Permission(
        "people.member.read", title: Words(tr: "Kişileri ve ekipleri görme", en: "See people and teams"))
    static let manageMembers = Permission(
        "people.member.manage",
        title: Words(tr: "Davet etme, rol verme, askıya alma", en: "Invite, give roles, suspend"))
    static let manageTeams = Permission(
        "people.team.manage", title: Words(tr: "Ekipleri düzenleme", en: "Change teams"))
    static let readRoles = Permission(
        "people.role.read", title: Words(tr: "Rolleri ve izinleri görme", en: "See roles and rights"))
    static let manageRoles = Permission(
        "people.role.manage", title: Words(tr: "Rolleri düzenleme", en: "Change roles"))
    static let manageKeys = Permission(
        "people.key.manage", title: Words(tr: "API anahtarlarını yönetme", en: "Manage API keys"))
    static let managePolicy = Permission(
        "people.policy.manage", title: Words(tr: "Giriş güvenliğini ayarlama", en: "Set the sign-in policy"))
    static let manageDepartures = Permission(
        "people.departure.manage",
        title: Words(tr: "Ayrılanın kayıtlarını devretme", en: "Hand over when somebody leaves"))

    /// All of them.
    static let ofPeople: [Permission] = [
        .readMembers, .manageMembers, .manageTeams, .readRoles, .manageRoles, .manageKeys, .managePolicy,
        .manageDepartures,
    ]
}
