import EventLoop
public import Kernel
public import ModuleKit

extension ModuleHouse {
    /// Holds against a module all that holds for all modules, as `konak verify-module` does.
    public static func verify(
        _ type: any FeatureModule.Type, with others: [any FeatureModule.Type] = [], parts: [HousePart] = [],
        requests: Int = 300, file: String = #filePath
    ) async throws -> ModuleReport {
        let files = try ModuleMigrations(of: type.manifest.id, near: file)
        let verification = try ModuleVerification(
            of: type.manifest.id, among: others + [type], parts: parts, files: files.files,
            preparation: files.preparation, requests: requests)
        return try await verify(verification, files)
    }

    /// Runs a verification beside a test's database.
    static func verify(_ verification: ModuleVerification, _ files: ModuleMigrations) async throws -> ModuleReport {
        try await TestDatabase.with { database in
            try await TestLoops.blocking.run {
                let loops = try LoopGroup(count: 1)
                defer { loops.stop() }
                let blocking = BlockingPool(threads: 1, waiting: 64)
                defer { blocking.stop() }
                return try verification.run(
                    beside: files.addresses(of: database),
                    configuration: Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "1"]), loops: loops,
                    blocking: blocking)
            }
        }
    }
}
