public import ModuleKit

/// The roles that every tenant has. They are rules over the names of permissions, so that a module that is installed
/// tomorrow fits into them.
public enum BuiltInRole: String, Sendable, Hashable, CaseIterable {
    /// May everything.
    case owner
    /// May everything; ownership itself is the owner's to give away.
    case admin
    /// Sees all and works with what is the teams'.
    case manager
    /// Sees what is the teams' and works with their own.
    case member
    /// Sees, and changes nothing.
    case readOnly = "read_only"

    /// The last words of permissions that change nothing.
    private static let readings: Set<String> = ["read", "view", "list", "see"]
    /// The last words of permissions that set the house up, or carry data out of it.
    private static let administrations: Set<String> = [
        "administer", "configure", "manage", "settings", "export", "import", "erase", "impersonate", "connect",
    ]

    /// With whose records this role holds a permission; nil when it does not.
    public func scope(for permission: Permission) -> Scope? {
        let action = permission.text.split(separator: ".").last.map(String.init) ?? ""
        let isReading = Self.readings.contains(action)
        switch self {
        case .owner, .admin: return .all
        case .readOnly: return isReading ? .all : nil
        case .manager:
            if Self.administrations.contains(action) { return nil }
            return isReading || !permission.isScoped ? .all : .team
        case .member:
            if Self.administrations.contains(action) { return nil }
            guard permission.isScoped else { return isReading ? .all : nil }
            return isReading ? .team : .own
        }
    }
}
