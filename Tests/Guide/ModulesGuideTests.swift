import Core
import Kernel
import ModuleKit
import TestKit
import Testing

/// The module of docs/modules.md, which shows every registration: what the page says is what is run here.
@Suite("The guide for authors of modules")
struct ModulesGuideTests {
    @Test("shows a module that keeps to everything")
    func contract() async throws {
        let report = try await ModuleHouse.verify(VisitsModule.self)
        #expect(report.faults == [])
        #expect(report.isSound)
    }

    @Test("shows a module that works")
    func work() async throws {
        try await ModuleHouse.with(VisitsModule.self) { house async throws in
            let refused = try await house.ask("POST /visits/visits", as: .newcomer, #"{"place":"Kadıköy"}"#)
            #expect(refused.status == 403)
            let planned = try await house.ask("POST /visits/visits", as: .staff, #"{"place":"Kadıköy"}"#)
            #expect(planned.status == 201)
            let empty = try await house.send("/visits/new", as: .staff, ["place": "", "email": "kim@ornek.com"])
            #expect(empty.status == 422 && empty.text.contains("kim@ornek.com"))
            #expect(try await house.ask("GET /visits", as: .staff).text.contains("Kadıköy"))
            #expect(!(try await house.ask("GET /visits", as: .neighbour, at: .theirs).text.contains("Kadıköy")))
            #expect(!(try await house.ask("GET /visits", as: .customer, at: .portal).text.contains("Kadıköy")))
            #expect(try await house.jobs(of: RemindVisitor.self).count == 1)
            #expect(try await house.events(of: VisitPlanned.self).count == 1)
            #expect(try await VisitCounter(clock: SystemClock()).visits(in: house.ours) == 1)
        }
    }
}
