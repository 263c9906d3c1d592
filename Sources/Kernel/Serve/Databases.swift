public import EventLoop
public import Postgres

/// The pools of the house, one for each role: no role's pool ever uses another's address.
public struct Databases: Sendable {
    /// Tenants' data, behind the wall.
    public let app: PostgresDatabase
    /// Sites, sessions, queues: what crosses tenants by nature.
    public let control: PostgresDatabase

    /// Pools for the addresses; without one for a role there are no pools at all.
    public init?(
        _ addresses: DatabaseAddresses, _ configuration: Configuration, loops: LoopGroup, blocking: BlockingPool
    ) {
        guard let app = addresses.app, let control = addresses.control else { return nil }
        func pool(_ url: DatabaseURL, _ name: String) -> PostgresDatabase {
            var settings = PostgresSettings(connection: url.secretText)
            settings.connectionsPerLoop = configuration.databaseConnections
            settings.timeout = configuration.statementTimeout
            settings.applicationName = name
            return PostgresDatabase(loops: loops, settings: settings, blocking: blocking)
        }
        self.app = pool(app, "konak app")
        self.control = pool(control, "konak control")
    }

    /// Ends all pools.
    func stop() async {
        await app.stop()
        await control.stop()
    }
}
