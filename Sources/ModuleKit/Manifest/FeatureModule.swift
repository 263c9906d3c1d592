/// One feature a tenant can have. It declares; the kernel runs.
public protocol FeatureModule: Sendable {
    /// What it is.
    static var manifest: ModuleManifest { get }
    /// Keeps what it needs and checks it. Throws, never traps.
    init(_ services: ModuleServices) throws
    /// Adds values to the registrar. Nothing runs here.
    func register(into module: inout ModuleRegistrar)
}
