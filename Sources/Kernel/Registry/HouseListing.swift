import Core
import EventLoop
public import ModuleKit
import Outbound

/// The house for commands that only look at it: nothing serves, and no database is asked.
public enum HouseListing {
    /// The registry of the house's parts and these modules, as `konak serve` would have it.
    public static func registry(
        _ configuration: Configuration, modules: [any FeatureModule.Type],
        parts: (HouseServices) throws -> [HousePart]
    ) throws -> Registry {
        try withParts(configuration, parts) { parts in
            let services = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: CapabilityTable())
            return try Registry(modules, parts: parts, services: services)
        }
    }

    /// Lends the house's parts, which are built on pools that nobody asks anything.
    public static func withParts<Success>(
        _ configuration: Configuration, _ parts: (HouseServices) throws -> [HousePart],
        _ body: ([HousePart]) throws -> Success
    ) throws -> Success {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let blocking = BlockingPool(threads: 1, waiting: 16)
        defer { blocking.stop() }
        let nowhere = DatabaseURL(trusted: "postgresql:///none?host=/nowhere")
        let addresses = DatabaseAddresses(superuser: nowhere) { _ in nowhere }
        guard let databases = Databases(addresses, configuration, loops: loops, blocking: blocking) else {
            throw PreparationFault.noAddress
        }
        let client = try configuration.httpClient(on: loops)
        defer {
            _ = loops.blockUntilDone {
                await client.close()
                await databases.stop()
            }
        }
        let services = HouseServices(
            configuration: configuration, loops: loops, blocking: blocking, databases: databases, http: client,
            log: Log(into: DrillLog()))
        return try body(try parts(services))
    }
}
