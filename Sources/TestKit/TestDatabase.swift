import EventLoop
import Postgres
import Synchronization

/// What a test's database looks like at the start. Prepared once in a process, then copied.
public struct TestTemplate: Sendable {
    let name: String
    let prepare: @Sendable (TestDatabase) async throws -> Void

    /// A template by its name, small letters and `_`, which no other of the same target may have: the tests of all targets
    /// run in one process.
    public init(
        _ name: String, of file: String = #fileID, _ prepare: @escaping @Sendable (TestDatabase) async throws -> Void
    ) {
        let target = file.prefix { $0 != "/" }.lowercased()
        (self.name, self.prepare) = ("\(target)_\(name)", prepare)
    }

    /// Nothing in it.
    public static let empty = TestTemplate("empty") { _ in }
}

/// A database that one test has to itself.
public struct TestDatabase: Sendable {
    /// Where it lives.
    public let cluster: TestCluster
    /// Its name.
    public let name: String

    /// Makes a database from the template, lends it, and drops it, whoever is still connected.
    public static func with<Success>(
        _ template: TestTemplate = .empty, on cluster: TestCluster? = nil,
        _ body: (TestDatabase) async throws -> Success
    ) async throws -> Success {
        let home = if let cluster { cluster } else { try await TestCluster.shared() }
        let source = try await home.shelf.database(of: template, on: home)
        let database = TestDatabase(cluster: home, name: "test_\(number.add(1, ordering: .relaxed).newValue)")
        // Copying files beats writing every page to the log by half.
        try await home.administer("CREATE DATABASE \(database.name) TEMPLATE \(source) STRATEGY file_copy")
        do {
            let success = try await body(database)
            try await database.drop()
            return success
        } catch {
            try? await database.drop()
            throw error
        }
    }

    private static let number = Atomic(0)

    private func drop() async throws { try await cluster.administer("DROP DATABASE \(name) WITH (FORCE)") }

    /// How to reach it.
    public func connection(as role: String = TestCluster.owner) -> String { cluster.connection(to: name, as: role) }

    /// Runs a script as the owner of everything.
    public func run(_ script: String) async throws {
        try await TestLoops.blocking.run { [connection = connection()] in
            try ScriptConnection(connection).run(script: script)
        }
    }

    /// Asks as the owner of everything, on a connection of its own.
    public func rows(_ sql: StaticString, _ parameters: [String] = []) async throws -> [[String?]] {
        try await TestLoops.blocking.run { [connection = connection()] in
            try ScriptConnection(connection).rows(sql, parameters)
        }
    }
}

extension TestCluster {
    /// Runs a script as the owner of everything, outside any test's database.
    public func administer(_ script: String) async throws {
        try await TestLoops.blocking.run { [connection = connection(to: "postgres")] in
            try ScriptConnection(connection).run(script: script)
        }
    }
}

/// The templates a cluster has by now; each is made once, however many tests ask for it at the same time.
actor TemplateShelf {
    private var made: [String: Task<String, any Error>] = [:]

    func database(of template: TestTemplate, on cluster: TestCluster) async throws -> String {
        if let task = made[template.name] { return try await task.value }
        let task = Task {
            let database = TestDatabase(cluster: cluster, name: "template_\(template.name)")
            try await cluster.administer("CREATE DATABASE \(database.name) TEMPLATE template0")
            try await template.prepare(database)
            return database.name
        }
        made[template.name] = task
        return try await task.value
    }
}
