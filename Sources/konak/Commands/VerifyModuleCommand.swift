import Core
import EventLoop
import Kernel
import ModuleKit

/// `konak verify-module`: all that holds for every module, held against one of them.
enum VerifyModuleCommand {
    static let command = Command(
        "verify-module", "Hold against a module all that must hold for every module.",
        details: """
            Works in a database of its own on the private cluster, which is made for it and dropped again; data are not
            touched. Prints one line for each check and a sentence for each fault. Ends with 0 only when there is none.
            Checks: registry, teardown, data, isolation, rights, toggling, plan, words, description.
            """,
        options: [.value("--requests", "N", "Requests by chance in the drill of isolation (500).")], operands: ["NAME"]
    ) { invocation in
        let work = CommandWork(invocation)
        guard let requests = Int(invocation.values["--requests"] ?? "500"), requests >= 0 else {
            return work.terminal.fail(.usage, [("usage", "--requests must be a whole number")])
        }
        guard let type = installedModules.first(where: { [$0.manifest.id.text] == invocation.operands }) else {
            let unknown = ModuleUnknown(id: invocation.operands.first ?? "")
            return work.terminal.fail(.usage, [("module.unknown", unknown.description)])
        }
        return work.run { configuration in
            try work.withDatabases(configuration) { access in
                let report = try HouseListing.withParts(configuration, houseParts) { parts in
                    try verify(type.manifest.id, requests, parts, work, configuration, access)
                }
                work.terminal.say(report.text) { report.write(into: &$0) }
                return report.isSound ? .ok : .failed
            }
        }
    }

    private static func verify(
        _ id: ModuleID, _ requests: Int, _ parts: [HousePart], _ work: CommandWork,
        _ configuration: Configuration, _ access: DatabaseAccess
    ) throws -> ModuleReport {
        let folder = try work.migrations(configuration)
        let verification = try ModuleVerification(
            of: id, among: installedModules, parts: parts, files: folder.files(), preparation: folder.preparation(),
            requests: requests)
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let blocking = BlockingPool(threads: 2, waiting: 1_000)
        defer { blocking.stop() }
        return try verification.run(
            beside: access.addresses, configuration: configuration, loops: loops, blocking: blocking)
    }
}
