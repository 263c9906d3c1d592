public import EventLoop
public import Postgres
import SQL

/// Keeps a map of sites true: reads it at the start, again whenever the database says that something changed, after a
/// broken connection, and once in a while in case a notice was lost without a trace.
///
/// `@unchecked Sendable`: its state is touched on its loop's thread only.
public final class SiteKeeper: TimerTarget, @unchecked Sendable {
    /// What the triggers on the levels notify.
    static let channel = Identifier("konak_sites")

    private let map: SiteMap
    private let database: PostgresDatabase
    private let loop: Loop
    private let blocking: BlockingPool
    private let pace: SitePace
    private let log: Log
    private let certificates: CertificateHosts?
    private let sign: NodeSign
    private var listener: NotificationListener?
    private var timer: TimerID?
    private var isReading = false
    private var isStale = false
    private var isStopped = false
    private var isFailing = false
    /// How often the database was read; for tests of the frugality.
    private(set) var readings = 0

    /// A keeper that begins with `start`. With `certificates` it also writes down which hosts may have one.
    public init(
        _ map: SiteMap, database: PostgresDatabase, on loop: Loop, blocking: BlockingPool, log: Log,
        certificates: CertificateHosts? = nil, pace: SitePace = SitePace()
    ) {
        (self.map, self.database, self.loop, self.blocking) = (map, database, loop, blocking)
        (self.log, self.certificates, self.pace) = (log, certificates, pace)
        sign = NodeSign(id: map.node, database: database)
    }

    /// Reads once, whatever comes of it, then goes on by itself. On its loop's thread.
    public func start() async {
        isReading = true
        do { try await sign.enter() } catch { log.warning("node not entered on the list", cause: error) }
        await read()
        isReading = false
        guard !isStopped else { return }
        listener = database.listen(on: loop, to: [Self.channel]) { [weak self] _ in self?.news() }
        setTimer()
        if isStale { news() }
    }

    /// Ends. On its loop's thread.
    public func stop() {
        isStopped = true
        listener?.stop()
        listener = nil
        if let timer { loop.cancel(timer) }
        timer = nil
    }

    /// Ends, and takes the node off the list: it serves no more.
    public func leave() async {
        stop()
        // A reading under way would put it back on the list.
        for _ in 0..<200 where isReading { try? await loop.sleep(for: .milliseconds(10)) }
        try? await sign.leave()
    }

    /// Nothing was heard for a while, or reading failed a moment ago.
    public func timerFired() {
        timer = nil
        news()
    }

    /// Something may have changed. However often that is said while a reading is under way, one more reading covers it.
    private func news() {
        guard !isStopped else { return }
        isStale = true
        guard !isReading else { return }
        isReading = true
        Task(executorPreference: loop) { await self.readUntilFresh() }
    }

    private func readUntilFresh() async {
        while isStale, !isStopped {
            isStale = false
            await read()
            // A thousand changes one after the other must not become a thousand readings.
            try? await loop.sleep(for: pace.rest)
        }
        isReading = false
        setTimer()
    }

    private func read() async {
        readings += 1
        let began = loop.now
        do {
            let answers = try await database.perform(
                all: [NodeSign.moment] + SiteRecords.queries, timeout: pace.patience)
            // Ten thousand tenants take a moment to sort, and a loop has others to serve.
            let unreadable = try await blocking.run { [map] in
                let records = try SiteRecords(Array(answers.dropFirst()))
                map.take(records)
                return records.unreadable
            }
            if !isStopped, let moment = answers.first?.first { try await sign.confirm(moment.decode(0)) }
            if unreadable > 0 {
                log.warning("sites left out: their rows are of another version", ["rows": String(unreadable)])
            }
            log.debug(
                "sites read",
                ["hosts": "\(map.snapshot.count)", "milliseconds": "\((loop.now &- began) / 1_000_000)"])
            isFailing = !(await writeCertificates())
        } catch {
            if !isFailing { log.warning("sites not read anew: the old ones stay", cause: error) }
            isFailing = true
        }
    }

    private func writeCertificates() async -> Bool {
        guard let certificates else { return true }
        do {
            try await blocking.run { [map] in try certificates.write(map.snapshot.certificateHosts) }
            return true
        } catch {
            if !isFailing { log.warning("hosts for certificates not written down", cause: error) }
            return false
        }
    }

    private func setTimer() {
        if let timer { loop.cancel(timer) }
        timer = isStopped ? nil : loop.timer(at: loop.deadline(in: isFailing ? pace.retry : pace.safety), self)
    }
}

/// How often sites are read.
public struct SitePace: Sendable {
    /// The least time between two readings.
    public var rest = Duration.milliseconds(50)
    /// The time until the next try when one failed.
    public var retry = Duration.seconds(1)
    /// The time after which they are read though nothing was said.
    public var safety = Duration.seconds(60)
    /// How long a reading may take.
    public var patience = Duration.seconds(10)

    /// The usual pace.
    public init() {}
}
