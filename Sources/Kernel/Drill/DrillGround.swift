import Core
public import EventLoop
public import ModuleKit
import Postgres

/// The databases as a drill needs them: the pools of a server, which report what they are asked, and one for the owner.
public struct DrillGround: Sendable {
    private let databases: Databases
    private let owner: PostgresDatabase?
    private let loops: LoopGroup
    private let recorder = StatementRecorder()

    /// Pools on these databases, of which none connects before it is asked.
    public init(
        access: DatabaseAccess, configuration: Configuration, loops: LoopGroup, blocking: BlockingPool
    ) throws {
        try self.init(addresses: access.addresses, configuration, loops, blocking)
    }

    init(
        addresses: DatabaseAddresses, _ configuration: Configuration, _ loops: LoopGroup, _ blocking: BlockingPool
    ) throws {
        let found = Databases(
            addresses, configuration, loops: loops, blocking: blocking, observer: { [recorder] in recorder.saw($0) })
        guard let found else {
            throw ConfigurationFaults(
                .missing, "KONAK_DATABASE_APP_URL", "and KONAK_DATABASE_CONTROL_URL must be given")
        }
        databases = found
        owner = addresses.owner.map { url in
            var settings = PostgresSettings(connection: url.secretText)
            settings.connectionsPerLoop = 1
            settings.applicationName = "konak drill"
            return PostgresDatabase(loops: loops, settings: settings, blocking: blocking)
        }
        self.loops = loops
    }

    /// Holds a drill over these modules and closes the pools. The places are where else tenants' data could end up.
    public func hold(
        _ modules: [any FeatureModule.Type], parts: [HousePart] = [], _ order: IsolationDrill.Order,
        places: [any DrillPlace] = []
    ) async throws -> DrillReport {
        let table = CapabilityTable()
        // Of the house's own parts only those without which the modules would not stand.
        let registry = try Registry(
            modules, parts: parts,
            services: ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: table)
        ).keeping(modules.map { $0.manifest.id })
        let result: Result<DrillReport, any Error>
        do {
            result = .success(try await drill(over: registry, order, table, places).run())
        } catch {
            result = .failure(error)
        }
        await stop()
        return try result.get()
    }

    func drill(
        over registry: Registry, _ order: IsolationDrill.Order, _ table: CapabilityTable? = nil,
        _ places: [any DrillPlace] = []
    ) -> IsolationDrill {
        IsolationDrill(
            registry: registry, databases: databases, owner: owner, loops: loops, recorder: recorder, places: places,
            order: order,
            capabilities: table)
    }

    func stop() async {
        await databases.stop()
        await owner?.stop()
    }
}
