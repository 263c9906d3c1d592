import Core
import EventLoop
import HTTP
import Kernel
import ModuleKit

/// `konak bench --limiter`: how long the first stop at the gate takes, where a request is held to the pace of its address,
/// of its tenant and of an open route at once.
struct LimiterLoad: Sendable {
    /// Microseconds a request.
    struct Times: Sendable {
        /// Millions of addresses, each for the first time: the most that a flood can cost.
        let strangers: Double
        /// A thousand addresses that come again and again.
        let regulars: Double
    }

    /// Nil when there is no thread to be had.
    func run() -> Times? {
        guard let loops = try? LoopGroup(count: 1) else { return nil }
        defer { loops.stop() }
        return try? loops.blockUntilDone {
            let strangers = try microseconds(4_000_000) { $0 }
            return Times(strangers: strangers, regulars: try microseconds(2_000_000) { $0 % 1_000 })
        }.get()
    }

    private func microseconds(_ count: UInt32, _ address: (UInt32) -> UInt32) throws -> Double {
        let most = RatePlan.most
        let paces = Paces(RatePlan.standard.changed([.address: most, .tenant: most]))
        let site = Site(
            host: "bench.test", surface: .app, agency: .make(), tenant: .make(),
            brand: Brand(name: "Bench", hue: 0, chroma: 0), language: .en)
        let entry = SiteEntry(site: site, agencyState: .active, tenantState: .active)
        let place = paces.place(.get, try PathTemplate("/pace"), of: ModuleID("bench"))
        let limit = OpenLimit(perMinute: most)
        let began = ContinuousClock.now
        for number in 0..<count {
            try paces.enter(from: .v4(address(number)), at: entry, place, limit: limit)
        }
        return (ContinuousClock.now - began) / .microseconds(1) / Double(count)
    }
}
