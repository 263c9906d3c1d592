/// What requests to one host came to since the client began.
public struct HostCounters: Sendable, Hashable {
    /// Requests that were sent, or tried.
    public var requests = 0
    /// Those that ended without a whole answer, by their kind.
    public var failures: [OutboundError.Code: Int] = [:]
    /// Answers by the first digit of their status.
    public var statuses: [Int: Int] = [:]
    /// Bytes of content received.
    public var received = 0
    /// From the first step to the end of the answer, added up.
    public var time = Duration.zero

    mutating func add(_ other: HostCounters) {
        requests += other.requests
        failures.merge(other.failures, uniquingKeysWith: +)
        statuses.merge(other.statuses, uniquingKeysWith: +)
        received += other.received
        time += other.time
    }
}

/// The counters of all hosts of one loop. Tenants choose hosts, so their number is bounded: later ones share a line.
struct HostLedger {
    private(set) var hosts: [String: HostCounters] = [:]
    private static let most = 1_000
    /// No host can have this name.
    static let others = "*"

    mutating func note(_ host: String, _ change: (inout HostCounters) -> Void) {
        if let index = hosts.index(forKey: host) { return change(&hosts.values[index]) }
        change(&hosts[hosts.count < Self.most ? host : Self.others, default: HostCounters()])
    }
}
