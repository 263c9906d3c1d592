import Core
import ModuleKit

/// An entry was added.
struct EntryAdded: Event {
    static let name = EventName("notebook.entry.added")
    let entry: UUIDv7

    /// Heard twice it does the same as once.
    func announce(in tenant: any TenantContext) async throws { try await Entry.announce(entry, in: tenant) }
}
