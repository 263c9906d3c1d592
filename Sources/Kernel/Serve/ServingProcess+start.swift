import EventLoop
import Glibc
import HTTPServer
import SQL

extension ServingProcess {
    /// The whole life of a serving process on these databases: loops, pools, listeners, and back again.
    /// Blocks the calling thread, which must not be a loop's; the signals must have been blocked before. What
    /// one of the conditions throws ends it before anything is served; each is asked on a thread of its own.
    public static func live(
        _ configuration: Configuration, on access: DatabaseAccess, as duty: Duty = .server,
        provided conditions: [@Sendable () throws -> Void] = [],
        announce: @escaping @Sendable (String) -> Void,
        makeHouse: @escaping HouseMaker
    ) throws -> Bool {
        var configuration = configuration
        // Whoever starts a worker means it.
        if duty == .worker { configuration.jobs = true }
        let logFile = LogFile.standardError()
        defer { logFile.stop() }
        let accessLog = try Self.accessLog(configuration)
        defer { accessLog?.stop() }
        let log = Log(into: logFile, minimum: configuration.logLevel)
        let loops = try LoopGroup(count: configuration.loops.resolved(cores: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        defer { loops.stop() }
        let blocking = BlockingPool(threads: 4, waiting: 1_000)
        defer { blocking.stop() }
        // It takes the database longer than all else that comes before the first answer, so it is asked first.
        let answers = conditions.map { condition in
            Task(executorPreference: loops.first) { try await blocking.run(condition) }
        }
        let jobBell = Bell()
        let observer: @Sendable (Query) -> Void = { if $0.addsJob { jobBell.announce() } }
        guard
            let databases = Databases(
                access.addresses, configuration, loops: loops, blocking: blocking, observer: observer)
        else {
            throw ConfigurationFaults(
                .missing, "KONAK_DATABASE_APP_URL", "and KONAK_DATABASE_CONTROL_URL must be given")
        }
        let keeper = access.cluster.map { ClusterKeeper($0, log: log) }
        defer { keeper?.stop() }
        let (paces, shared) = try configuration.paces(on: loops, log: log)
        let services = HouseServices(
            configuration: configuration, loops: loops, blocking: blocking, databases: databases,
            http: try configuration.httpClient(on: loops), log: log,
            sites: SiteMap(operatorHosts: configuration.operatorHosts, rates: configuration.rates), paces: paces,
            sharedPaces: shared, jobBell: jobBell)
        let process = ServingProcess(
            services: services, accessLog: accessLog, as: duty,
            provided: { for answer in answers { try await answer.value } }, announce: announce, makeHouse: makeHouse)
        return try loops.blockUntilDone { try await process.run() }.get()
    }

    static func accessLog(_ configuration: Configuration) throws -> LogFile? {
        switch configuration.accessLog {
        case .off: return nil
        case .standardOutput: return .standardOutput()
        case .file(let path):
            guard let file = LogFile(path: path) else {
                let reason = LocalFault("open", path)
                throw ConfigurationFaults(
                    .badValue, "KONAK_ACCESS_LOG",
                    "cannot be used: \(reason); name a file that \(Account.current()?.name ?? "this user") may write, stdout or off"
                )
            }
            return file
        }
    }
}
