import Core
import HTTP
import Kernel
import ModuleKit
import Security

/// How strict the doors are, and who came through them from above.
struct PolicyRoutes: Sendable {
    let office: PeopleOffice

    private func policies(_ staff: any StaffContext) -> DoorPolicies {
        DoorPolicies(office: office, tenant: staff.tenant)
    }

    private static let factorPath = "/people/security"
    private static let addressPath = "/people/security/addresses"

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/people/security", for: .staff(.managePolicy), taking: FactorInput.self,
            show: { request, staff, draft in
                try await page(draft, FormDraft(to: Self.addressPath, in: staff), request, staff)
            },
            save: { input, _, staff in
                try await demand(input, staff)
                return .see(Self.factorPath, Flash(Self.saved))
            })
        module.form(
            "/people/security/addresses", for: .staff(.managePolicy), taking: AllowInput.self,
            show: { request, staff, draft in
                try await page(FormDraft(to: Self.factorPath, in: staff), draft, request, staff)
            },
            save: { input, request, staff in
                try await allow(input, request, staff)
                return .see(Self.factorPath, Flash(Self.saved))
            })
        module.action("/people/visits/:visit/end", for: .staff(.managePolicy), free: ["visit"]) { _, staff in
            try await end(staff)
            return .see(Self.factorPath, Flash(Self.ended))
        }
        registerProgram(&module)
    }

    private static let saved = Words(tr: "Giriş güvenliği kaydedildi", en: "Sign-in security is saved")
    private static let ended = Words(tr: "Destek erişimi bitirildi", en: "The support access is ended")

    private func page(
        _ factor: FormDraft, _ addresses: FormDraft, _ request: Request, _ staff: any StaffContext
    ) async throws -> PageContent {
        var lacking: [DoorPolicy.SecondFactor: Int] = [:]
        for each in DoorPolicy.SecondFactor.allCases { lacking[each] = try await policies(staff).lacking(each) }
        return PolicyPage(
            policy: try await policies(staff).find(), lacking: lacking,
            address: office.address(of: request)?.description,
            visits: try await Impersonations(office.control, clock: office.clock).list(in: staff.tenant),
            factorDraft: factor, addressDraft: addresses, reader: office.reader(staff)
        ).content
    }

    private func demand(_ input: FactorInput, _ staff: any StaffContext) async throws {
        guard let factor = DoorPolicy.SecondFactor(rawValue: input.factor) else { throw Problem(.unprocessable) }
        try await policies(staff).demand(
            factor, graceEnds: input.grace.flatMap { Timestamp(rfc3339: "\($0)T23:59:59Z") })
    }

    private func allow(_ input: AllowInput, _ request: Request, _ staff: any StaffContext) async throws {
        let blocks = try AddressPolicy.blocks(typed: input.addresses ?? [], at: "/addresses")
        do {
            try await AddressPolicy(office.control, of: staff.tenant).change(
                to: blocks, by: office.address(of: request))
        } catch let problem as Problem where problem.code == .wouldLockOut {
            throw Problem.people(.wouldLockOut)
        }
    }

    private func end(_ staff: any StaffContext) async throws {
        let visits = Impersonations(office.control, clock: office.clock)
        guard try await visits.end(staff.id("visit"), in: staff.tenant) else { throw Problem(.notFound) }
    }

    // MARK: For programs

    private struct PolicyBody: Encodable {
        let factor: String
        let graceEndsAt: Timestamp?
        let addresses: [String]

        init(_ policy: DoorPolicy) {
            (factor, graceEndsAt) = (policy.secondFactor.rawValue, policy.graceEnds)
            addresses = policy.addresses
        }
    }

    private func registerProgram(_ module: inout ModuleRegistrar) {
        module.route(.get, "/api/people/policy", for: .staff(.managePolicy)) { _, staff in
            try .json(of: PolicyBody(try await policies(staff).find()))
        }
        module.route(.put, "/api/people/policy/factor", for: .staff(.managePolicy), taking: FactorInput.self) {
            input, _, staff in
            try await demand(input, staff)
            return try .json(of: PolicyBody(try await policies(staff).find()))
        }
        module.route(.put, "/api/people/policy/addresses", for: .staff(.managePolicy), taking: AllowInput.self) {
            input, request, staff in
            try await allow(input, request, staff)
            return try .json(of: PolicyBody(try await policies(staff).find()))
        }
        module.route(.get, "/api/people/visits", for: .staff(.managePolicy)) { _, staff in
            let visits = try await Impersonations(office.control, clock: office.clock).list(in: staff.tenant)
            return try .json(of: ["visits": visits.map(VisitBody.init)])
        }
        module.route(.delete, "/api/people/visits/:visit", for: .staff(.managePolicy), free: ["visit"]) { _, staff in
            try await end(staff)
            return .done
        }
    }
}

/// A visit from above, as programs on both sides read it.
struct VisitBody: Encodable {
    let id: UUIDv7
    let tenant: TenantID
    let by: String
    let inPlaceOf: String
    let reason: String
    let startedAt: Timestamp
    let endsAt: Timestamp
    let hasEntered: Bool
    let endedAt: Timestamp?

    init(_ visit: Impersonation) {
        (id, tenant, by, inPlaceOf) = (visit.id, visit.tenant, visit.by, visit.whom)
        (reason, startedAt, endsAt) = (visit.reason, visit.started, visit.ends)
        (hasEntered, endedAt) = (visit.hasEntered, visit.ended)
    }
}
