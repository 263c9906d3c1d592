package import Core
package import ModuleKit

/// A tenant's door for the tests of modules, which call a module's model without a request.
package enum ModuleDoor {
    /// The door of one tenant.
    package static func open(_ tenant: TenantID, _ databases: Databases) -> any TenantContext {
        TenantDoor(tenant: tenant, databases.app)
    }
}
