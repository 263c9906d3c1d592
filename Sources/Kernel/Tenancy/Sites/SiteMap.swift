public import Core
public import HTTP
import ModuleKit
import Synchronization

/// All sites, in memory. What is read is a snapshot that nothing changes; a newer one takes its place in one step.
public final class SiteMap: SiteLookup {
    /// The process whose map it is, as the list of nodes names it.
    let node = UUIDv7.make()
    private let current: Mutex<SiteSnapshot>
    /// Hosts of the operator that need no row: they answer before the first tenant is there, and no row can take them.
    private let operatorHosts: [HostName]
    /// The paces that plans change.
    private let rates: RatePlan
    /// Beside the snapshot, for it is asked for every request.
    private let isDenying = Atomic<Bool>(false)

    /// A map that knows the operator's own hosts and has not been loaded.
    public init(operatorHosts: [HostName] = [], rates: RatePlan = .standard) {
        (self.operatorHosts, self.rates) = (operatorHosts, rates)
        current = Mutex(SiteSnapshot(operatorHosts: operatorHosts))
    }

    /// What is known now.
    public var snapshot: SiteSnapshot { current.withLock { $0 } }

    /// Whether the database has been read.
    public var isReady: Bool { snapshot.isLoaded }

    /// What is known now, as long as it is.
    public var edition: (any AnyObject & Sendable)? { snapshot }

    /// What is known of a host, as `HostReading` gives it.
    public func entry(forHost host: String) -> SiteEntry? { snapshot.entry(forHost: host) }

    /// What is known of a tenant.
    public func entry(for tenant: TenantID) -> SiteEntry? { snapshot.entry(for: tenant) }

    /// Whether any address is let in nowhere.
    public var deniesAddresses: Bool { isDenying.load(ordering: .relaxed) }

    /// The addresses that are let in nowhere.
    public var denied: AddressDenyList { snapshot.denied }

    /// Takes what was read of the database; true when that is news. Whoever holds the old snapshot keeps it.
    @discardableResult
    func take(_ records: SiteRecords) -> Bool {
        let new = SiteSnapshot(records, operatorHosts: operatorHosts, rates: rates)
        return current.withLock { old in
            guard !old.isLoaded || old != new else { return false }
            old = new
            isDenying.store(!new.denied.isEmpty, ordering: .relaxed)
            return true
        }
    }
}
