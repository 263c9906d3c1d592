public import Kernel
public import ModuleKit

/// Every permission that a module of the house declares. What is not in it, nobody holds.
public struct PermissionCatalogue: Sendable {
    private let byName: [String: (permission: Permission, module: ModuleID)]
    private let builtIn: [BuiltInRole: [String: Scope]]

    /// The permissions of a registry.
    public init(_ registry: Registry) {
        self.init(registry.modules.flatMap { module in module.manifest.permissions.map { ($0, module.manifest.id) } })
    }

    init(_ declared: [(permission: Permission, module: ModuleID)]) {
        byName = Dictionary(declared.map { ($0.permission.text, $0) }) { first, _ in first }
        builtIn = Dictionary(
            uniqueKeysWithValues: BuiltInRole.allCases.map { role in
                let scopes = declared.compactMap { one in
                    role.scope(for: one.permission).map { (one.permission.text, $0) }
                }
                return (role, Dictionary(scopes) { first, _ in first })
            })
    }

    /// A permission by its name.
    public func permission(_ name: String) -> Permission? { byName[name]?.permission }

    /// The module that declares a permission.
    public func module(of name: String) -> ModuleID? { byName[name]?.module }

    /// What a role holds: a built-in one by its rule, a tenant's own by its rows, of which those count that a module
    /// still declares.
    func grants(of role: RoleName, rows: [String]) -> [String: Scope] {
        if case .builtIn(let role) = role { return builtIn[role] ?? [:] }
        var grants: [String: Scope] = [:]
        for row in rows {
            let parts = row.split(separator: " ")
            guard parts.count == 2, let scope = Scope(rawValue: String(parts[1])),
                let permission = permission(String(parts[0]))
            else { continue }
            grants[permission.text] = permission.isScoped ? scope : .all
        }
        return grants
    }
}

/// A role of a tenant.
public enum RoleName: Sendable, Hashable {
    /// One that every tenant has.
    case builtIn(BuiltInRole)
    /// One that the tenant made, by its name.
    case own(String)
}
