import Core
import ModuleKit

/// Closes an entry, some time after it was added.
struct CloseEntry: Job {
    static let kind = JobKind("notebook.entry.close")
    let entry: UUIDv7

    /// Run twice it does the same as once.
    func run(in tenant: any TenantContext) async throws -> JobOutcome {
        try await Entry.close(entry, in: tenant) ? .done : .cancel(reason: "the entry is gone")
    }
}
