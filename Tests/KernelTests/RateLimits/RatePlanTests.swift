import Core
import ModuleKit
import Testing

@testable import Kernel

@Suite("Rates of plans")
struct RatePlanTests {
    @Test("are the house's own unless said otherwise")
    func standard() throws {
        let plan = try Configuration(environment: [:]).rates
        #expect(plan == .standard && plan.holdsRequests)
        #expect(plan.mail == RateRule(50) && plan.sms == RateRule(20) && plan.whatsapp == RateRule(20))
        let changed = try Configuration(environment: ["KONAK_RATES": "user=7, sms=3"]).rates
        #expect(changed == RatePlan.standard.changed([.user: 7, .sms: 3]) && changed.user == RateRule(7))
        #expect(try !Configuration(environment: ["KONAK_RATES": "off"]).rates.holdsRequests)
    }

    @Test(
        "are refused when they make no sense",
        arguments: [
            "user", "user=", "user=0", "user=-1", "user=1.5", "user=1,user=2", "route=5", "people=5", "user=100000001",
            "user=5,", "Off", "user:5",
        ])
    func refusals(text: String) {
        #expect(throws: ConfigurationFaults.self) { try Configuration(environment: ["KONAK_RATES": text]) }
    }

    @Test("are read out of limits and settings, and what cannot be read closes no house")
    func rows() {
        let limits =
            #"{"users": 5, "rate_user": 100, "rate_key": "many", "rate_route": 3, "rate_tenant": 1e2, "rate_": 1}"#
        #expect(RatePlan.rates(in: limits, prefix: "rate_") == [.user: 100])
        #expect(RatePlan.rates(in: #"{"user": 9, "mail": -4}"#, prefix: "") == [.user: 9, .mail: -4])
        for nothing in [nil, "", "null", "[]", "{", #"{"user": {}}"#] {
            #expect(RatePlan.rates(in: nothing, prefix: "").isEmpty)
        }
        let plan = RatePlan.standard.changed([.user: 9, .mail: -4, .sms: .max, .route: 5])
        #expect(plan == RatePlan.standard.changed([.user: 9]))
    }

    @Test("come from the tenant before the plan, and from the plan before the house")
    func levels() {
        var record = SiteRecord(host: "a.test", surface: .app, isVerified: true)
        #expect(record.entry(.standard).rates == nil)
        record.rates = [.user: 3]
        let house = RatePlan.standard.changed([.user: 1, .key: 2])
        #expect(record.entry(house).rates == house.changed([.user: 3]))
        #expect(record.home(house).rates?.key == RateRule(2))
    }
}
