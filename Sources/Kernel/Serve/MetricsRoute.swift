import EventLoop
import Glibc
import HTTP
import HTTPServer
import Outbound
import Postgres

/// `/metrics`, on the loopback listener only: what Prometheus reads.
struct MetricsRoute: Sendable {
    let services: HouseServices
    let server: WebServer
    let routes: [Route]
    let metrics: RouteMetrics
    let accessLog: LogFile?
    var sources: [any MetricsSource] = []

    var route: Route {
        get throws {
            Route(.get, try PathTemplate("/metrics")) { _ in
                var response = Response.text(await text())
                response.fields[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
                return response
            }
        }
    }

    private func text() async -> String {
        var text = MetricsText()
        writeServer(await server.counters(), into: &text)
        writeRoutes(await metrics.totals(), into: &text)
        var pools: [PoolCount] = []
        for (role, database) in services.databases.all { pools.append(await PoolCount(role, database)) }
        writePools(pools, into: &text)
        writeOutbound(await services.http.counters(), into: &text)
        text.single("process_resident_memory_bytes", "gauge", "Memory held by this process.", Self.residentBytes())
        text.single("konak_loops", "gauge", "Event loops.", services.loops.loops.count)
        text.describe(
            "konak_loop_longest_turn_seconds", "gauge", "The longest that a loop was busy at one go, since the start.")
        for loop in services.loops.loops {
            text.sample("konak_loop_longest_turn_seconds", [("loop", "\(loop.index)")], Double(loop.longestTurn) / 1e9)
        }
        services.paces.write(into: &text)
        for source in sources { await source.write(into: &text) }
        return text.text
    }

    private func writeServer(_ counters: ServerCounters, into text: inout MetricsText) {
        text.single("konak_connections_open", "gauge", "Connections open now.", counters.open)
        text.single("konak_connections_accepted_total", "counter", "Connections accepted.", counters.accepted)
        text.single(
            "konak_connections_turned_away_total", "counter", "Connections closed at once: too many.",
            counters.turnedAway)
        text.single("konak_requests_total", "counter", "Requests that reached a handler.", counters.requests)
        text.single("konak_requests_refused_total", "counter", "Requests refused before a handler.", counters.refused)
        text.single("konak_requests_timed_out_total", "counter", "Handlers cancelled for time.", counters.timedOut)
        text.describe("konak_answers_total", "counter", "Answers by the class of their status.")
        for digit in 1...5 { text.sample("konak_answers_total", [("class", "\(digit)xx")], counters.answers[digit]) }
        text.single("konak_received_bytes_total", "counter", "Bytes read from sockets.", counters.bytesIn)
        text.single("konak_sent_bytes_total", "counter", "Bytes sent.", counters.bytesOut)
        text.single(
            "konak_log_lines_dropped_total", "counter",
            "Access log lines lost: too many waited, or they could not be written.",
            counters.logLinesDropped &+ (accessLog?.linesLost ?? 0))
    }

    private func writeRoutes(_ rows: [RouteCount], into text: inout MetricsText) {
        text.describe("konak_route_seconds", "histogram", "Time to answer, by route.")
        for (index, row) in rows.enumerated() where row.requests > 0 {
            let isRoute = index < routes.count
            let labels = [
                ("method", isRoute ? routes[index].method.rawValue : ""),
                ("route", isRoute ? routes[index].path.text : "none"),
            ]
            var running: UInt64 = 0
            for (bucket, count) in row.buckets.enumerated() {
                running &+= count
                let bound = bucket < RouteMetrics.bounds.count ? "\(Double(RouteMetrics.bounds[bucket]) / 1e9)" : "+Inf"
                text.sample("konak_route_seconds_bucket", labels + [("le", bound)], running)
            }
            text.sample("konak_route_seconds_sum", labels, Double(row.nanoseconds) / 1e9)
            text.sample("konak_route_seconds_count", labels, row.requests)
        }
    }

    /// All pools of one metric stand together: the format takes no second group of a name.
    private func writePools(_ pools: [PoolCount], into text: inout MetricsText) {
        func write(
            _ name: StaticString, _ kind: StaticString, _ help: StaticString,
            _ value: (PoolCount) -> any CustomStringConvertible
        ) {
            text.describe(name, kind, help)
            for pool in pools { text.sample(name.description, [("role", pool.role)], value(pool).description) }
        }
        write("konak_database_connections", "gauge", "Database connections open now.") { $0.open }
        write("konak_database_work_total", "counter", "Pieces of work for the database.") { $0.counters.tickets }
        write("konak_database_failures_total", "counter", "Pieces of work that failed.") { $0.counters.failures }
        write("konak_database_connections_opened_total", "counter", "Connections opened.") { $0.counters.opened }
        write("konak_database_connections_lost_total", "counter", "Connections lost.") { $0.counters.lost }
        write("konak_database_connections_discarded_total", "counter", "Connections given up.") {
            $0.counters.discarded
        }
        write("konak_database_cancelled_total", "counter", "Statements cancelled.") { $0.counters.cancelled }
    }

    /// The client bounds the number of hosts; those past it share the name `*`.
    private func writeOutbound(_ hosts: [String: HostCounters], into text: inout MetricsText) {
        let hosts = hosts.sorted { $0.key < $1.key }
        text.describe("konak_outbound_requests_total", "counter", "Requests of ours to others, by host.")
        for (host, count) in hosts { text.sample("konak_outbound_requests_total", [("host", host)], count.requests) }
        text.describe("konak_outbound_failures_total", "counter", "Requests of ours without a whole answer.")
        for (host, count) in hosts {
            for (code, number) in count.failures.map({ ("\($0)", $1) }).sorted(by: { $0.0 < $1.0 }) {
                text.sample("konak_outbound_failures_total", [("host", host), ("kind", code)], number)
            }
        }
        text.describe("konak_outbound_answers_total", "counter", "Answers of others by the class of their status.")
        for (host, count) in hosts {
            for (digit, number) in count.statuses.sorted(by: { $0.key < $1.key }) {
                text.sample("konak_outbound_answers_total", [("host", host), ("class", "\(digit)xx")], number)
            }
        }
        text.describe("konak_outbound_received_bytes_total", "counter", "Bytes of content received from others.")
        for (host, count) in hosts {
            text.sample("konak_outbound_received_bytes_total", [("host", host)], count.received)
        }
        text.describe("konak_outbound_seconds_total", "counter", "Time that requests of ours took, added up.")
        for (host, count) in hosts {
            let (seconds, attoseconds) = count.time.components
            text.sample(
                "konak_outbound_seconds_total", [("host", host)], Double(seconds) + Double(attoseconds) / 1e18)
        }
    }

    private static func residentBytes() -> Int {
        let descriptor = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = unsafe read(descriptor, &buffer, buffer.count)
        let fields = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self).split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * 4096
    }
}

/// What one pool says of itself.
private struct PoolCount {
    let role: String
    let open: Int
    let counters: PoolCounters

    init(_ role: String, _ database: PostgresDatabase) async {
        (self.role, open, counters) = (role, await database.openConnections(), await database.counters())
    }
}
