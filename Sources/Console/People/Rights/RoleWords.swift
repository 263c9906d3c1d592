import Core
import ModuleKit
import Security

/// How roles and reaches are called.
enum RoleWords {
    static func title(_ role: BuiltInRole) -> Words {
        switch role {
        case .owner: Words(tr: "Sahip", en: "Owner")
        case .admin: Words(tr: "Yönetici", en: "Admin")
        case .manager: Words(tr: "Ekip lideri", en: "Manager")
        case .member: Words(tr: "Çalışan", en: "Member")
        case .readOnly: Words(tr: "Salt okur", en: "Read-only")
        }
    }

    static func about(_ role: BuiltInRole) -> Words {
        switch role {
        case .owner:
            Words(tr: "Her şeyi yapar; sahipliği verir ve alır.", en: "Does everything; gives and takes ownership.")
        case .admin: Words(tr: "Sahiplik dışında her şeyi yapar.", en: "Does everything but give ownership.")
        case .manager:
            Words(
                tr: "Her şeyi görür, ekiplerinin kayıtlarıyla çalışır.",
                en: "Sees everything, works with the teams' records.")
        case .member:
            Words(
                tr: "Ekibinin kayıtlarını görür, kendi kayıtlarıyla çalışır.",
                en: "Sees the teams' records, works with their own.")
        case .readOnly: Words(tr: "Görür, hiçbir şeyi değiştirmez.", en: "Sees, and changes nothing.")
        }
    }

    static func title(_ role: RoleName) -> Words {
        switch role {
        case .builtIn(let role): title(role)
        case .own(let name): Words(alike: name)
        }
    }

    static func reach(_ scope: Scope) -> Words {
        switch scope {
        case .own: Words(tr: "kendi kayıtları", en: "their own records")
        case .team: Words(tr: "ekibinin kayıtları", en: "the team's records")
        case .all: Words(tr: "tüm kayıtlar", en: "all records")
        }
    }

    static func state(_ state: Member.State) -> Words {
        switch state {
        case .invited: Words(tr: "Davetli", en: "Invited")
        case .active: Words(tr: "Etkin", en: "Active")
        case .suspended: Words(tr: "Askıda", en: "Suspended")
        case .disabled: Words(tr: "Kapalı", en: "Closed")
        }
    }
}
