import Core
import ModuleKit

/// Erases an entry that was deleted and not brought back.
struct EraseEntry: Job {
    static let kind = JobKind("notebook.entry.erase")
    /// How long it can be brought back.
    static let delay = Duration.seconds(86_400)
    let entry: UUIDv7

    /// Run twice it does the same as once.
    func run(in tenant: any TenantContext) async throws -> JobOutcome {
        try await Entry.erase(entry, in: tenant)
        return .done
    }
}
