import Core
import HTTP
import ModuleKit
import Synchronization

/// Counts the calls of open routes by client, in memory, with a bucket each: so many at once, refilled evenly.
final class OpenLimiter: Sendable {
    /// Whose bucket of which route. Two routes of one path, and two tenants of one route, share none.
    struct Key: Hashable, Sendable {
        private let module: String
        private let method: Method
        private let path: String
        private let tenant: TenantID?
        private let network: IPAddress?

        init(
            _ method: Method, _ path: PathTemplate, of module: ModuleID, for tenant: TenantID?,
            from client: IPAddress?
        ) {
            (self.module, self.method, self.path, self.tenant) = (module.text, method, path.text, tenant)
            network = client.map(Self.network(of:))
        }

        /// Whoever has one IPv6 address has the other 2⁶⁴ of its network as well.
        private static func network(of address: IPAddress) -> IPAddress {
            guard case .v6(let high, _) = address.unmapped else { return address.unmapped }
            return .v6(high: high, low: 0)
        }
    }

    private struct Bucket: Sendable {
        var tokens: Double
        var at: Timestamp

        /// Never runs backwards: a clock that was set back gives nothing, but is believed from then on.
        mutating func refill(_ most: Double, _ now: Timestamp) {
            let microseconds = max(0, now.microseconds - at.microseconds)
            tokens = min(most, tokens + Double(microseconds) * most / 60_000_000)
            at = now
        }
    }

    /// What was asked for lately, and what was before. Whoever keeps asking is carried over; whoever does not is
    /// forgotten a whole generation at a time, so that no call ever walks through them all.
    private struct Generations: Sendable {
        var current: [Key: Bucket] = [:]
        var previous: [Key: Bucket] = [:]

        subscript(_ key: Key) -> Bucket? { current[key] ?? previous[key] }

        /// Keeps a bucket and gives back the generation that is over, if one is.
        mutating func keep(_ bucket: Bucket, for key: Key) -> [Key: Bucket]? {
            current[key] = bucket
            guard current.count >= OpenLimiter.generation else { return nil }
            let old = previous
            previous = current
            current = [:]
            return old
        }
    }

    /// So many buckets make a generation; no more than twice as many are ever kept.
    static let generation = 25_000

    private let buckets = Mutex(Generations())

    /// How many buckets are kept; one that was carried over counts twice.
    var count: Int { buckets.withLock { $0.current.count + $0.previous.count } }

    func take(_ key: Key, _ limit: OpenLimit, now: Timestamp) throws {
        let most = Double(max(1, limit.perMinute))
        // A generation that is over is let go only here: taking it apart under the lock would hold everybody up.
        let (wait, _) = buckets.withLock { buckets -> (Double?, [Key: Bucket]?) in
            var bucket = buckets[key] ?? Bucket(tokens: most, at: now)
            bucket.refill(most, now)
            let wait: Double? = bucket.tokens >= 1 ? nil : (1 - bucket.tokens) * 60 / most
            if wait == nil { bucket.tokens -= 1 }
            return (wait, buckets.keep(bucket, for: key))
        }
        if let wait { throw Problem(.tooMany, retryAfter: max(1, Int(wait.rounded(.up)))) }
    }
}
