public import HTTP
import HTTPServer

/// What lies before every door: the operator's list of addresses that are let in nowhere.
public struct Street: Sendable {
    private let proxies: TrustedProxies
    private let counts: PaceCounts

    /// The street before a house behind these proxies.
    public init(trusting proxies: TrustedProxies = TrustedProxies([])) {
        self.init(trusting: proxies, counts: PaceCounts())
    }

    init(trusting proxies: TrustedProxies, counts: PaceCounts) { (self.proxies, self.counts) = (proxies, counts) }

    func isDenied(_ request: Request, by sites: any SiteLookup) -> Bool {
        guard sites.denied.denies(proxies.client(of: request)) else { return false }
        counts.deny()
        return true
    }
}
