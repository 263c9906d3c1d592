public import EventLoop
public import Postgres
public import SQL

/// The pools of the house, one for each role: no role's pool ever uses another's address.
public struct Databases: Sendable {
    /// Tenants' data, behind the wall.
    public let app: PostgresDatabase
    /// Sites, sessions, queues: what crosses tenants by nature.
    public let control: PostgresDatabase
    /// A tenant's customers; none when there is no address for them.
    public let portal: PostgresDatabase?

    /// Pools for the addresses; without one for app or control there are no pools at all. None
    /// connects before it is asked. The observer is told of every statement.
    public init?(
        _ addresses: DatabaseAddresses, _ configuration: Configuration, loops: LoopGroup, blocking: BlockingPool,
        observer: (@Sendable (Query) -> Void)? = nil
    ) {
        guard let app = addresses.app, let control = addresses.control else { return nil }
        func pool(_ url: DatabaseURL, _ name: String) -> PostgresDatabase {
            var settings = PostgresSettings(connection: url.secretText)
            settings.connectionsPerLoop = configuration.databaseConnections
            settings.timeout = configuration.statementTimeout
            settings.applicationName = name
            settings.observer = observer
            return PostgresDatabase(loops: loops, settings: settings, blocking: blocking)
        }
        self.app = pool(app, "konak app")
        self.control = pool(control, "konak control")
        portal = addresses.portal.map { pool($0, "konak portal") }
    }

    /// Every pool with the name of its role.
    var all: [(role: String, database: PostgresDatabase)] {
        [("app", app), ("control", control)] + (portal.map { [("portal", $0)] } ?? [])
    }

    /// Which of them answer now, each asked for at most a second, all at the same time.
    func answering() async -> [(role: String, answers: Bool)] {
        let all = all
        return await withTaskGroup(of: (Int, Bool).self) { group in
            for (index, pool) in all.enumerated() {
                group.addTask {
                    (index, (try? await pool.database.perform("SELECT 1", timeout: .seconds(1))) != nil)
                }
            }
            var answers = all.map { ($0.role, false) }
            for await (index, doesAnswer) in group { answers[index].1 = doesAnswer }
            return answers
        }
    }

    /// Ends all pools.
    func stop() async {
        for (_, database) in all { await database.stop() }
    }
}
