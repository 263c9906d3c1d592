import Core
import ModuleKit

protocol VisitCounting: Sendable {
    func visits(in tenant: any TenantContext) async throws -> Int
}

extension Capability where Provider == any VisitCounting {
    static var visitCounting: Self { Self("visit-counting") }
}

struct VisitCounter: VisitCounting {
    let clock: any WallClock

    func visits(in tenant: any TenantContext) async throws -> Int { try await Visit.count(in: tenant) }
}
