internal import Glibc
internal import Postgres

/// The databases as server and commands find them: at the addresses given, or in our own cluster, which then runs.
public struct DatabaseAccess: Sendable {
    /// An address for each role there is one for.
    public let addresses: DatabaseAddresses
    /// Our own cluster, if the addresses are its.
    public let cluster: EmbeddedCluster?

    /// Opens them. Blocking; before the loops run.
    public static func open(_ configuration: Configuration) throws -> DatabaseAccess {
        guard configuration.databases.areEmbedded else {
            return DatabaseAccess(addresses: configuration.databases, cluster: nil)
        }
        let cluster = try EmbeddedCluster.open(
            state: configuration.varFolder, programs: configuration.postgresPrograms,
            connections: configuration.mostConnections)
        return DatabaseAccess(addresses: cluster.addresses, cluster: cluster)
    }

    /// Lets go: our own cluster stops unless somebody else uses it.
    public func close() { try? cluster?.close() }

    /// The name of the database that holds it all.
    public var databaseName: String {
        addresses.app?.database ?? addresses.owner?.database ?? EmbeddedCluster.database
    }

    /// Prepares the database. Needs the superuser's address.
    public func prepare(_ preparation: Preparation) throws {
        guard let superuser = addresses.superuser else { throw PreparationFault.noAddress }
        try preparation.run(as: superuser, database: databaseName)
    }

    /// Brings our own cluster to the state of these files; another's is brought there by `konak migrate`, knowingly.
    public func bringUpToDate(_ folder: MigrationFolder, each done: (MigrationFile) -> Void = { _ in }) throws {
        guard cluster != nil, let owner = addresses.owner else { return }
        try prepareOwnCluster(folder)
        let connection = try ScriptConnection(owner.secretText)
        try MigrationRunner(files: folder.files()).apply(on: connection, each: done)
        try WallHole.keepThatThereIsNone(on: connection)
    }

    /// Prepares our own cluster if that was not done by these files; another's is left alone.
    public func prepareOwnCluster(_ folder: MigrationFolder) throws {
        guard cluster != nil, let owner = addresses.owner else { return }
        let preparation = try folder.preparation()
        if !isPrepared(by: preparation, owner) { try prepare(preparation) }
    }

    /// A database that is not there, or does not know the role, is not prepared either.
    private func isPrepared(by preparation: Preparation, _ owner: DatabaseURL) -> Bool {
        guard let connection = try? ScriptConnection(owner.secretText) else { return false }
        return (try? preparation.isCurrent(on: connection)) ?? false
    }
}

extension Configuration {
    /// The connections that the pools of a server open on this machine.
    var neededConnections: Int { connections(cores: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// The same with cores to spare: a running private cluster keeps the number it was started with.
    var mostConnections: Int { connections(cores: 16) }

    private func connections(cores: Int) -> Int {
        loops.resolved(cores: cores) * databaseConnections * DatabaseRole.allCases.count
    }
}
