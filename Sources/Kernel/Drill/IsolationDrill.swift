import Core
import Crypto
import EventLoop
import HTTP
import ModuleKit
import Postgres

/// `konak drill isolation`: makes tenants with a canary in every text, asks everything that is registered for what is
/// another's, and looks for it wherever it could come out. What it asks comes from the registry, so a later module joins
/// without a line of its own.
public struct IsolationDrill: Sendable {
    /// How long and by which numbers.
    public struct Order: Sendable, Hashable {
        /// Requests by chance, beside those that go through every route in order.
        public var requests: Int
        /// The same seed gives the same requests.
        public var seed: UInt64

        /// An order.
        public init(requests: Int = 20_000, seed: UInt64 = UInt64.random(in: 1...UInt64.max)) {
            (self.requests, self.seed) = (requests, seed)
        }
    }

    let registry: Registry
    private let databases: Databases
    private let owner: PostgresDatabase?
    private let loops: LoopGroup
    private let recorder: StatementRecorder
    private let places: [any DrillPlace]
    private let order: Order
    private let capabilities: CapabilityTable?

    /// A drill over these modules and databases, which are real. The recorder must be the one that the databases report
    /// to; `owner` is for tables into which the app may not write.
    init(
        registry: Registry, databases: Databases, owner: PostgresDatabase?, loops: LoopGroup,
        recorder: StatementRecorder, places: [any DrillPlace] = [], order: Order = Order(),
        capabilities: CapabilityTable? = nil
    ) {
        (self.registry, self.databases, self.owner, self.loops) = (registry, databases, owner, loops)
        (self.recorder, self.places, self.order) = (recorder, places, order)
        self.capabilities = capabilities
    }

    /// Holds the drill; nothing of it stays behind. On a loop.
    public func run() async throws -> DrillReport {
        let house: DrillHouse
        do {
            house = try await founding.found()
        } catch let error as PostgresError {
            // All that stands in the statement was made up for the drill.
            throw DrillFault("the house of the drill cannot be founded: \(error.unredacted)")
        }
        do {
            let report = try await run(in: house)
            try await founding.remove(house)
            return report
        } catch {
            try? await founding.remove(house)
            throw error
        }
    }

    /// Makes and removes the house of the drill.
    var founding: DrillFounding { DrillFounding(registry: registry, databases: databases, owner: owner) }

    /// The drill in a house that stands.
    func run(in house: DrillHouse) async throws -> DrillReport {
        let start = ContinuousClock.now
        let log = DrillLog()
        let (course, gate) = try course(in: house, log)
        let twins = try await TwinPhase(course: course).run()
        try await AccessPhase(course: course, twins: twins).run()
        try await ForeignPhase(course: course, twins: twins).run()
        try await RandomPhase(course: course, twins: twins, requests: order.requests, seed: order.seed).run()
        try await HousePhase(course: course).run()
        let works = try await WorkPhase(course: course, gate: gate).run()
        try await course.look()
        let time = (ContinuousClock.now - start).components
        return report(course, works, seconds: Double(time.seconds) + Double(time.attoseconds) / 1e18)
    }

    /// Whether a capability is offered to a tenant of the course that was made last.
    func offers(_ name: CapabilityName, to tenant: any TenantContext) -> Bool {
        capabilities?.offers(name, to: tenant) ?? false
    }

    /// The way through the house, with its own hosts unless others are given.
    func course(
        in house: DrillHouse, _ log: DrillLog, sites given: (any SiteLookup)? = nil
    ) throws -> (DrillCourse, Gate) {
        let sites = given ?? house.sites
        capabilities?.fill(registry, sites: sites)
        var gate = Gate(
            registry: registry, sites: sites, databases: databases, principals: house.principals,
            links: house.links,
            clock: SystemClock())
        // The drill has no sender's key; whose endpoint it is, is what keeps tenants apart.
        gate.weighsMessages = false
        let houseRoutes = try self.houseRoutes(HouseFace(sites: sites))
        let routes = gate.routes + houseRoutes
        let chain = try WebChain(
            routes: routes, sites: sites, metrics: RouteMetrics(loops: loops, routes: routes.count),
            log: Log(into: log))
        let range = DrillRange(
            chain: chain, words: DrillWords(house: house), series: SystemRandomNumberGenerator.word())
        let course = DrillCourse(
            house: house, range: range, maker: ShotMaker(house: house), routes: DrillRoute.all(of: registry),
            houseRoutes: houseRoutes,
            ledger: DrillLedger(), recorder: recorder, places: [log] + places, loops: loops)
        return (course, gate)
    }

    /// What `konak serve` answers beside modules, on the listener that the world reaches.
    private func houseRoutes(_ face: HouseFace) throws -> [Route] {
        // The browser files are the program's own and the same for everybody.
        try HealthRoutes.routes(databases, ServingState(), face) + [WelcomePage.route(face)]
            + FaceRoutes.branded(face)
    }

    private func report(_ course: DrillCourse, _ works: Int, seconds: Double) -> DrillReport {
        let sum = course.ledger.sum
        var uncounted = sum.uncounted.map { "\($0.key): \($0.value)" }.sorted()
        // A route that nobody asked would be a hole in the drill itself.
        for route in course.routes where sum.uncounted[route.label] == nil && sum.byRoute[route.label] == nil {
            uncounted.append("\(route.label): it was never asked")
        }
        let channels = registry.modules.flatMap { $0.registrar.liveChannels.map(\.event.text) }
        return DrillReport(
            routes: course.routes.count + course.houseRoutes.count, works: works, requests: sum.requests,
            leakCount: sum.leakCount,
            leaks: sum.leaks,
            uncounted: uncounted, answers: sum.answers, withoutCanary: course.house.without,
            places: course.places.map(\.name),
            liveChannels: channels, seed: order.seed, seconds: seconds)
    }
}

extension SystemRandomNumberGenerator {
    fileprivate static func word() -> UInt64 {
        var random = SystemRandomNumberGenerator()
        return random.next()
    }
}
