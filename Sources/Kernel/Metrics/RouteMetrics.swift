public import EventLoop
import HTTP

/// Counts and times of every route. Each loop writes its own table without a lock; whoever reads asks each loop.
public final class RouteMetrics: Sendable {
    private let tables: [Table]

    /// The loops it counts on, by their index.
    var loops: [Loop] { tables.map(\.loop) }

    /// Upper bounds of the histogram, in nanoseconds.
    static let bounds: [UInt64] = [
        100_000, 500_000, 1_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000, 500_000_000, 1_000_000_000,
        5_000_000_000,
    ]

    /// Tables for so many routes on every loop.
    public init(loops: LoopGroup, routes: Int) {
        tables = loops.loops.map { Table(loop: $0, routes: routes) }
    }

    /// One loop's counts.
    ///
    /// `@unchecked Sendable`: touched on its loop's thread only.
    final class Table: @unchecked Sendable {
        let loop: Loop
        private(set) var rows: [RouteCount]

        init(loop: Loop, routes: Int) {
            self.loop = loop
            // The last row is for requests that met no route.
            rows = Array(repeating: RouteCount(), count: routes + 1)
        }

        func record(_ row: Int, _ status: Status, _ nanoseconds: UInt64) { rows[row].record(status, nanoseconds) }
    }

    func record(route: Int?, status: Status, nanoseconds: UInt64) {
        guard let loop = Loop.current, loop.index < tables.count else { return }
        let table = tables[loop.index]
        let row = route ?? table.rows.count - 1
        guard row < table.rows.count else { return }
        table.record(row, status, nanoseconds)
    }

    /// All loops' counts added up, a row a route and one more for requests without.
    func totals() async -> [RouteCount] {
        var sum: [RouteCount] = []
        for table in tables {
            let rows = await Task(executorPreference: table.loop) { table.rows }.value
            sum = sum.isEmpty ? rows : zip(sum, rows).map { $0 + $1 }
        }
        return sum
    }
}

/// What was counted of one route.
struct RouteCount: Sendable {
    private(set) var requests: UInt64 = 0
    private(set) var failures: UInt64 = 0
    private(set) var nanoseconds: UInt64 = 0
    private(set) var buckets: [UInt64] = Array(repeating: 0, count: RouteMetrics.bounds.count + 1)

    mutating func record(_ status: Status, _ nanoseconds: UInt64) {
        requests &+= 1
        if status.code >= 500 { failures &+= 1 }
        self.nanoseconds &+= nanoseconds
        var bucket = 0
        while bucket < RouteMetrics.bounds.count, nanoseconds > RouteMetrics.bounds[bucket] { bucket += 1 }
        buckets[bucket] &+= 1
    }

    static func + (left: RouteCount, right: RouteCount) -> RouteCount {
        var sum = left
        sum.requests &+= right.requests
        sum.failures &+= right.failures
        sum.nanoseconds &+= right.nanoseconds
        for index in sum.buckets.indices { sum.buckets[index] &+= right.buckets[index] }
        return sum
    }
}
