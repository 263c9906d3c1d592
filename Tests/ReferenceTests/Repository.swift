import Core
import EventLoop
import Kernel
import Postgres
import TestKit

/// The repository this test was built from, and its scripts.
enum Repository {
    static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    static func run(_ program: String, _ arguments: [String], limit: Int = 1 << 20) async throws -> ChildResult {
        let loops = try LoopGroup(count: 1)
        let command = ChildCommand(
            program, arguments, environment: ["PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"], folder: root)
        let result = try await ChildProcess.run(on: loops.first, command, limit: limit, timeout: .seconds(300))
        loops.stop()
        return result
    }
}

/// A database with everything that the house migrates.
struct HouseDatabase {
    let database: TestDatabase

    static func with(_ body: (HouseDatabase) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let folder = MigrationFolder(at: LocalPath(Repository.root + "/migrations"))
            let house = HouseDatabase(database: database)
            let address = "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)"
            try folder.preparation().run(as: DatabaseURL(trusted: address), database: database.name)
            try MigrationRunner(files: folder.files()).apply(on: house.connect("konak_owner"))
            try await body(house)
        }
    }

    func connect(_ role: String) throws(PostgresError) -> ScriptConnection {
        try ScriptConnection(database.connection(as: role))
    }
}
