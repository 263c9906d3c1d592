import Core
import ModuleKit
import Synchronization

/// Counts the calls of open routes by address, in memory, with a bucket each: so many at once, refilled evenly.
final class OpenLimiter: Sendable {
    private struct Key: Hashable {
        let route: String
        let address: String
    }

    private struct Bucket {
        var tokens: Double
        var at: Timestamp
    }

    private let buckets = Mutex<[Key: Bucket]>([:])
    /// Beyond this many, full buckets are forgotten: they are as good as new ones.
    private static let most = 50_000

    func take(_ route: String, from address: String, _ limit: OpenLimit, now: Timestamp) throws {
        let most = Double(max(1, limit.perMinute))
        let wait: Double? = buckets.withLock { buckets in
            if buckets.count >= Self.most { Self.forget(&buckets, now) }
            let key = Key(route: route, address: address)
            var bucket = buckets[key] ?? Bucket(tokens: most, at: now)
            let seconds = max(0, Double((now - bucket.at).components.seconds))
            if seconds >= 1 { bucket = Bucket(tokens: min(most, bucket.tokens + seconds * most / 60), at: now) }
            defer { buckets[key] = bucket }
            guard bucket.tokens >= 1 else { return (1 - bucket.tokens) * 60 / most }
            bucket.tokens -= 1
            return nil
        }
        if let wait { throw Problem(.tooMany, retryAfter: max(1, Int(wait.rounded(.up)))) }
    }

    private static func forget(_ buckets: inout [Key: Bucket], _ now: Timestamp) {
        buckets = buckets.filter { (now - $0.value.at).components.seconds < 60 }
        if buckets.count >= most { buckets.removeAll() }
    }
}
