import Core
import HTTP
import HTTPServer
public import ModuleKit

/// All that a process serves and does: the modules, their routes behind the gate, the work beside them.
public struct House: Sendable {
    /// The parts of the house and the installed modules.
    public let registry: Registry
    /// What they do for each other.
    public let capabilities: CapabilityTable
    /// Every route, each behind the gate.
    public var routes: [Route]
    /// How those who are signed in are told of problems.
    public let problems: ProblemPages
    /// What goes on beside requests.
    public let work: [any BackgroundWork]
}

/// What a part of the house is built on.
public struct HouseGround: Sendable {
    /// What the process has.
    public let services: HouseServices
    /// The parts of the house and the installed modules.
    public let registry: Registry
    /// What they do for each other.
    public let capabilities: CapabilityTable
    /// Which host is whose, and what is on there.
    public var sites: SiteMap { services.sites }
}

/// A part of the house that registers like a module and, unlike one, has the kernel's services: mail, documents,
/// identity. It is always on.
public struct HousePart: Sendable {
    /// What is wrong with what modules have registered with a part, one sentence each, with how to mend it.
    public typealias Examination = @Sendable ([RegisteredModule]) -> [String]

    let module: RegisteredModule
    let work: @Sendable (HouseGround) throws -> [any BackgroundWork]
    let sinks: @Sendable (HouseGround) throws -> [any EventSink]
    /// What it knows of what stands around pages; of several parts the first is asked.
    public var surroundings: (any PageSurroundings)?

    /// A part: what it is and offers, what it refuses of what modules register with it, who of it is told of every event,
    /// and what it does beside requests once the house stands.
    public init(
        _ manifest: ModuleManifest, examining: @escaping Examination = { _ in [] },
        sinks: @escaping @Sendable (HouseGround) throws -> [any EventSink] = { _ in [] },
        work: @escaping @Sendable (HouseGround) throws -> [any BackgroundWork] = { _ in [] },
        register: (inout ModuleRegistrar) -> Void = { _ in }
    ) {
        var registrar = ModuleRegistrar()
        register(&registrar)
        module = RegisteredModule(manifest: manifest, registrar: registrar, isPart: true, examine: examining)
        (self.work, self.sinks) = (work, sinks)
    }
}

extension HouseServices {
    /// Builds the house of its parts and these modules. Nothing runs before all of it fits. Who knows people is asked
    /// once it is clear what there is to be allowed.
    public func house(
        parts: [HousePart] = [], modules types: [any FeatureModule.Type],
        principals: (Registry) throws -> any Principals = { _ in NobodyIsKnown() }
    ) throws -> House {
        let capabilities = CapabilityTable()
        let lent = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: capabilities)
        let registry = try Registry(types, parts: parts, services: lent)
        capabilities.fill(registry, sites: sites)
        let root = try RootKey.load(configuration)
        let face = face.keeping(FlashSeal(key: try root.derive("flash")))
        let store = FormStore(databases.control, seal: try FormSeal(root), clock: SystemClock())
        let gate = Gate(
            registry: registry, sites: sites, databases: databases, principals: try principals(registry),
            links: LinkSeal(key: try root.derive("links")), forms: try FormTokens(root), clock: SystemClock(),
            trusting: TrustedProxies(configuration.trustedProxies), paces: paces, face: face,
            surroundings: parts.compactMap(\.surroundings).first, store: store, log: log)
        let ground = HouseGround(services: self, registry: registry, capabilities: capabilities)
        return House(
            registry: registry, capabilities: capabilities, routes: gate.routes, problems: gate.problems,
            work: try parts.flatMap { try $0.work(ground) } + ground.eventWork(parts) + ground.jobWork()
                + [FormSweeping(store: store, log: log)] + (sharedPaces.map { [$0] } ?? []))
    }
}
