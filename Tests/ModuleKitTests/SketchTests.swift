import Core
import HTTP
import ModuleKit
import SQL
import Testing

// The shape a module has, down to its spelling: if this no longer compiles, every module breaks.

struct MailboxModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("mailbox"), permissions: [.readMail, .sendMail], planFeature: PlanFeature("mailbox"))
    private let inbox: Inbox

    init(_ services: ModuleServices) throws { inbox = try Inbox(vault: services.vault) }

    func register(into module: inout ModuleRegistrar) {
        module.route(.get, "/mail", for: .staff(.readMail), ThreadRoutes.list)
        module.route(.post, "/mail", for: .staff(.sendMail), ThreadRoutes.send)
        module.job(SyncInbox.self) { [inbox] job, tenant in try await job.run(inbox, in: tenant) }
    }
}

extension Permission {
    static let readMail = Permission("mailbox.read")
    static let sendMail = Permission("mailbox.send")
}

struct Inbox: Sendable {
    let vault: any Vault
    init(vault: any Vault) throws { self.vault = vault }
}

enum ThreadRoutes {
    static func list(_ request: Request, _ tenant: any TenantContext) async throws -> Response {
        .text(String(try await tenant.query("SELECT id FROM mailbox.thread").count))
    }

    static func send(_ request: Request, _ staff: any StaffContext) async throws -> Response {
        .text(staff.user.description)
    }
}

struct SyncInbox: Job {
    static let kind = JobKind("mailbox.sync")
    let thread: UUIDv7

    func run(_ inbox: Inbox, in tenant: any TenantContext) async throws -> JobOutcome { .done }
}

struct NoVault: Vault {
    func withSecret<Success: Sendable>(
        _ name: SecretName, of tenant: any TenantContext, _ body: @Sendable (borrowing RawSpan) async throws -> Success
    ) async throws -> Success {
        throw Problem(.notFound)
    }
}

struct NoCapabilities: CapabilityLookup {
    func find<Provider>(_ capability: Capability<Provider>, for tenant: any TenantContext) async throws -> Provider? {
        nil
    }
}

@Suite struct SketchTests {
    @Test func `a module is a list of values`() throws {
        let services = ModuleServices(vault: NoVault(), clock: SystemClock(), capabilities: NoCapabilities())
        var registrar = ModuleRegistrar()
        try MailboxModule(services).register(into: &registrar)
        #expect(
            registrar.routes.map { "\($0.method.rawValue) \($0.path) \($0.access)" }
                == ["GET /mail staff(mailbox.read)", "POST /mail staff(mailbox.send)"])
        #expect(registrar.jobs.map(\.kind) == [JobKind("mailbox.sync")])
        #expect(registrar.mistakes.isEmpty)
    }

    @Test func `a path that cannot be is kept as a mistake`() {
        var registrar = ModuleRegistrar()
        registrar.route(.get, "mail", for: .open(.pages)) { _, _ in .text("") }
        #expect(registrar.routes.isEmpty)
        #expect(registrar.mistakes.count == 1)
    }
}
