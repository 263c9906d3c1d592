import Core
import Crypto
import EventLoop
import Kernel
import Postgres
import TestKit

@testable import Security

/// A prepared database with two agencies, three tenants, their hosts and a few people, and a clock that the test moves.
struct IdentityHouse: Sendable {
    let database: TestDatabase
    let control: PostgresDatabase
    let loops: LoopGroup
    let clock = ManualClock(Timestamp(seconds: 1_900_000_000))

    private static func id(_ number: UInt64) -> UUIDv7 {
        UUIDv7(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
    }

    static let agency = AgencyID(id(0xa))
    static let otherAgency = AgencyID(id(0xb))
    static let acme = TenantID(id(0x1))
    static let bora = TenantID(id(0x2))
    static let rival = TenantID(id(0x3))
    static let ada = UserID(id(0xa1))
    static let can = UserID(id(0xa2))
    static let eve = UserID(id(0xa3))

    static let acmeDoor = Doorstep(agency: agency, tenant: acme, host: "acme.test")
    static let boraDoor = Doorstep(agency: agency, tenant: bora, host: "bora.test")
    static let rivalDoor = Doorstep(agency: otherAgency, tenant: rival, host: "rival.test")
    static let agencyDoor = Doorstep(agency: agency, tenant: nil, host: "mavi.test")

    private static let template = TestTemplate("identity") { try await found($0) }

    /// Brings the house's tables into a new database, and those of more folders under the tests.
    static func found(_ database: TestDatabase, with more: [String] = []) async throws {
        var path = LocalPath(#filePath)
        while path.text != "/", !(path / "Package.swift").exists { path = path.parent }
        let folder = MigrationFolder(at: path / "migrations")
        let superuser = "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)"
        try folder.preparation().run(as: DatabaseURL(trusted: superuser), database: database.name)
        let others = try more.flatMap { try MigrationFolder(at: path / $0).files() }
        let ours = try folder.files().filter { ["kernel", "security"].contains($0.folder) } + others
        try MigrationRunner(files: ours).apply(on: ScriptConnection(database.connection(as: "konak_owner")))
        try await database.run(levels)
    }

    private static let levels = """
        INSERT INTO kernel.agency (id, slug, name) VALUES
            ('\(agency)', 'mavi', 'Mavi'), ('\(otherAgency)', 'kirmizi', 'K');
        INSERT INTO kernel.plan (id, key, name_tr, name_en)
        VALUES ('01900000-0000-7000-8000-00000000000f', 'temel', 'T', 'B');
        INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id) VALUES
            ('\(acme)', '\(agency)', 'acme', 'Acme', 'active', '01900000-0000-7000-8000-00000000000f'),
            ('\(bora)', '\(agency)', 'bora', 'Bora', 'active', '01900000-0000-7000-8000-00000000000f'),
            ('\(rival)', '\(otherAgency)', 'rival', 'Rival', 'active', '01900000-0000-7000-8000-00000000000f');
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, challenge) VALUES
            ('acme.test', 'app', '\(agency)', '\(acme)', 'verified', repeat('x', 52)),
            ('bora.test', 'app', '\(agency)', '\(bora)', 'verified', repeat('x', 52)),
            ('new.bora.test', 'app', '\(agency)', '\(bora)', 'pending', repeat('x', 52)),
            ('rival.test', 'app', '\(otherAgency)', '\(rival)', 'verified', repeat('x', 52));
        INSERT INTO security.person (id, agency_id, address, address_key, name, house_role) VALUES
            ('\(ada)', '\(agency)', 'Ada@acme.test', 'ada@acme.test', 'Ada', NULL),
            ('\(can)', '\(agency)', 'can@acme.test', 'can@acme.test', 'Can', 'member'),
            ('\(eve)', '\(otherAgency)', 'ada@acme.test', 'ada@acme.test', 'Eve', NULL);
        INSERT INTO security.membership (tenant_id, person_id, built_in) VALUES
            ('\(acme)', '\(ada)', 'owner'), ('\(bora)', '\(ada)', 'member'), ('\(acme)', '\(can)', 'member'),
            ('\(rival)', '\(eve)', 'owner');
        """

    static func with(_ body: @escaping @Sendable (IdentityHouse) async throws -> Void) async throws {
        try await TestDatabase.with(template) { database in
            try await database.withDriver(as: "konak_control") { control, loops in
                try await body(IdentityHouse(database: database, control: control, loops: loops))
            }
        }
    }

    /// A second node: its own pool to the same database.
    func withNode(_ body: @escaping @Sendable (PostgresDatabase) async throws -> Void) async throws {
        try await database.withDriver(as: "konak_control") { control, _ in try await body(control) }
    }

    var sessions: Sessions { Sessions(control, clock: clock) }

    static func secret(_ text: String) -> HeldSecret { HeldSecret(SecretBytes(copying: text.utf8Span.span)) }

    func opening(_ door: Doorstep = acmeDoor, _ person: UserID = ada) -> Sessions.Opening {
        Sessions.Opening(door.holder(person), agency: door.agency, host: door.host, label: "Firefox, Linux")
    }
}
