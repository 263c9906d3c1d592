public import Core
import HTTP
import ModuleKit

/// All sites at one moment.
public final class SiteSnapshot: Sendable, Equatable {
    private let hosts: [String: SiteEntry]
    private let tenants: [TenantID: SiteEntry]
    /// False until the database was read: until then a host that is not here may well be served.
    public let isLoaded: Bool
    /// The hosts that may have a certificate, sorted. Names only: no public certificate names an address.
    public let certificateHosts: [String]
    /// The addresses that are let in nowhere.
    public let denied: AddressDenyList

    /// Nothing but the operator's own hosts.
    convenience init(operatorHosts: [HostName]) {
        self.init(SiteRecords(), operatorHosts: operatorHosts, .standard, isLoaded: false)
    }

    /// What the records say. A record that does not agree with itself gives no site: a wrong one would be a leak.
    convenience init(_ records: SiteRecords, operatorHosts: [HostName], rates: RatePlan = .standard) {
        self.init(records, operatorHosts: operatorHosts, rates, isLoaded: true)
    }

    private init(_ records: SiteRecords, operatorHosts: [HostName], _ rates: RatePlan, isLoaded: Bool) {
        var hosts: [String: SiteEntry] = [:]
        hosts.reserveCapacity(records.all.count + operatorHosts.count)
        var homes: [TenantID: SiteRecord] = [:]
        homes.reserveCapacity(records.all.count)
        var open = Set<String>()
        for record in records.all {
            if let tenant = record.tenant, homes[tenant].map({ record.isHome(before: $0) }) ?? true {
                homes[tenant] = record
            }
            guard record.isServed, let host = record.host else { continue }
            hosts[host] = record.entry(rates)
            if record.mayHaveCertificate { open.insert(host) }
        }
        for host in operatorHosts {
            hosts[host.text] = SiteRecord(operatorHost: host.text, brand: records.platform).entry(rates)
            if host.address == nil { open.insert(host.text) }
        }
        self.hosts = hosts
        self.isLoaded = isLoaded
        tenants = homes.mapValues { $0.home(rates) }
        denied = records.denied
        certificateHosts = open.sorted()
    }

    /// What is known of a host.
    public func entry(forHost host: String) -> SiteEntry? { hosts[host] }

    /// What is known of a tenant, by the site where its people work. A tenant without one has a host that cannot exist.
    public func entry(for tenant: TenantID) -> SiteEntry? { tenants[tenant] }

    /// How many hosts are served.
    public var count: Int { hosts.count }

    /// Whether a proxy may ask an authority for this host's certificate.
    public func mayHaveCertificate(_ host: String) -> Bool {
        var (low, high) = (0, certificateHosts.count)
        while low < high {
            let middle = (low + high) / 2
            if certificateHosts[middle] < host { low = middle + 1 } else { high = middle }
        }
        return low < certificateHosts.count && certificateHosts[low] == host
    }

    /// True when both say the same.
    public static func == (left: SiteSnapshot, right: SiteSnapshot) -> Bool {
        left === right
            || left.isLoaded == right.isLoaded && left.hosts == right.hosts && left.tenants == right.tenants
                && left.certificateHosts == right.certificateHosts && left.denied == right.denied
    }
}
