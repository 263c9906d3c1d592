import Core
import EventLoop
import Glibc
import HTTP
import HTTPServer
import Outbound
import Synchronization

/// `konak serve` once its database is there: listeners, signals, drain, stop.
public struct ServingProcess: Sendable {
    /// Builds the house from what the process has.
    public typealias HouseMaker = @Sendable (HouseServices) throws -> House

    /// What a process is there for.
    public enum Duty: Sendable {
        /// Requests, and the work beside them unless that is left to others.
        case server
        /// The work alone.
        case worker
    }

    private let services: HouseServices
    private let duty: Duty
    private let accessLog: LogFile?
    /// What must hold before anything is served.
    private let condition: @Sendable () async throws -> Void
    private let announce: @Sendable (String) -> Void
    private let makeHouse: HouseMaker

    /// A process that does not serve yet. It announces, in words for people, where it can be reached.
    public init(
        services: HouseServices, accessLog: LogFile?, as duty: Duty = .server,
        provided condition: @escaping @Sendable () async throws -> Void = {},
        announce: @escaping @Sendable (String) -> Void, makeHouse: @escaping HouseMaker
    ) {
        (self.services, self.accessLog, self.announce, self.makeHouse) = (services, accessLog, announce, makeHouse)
        (self.duty, self.condition) = (duty, condition)
    }

    /// Serves until a signal says stop. True when every request under way was answered in time.
    public func run() async throws -> Bool {
        let state = ServingState()
        async let isSound: Void = condition()
        // Before the first listener: no request must find an empty map.
        let sites = keeper()
        await sites.start()
        let health = try HealthRoutes.routes(services, state)
        let house = try makeHouse(services)
        let face = services.face
        let files = try FaceRoutes.routes(face)
        let design = try DesignRoutes.routes(face, isOn: services.configuration.design)
        let routes = health + [try WelcomePage.route(face)] + files + design + house.routes
        let metrics = RouteMetrics(loops: services.loops, routes: routes.count)
        let server = try webServer(routes, sites: services.sites, metrics, log: accessLog, problems: house.problems)
        let inner = MetricsRoute(
            services: services, server: server, routes: routes, metrics: metrics, accessLog: accessLog,
            sources: house.work.compactMap { $0 as? any MetricsSource })
        let question = CertificateQuestion(sites: services.sites)
        let innerRoutes = health + files + [try inner.route, try question.route]
        let innerServer = try webServer(
            innerRoutes, sites: nil, RouteMetrics(loops: services.loops, routes: innerRoutes.count), log: nil)

        do {
            try await isSound
            let faults = try await OwnedCheck(house.registry.modules).faults(on: services.databases.control)
            guard faults.isEmpty else { throw BootFaults(faults: faults) }
        } catch {
            await sites.leave()
            throw error
        }
        let stopSignal = StopSignal()
        let signals = try await stopSignal.listen(on: services.loops.first, hangUp: reopenAccessLog)
        let listeners = try await listen(
            server, duty == .worker ? [] : services.configuration.listen, "listening")
        let innerListeners = try await listen(innerServer, services.configuration.metricsListen, "listening inside")
        for listener in listeners { announce("Konak answers on \(listener.url)") }
        for listener in innerListeners { announce("Metrics are on \(listener.url)/metrics") }
        let work = WorkCrew(house.work, services)
        async let _: Void = giveStartBack()
        await stopSignal.wait()

        state.drain()
        work.drain()
        services.log.info("draining")
        for listener in listeners { await listener.stop() }
        // Side by side: one time for both, not one after the other's.
        let time = services.configuration.drainTimeout
        async let served = server.drain(for: time)
        async let finished = work.finish(within: time)
        let (isServed, isFinished) = await (served, finished)
        for listener in innerListeners { await listener.stop() }
        _ = await innerServer.drain(for: .seconds(1))
        await services.http.close()
        await sites.leave()
        await services.databases.stop()
        await signals.stop(on: services.loops.first)
        services.log.info("stopped", ["complete": isServed && isFinished ? "yes" : "no"])
        return isServed && isFinished
    }

    /// Once the first answers are given, so that none of them waits for it.
    private func giveStartBack() async {
        guard (try? await services.loops.first.sleep(for: .seconds(1))) != nil else { return }
        try? await services.blocking.run { _ = StartMemory.giveBack() }
    }

    private func keeper() -> SiteKeeper {
        SiteKeeper(
            services.sites, database: services.databases.control, on: services.loops.first, blocking: services.blocking,
            log: services.log, certificates: CertificateHosts(in: LocalPath(services.configuration.varFolder)))
    }

    /// `logrotate` and its like move the file away, then send SIGHUP.
    private func reopenAccessLog() {
        accessLog?.reopen { [log = services.log] failure in
            guard let failure else { return log.info("access log opened anew") }
            log.error(
                "access log not opened anew",
                ["reason": unsafe String(cString: strerror(failure)), "goes_on_with": "the old file"])
        }
    }

    private func webServer(
        _ routes: [Route], sites: SiteMap?, _ metrics: RouteMetrics, log: LogFile?, problems: ProblemPages? = nil
    ) throws -> WebServer {
        let street = Street(
            trusting: TrustedProxies(services.configuration.trustedProxies), counts: services.paces.counts)
        let chain = try WebChain(
            routes: routes, sites: sites, metrics: metrics, log: services.log, face: services.face,
            street: street, problems: problems)
        let responder = Self.layered(chain, blocking: services.blocking)
        return WebServer(
            loops: services.loops, responder: responder, limits: limits, log: log,
            trusting: TrustedProxies(services.configuration.trustedProxies))
    }

    /// The chain with what stands around it.
    static func layered(_ chain: WebChain, blocking: BlockingPool) -> any Responder {
        LayeredChain(chain, blocking: blocking)
    }

    private var limits: ServerLimits {
        var limits = ServerLimits()
        let configuration = services.configuration
        limits.bodyBytes = configuration.maxBody
        limits.connections = configuration.maxConnections
        limits.handlerTime = configuration.requestTimeout
        limits.headTime = configuration.headerTimeout
        limits.idleTime = configuration.idleTimeout
        return limits
    }

    private func listen(
        _ server: WebServer, _ addresses: [ListenAddress], _ event: StaticString
    ) async throws -> [ServerListener] {
        var listeners: [ServerListener] = []
        for address in addresses {
            guard let socket = SocketAddress(host: address.host.description, port: address.port) else {
                throw Problem(.internal, detail: "The address \(address) cannot be listened on.")
            }
            do {
                listeners.append(try await server.listen(on: socket))
            } catch {
                throw ListenFailure(address: address, cause: error)
            }
            services.log.info(
                event, ["host": address.host.description, "port": String(listeners[listeners.count - 1].address.port)])
        }
        return listeners
    }
}

/// An address that could not be had, with what to do about it.
public struct ListenFailure: Error, CustomStringConvertible {
    let address: ListenAddress
    let cause: any Error

    /// What to mend.
    public var description: String {
        "\(address) cannot be listened on (\(String(reflecting: cause))). Stop the program that holds it, or choose"
            + " another address with KONAK_LISTEN or KONAK_METRICS_LISTEN."
    }
}

/// Waits for the first signal that says stop; a second one is ignored, for the drain has an end of its own.
///
/// `@unchecked Sendable`: touched on one loop's thread only.
private final class StopSignal: @unchecked Sendable {
    private var stopped = false
    private var waiter: CheckedContinuation<Void, Never>?

    struct Listening: Sendable {
        let listener: SignalListener
        func stop(on loop: Loop) async { await Task(executorPreference: loop) { listener.stop() }.value }
    }

    func listen(on loop: Loop, hangUp: @escaping @Sendable () -> Void) async throws -> Listening {
        let listener = try await Task(executorPreference: loop) {
            try SignalListener(on: loop) { signal in
                if signal == .hangUp { hangUp() } else { self.stop() }
            }
        }.value
        return Listening(listener: listener)
    }

    private func stop() {
        stopped = true
        waiter?.resume()
        waiter = nil
    }

    func wait() async {
        if stopped { return }
        await withCheckedContinuation { waiter = $0 }
    }
}
