import Core
public import EventLoop
public import ModuleKit
import Postgres

/// Holds everything against one module that holds for all modules, on a database of its own. What it asks comes from the
/// registry, so a module needs no line of its own for it.
public struct ModuleVerification: Sendable {
    private let id: ModuleID
    private let modules: [RegisteredModule]
    private let capabilities: CapabilityTable
    private let files: [MigrationFile]
    private let preparation: Preparation
    private let requests: Int

    /// A verification of one of the modules that are in the house together. `requests` are asked by chance, beside those
    /// in order.
    public init(
        of id: ModuleID, among types: [any FeatureModule.Type], parts: [HousePart] = [], files: [MigrationFile],
        preparation: Preparation, requests: Int = 500
    ) throws {
        let table = CapabilityTable()
        let services = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: table)
        let modules = try parts.map(\.module) + types.map { try RegisteredModule($0, services) }
        guard modules.contains(where: { $0.manifest.id == id }) else { throw ModuleUnknown(id: id.text) }
        self.init(
            of: id, among: modules, capabilities: table, files: files, preparation: preparation, requests: requests)
    }

    init(
        of id: ModuleID, among modules: [RegisteredModule], capabilities: CapabilityTable = CapabilityTable(),
        files: [MigrationFile], preparation: Preparation, requests: Int = 500
    ) {
        (self.id, self.modules, self.capabilities) = (id, modules, capabilities)
        (self.files, self.preparation, self.requests) = (files, preparation, requests)
    }

    /// Runs all checks on a database beside the real one, which is not touched. Blocking; off the loops. What does not fit
    /// into the house, or cannot be migrated, is not asked further.
    public func run(
        beside real: DatabaseAddresses, configuration: Configuration, loops: LoopGroup, blocking: BlockingPool
    ) throws -> ModuleReport {
        let faults = RegistryCheck(modules).faults
        var findings = [ModuleFinding(.registry, scope: "\(modules.count) modules together", faults: faults)]
        guard faults.isEmpty else { return ModuleReport(module: id, findings: findings) }
        let registry = try Registry(modules).keeping(id)
        let scratch = try ScratchDatabase.make(beside: real, preparation)
        defer { try? scratch.drop() }
        findings.append(try TeardownCheck(module: id, files: files).finding(on: scratch.owner()))
        guard findings.allSatisfy(\.faults.isEmpty) else { return ModuleReport(module: id, findings: findings) }
        findings.append(try DataCheck(registry: registry, id: id).finding(on: scratch.owner()))
        let ground = try DrillGround(addresses: scratch.addresses, configuration, loops, blocking)
        findings += try loops.blockUntilDone { () async throws -> [ModuleFinding] in
            let result: Result<[ModuleFinding], any Error>
            do {
                result = .success(try await serve(registry, ground))
            } catch {
                result = .failure(error)
            }
            await ground.stop()
            return try result.get()
        }.get()
        return ModuleReport(module: id, findings: findings)
    }

    /// What is asked of the module at work.
    private func serve(_ registry: Registry, _ ground: DrillGround) async throws -> [ModuleFinding] {
        let drill = ground.drill(over: registry, .init(requests: requests), capabilities)
        let report = try await drill.run()
        let house = try await drill.founding.found()
        do {
            let visit = try await ModuleVisit(drill: drill, house: house, module: id)
            let findings = [
                IsolationCheck(visit: visit, report: report).finding(),
                try await RightsCheck(visit: visit).finding(),
                try await SwitchCheck(visit: visit, by: .switch).finding(),
                try await SwitchCheck(visit: visit, by: .plan).finding(),
                try await WordsCheck(visit: visit).finding(),
                try await DescriptionCheck(visit: visit).finding(),
            ]
            try await drill.founding.remove(house)
            return findings
        } catch {
            try? await drill.founding.remove(house)
            throw error
        }
    }
}

/// There is no module of that name.
public struct ModuleUnknown: Error, Sendable, Hashable, CustomStringConvertible {
    let id: String

    /// For whoever asked for it.
    public init(id: String) { self.id = id }

    /// A sentence.
    public var description: String { "there is no module “\(id)”: `konak modules` lists those that are installed" }
}
