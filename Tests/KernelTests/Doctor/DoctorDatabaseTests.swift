import HTTP
import Postgres
import TestKit
import Testing

@testable import Kernel

@Suite("The doctor looks at databases")
struct DoctorDatabaseTests {
    static func findings(_ role: DatabaseRole, as name: String, _ walled: WalledDatabase) throws -> [Finding] {
        let folder = walled.database.cluster.folder
        let url = DatabaseURL(trusted: "postgresql:///\(walled.database.name)?host=\(folder)&user=\(name)")
        let configuration = try Configuration(environment: ["KONAK_MIGRATIONS": WalledDatabase.folder.path.text])
        let examination = Examination(configuration: configuration, program: LocalPath("/nowhere/konak"))
        return DatabaseExamination(role: role, url: url, examination: examination).findings()
    }

    @Test("and finds nothing to fail in a sound one", arguments: DatabaseRole.allCases.filter { $0 != .backup })
    func sound(role: DatabaseRole) async throws {
        try await WalledDatabase.with { walled in
            let findings = try Self.findings(role, as: role.rawValue, walled)
            #expect(!findings.isEmpty)
            // The tests' own server is not durable, on purpose, which is a warning.
            #expect(findings.filter { $0.level == .failure } == [])
        }
    }

    @Test("and finds an address that leads to another role", arguments: [TestCluster.owner, "konak_control"])
    func otherRole(name: String) async throws {
        try await WalledDatabase.with { walled in
            let first = try Self.findings(.app, as: name, walled).first
            #expect(first?.level == .failure)
        }
    }

    @Test(
        "and finds a latch that does not hold",
        arguments: [
            "GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO konak_app",
            "GRANT USAGE ON LANGUAGE plpgsql TO konak_app",
            """
            CREATE OR REPLACE FUNCTION kernel.enter(tenant uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
                SET search_path = pg_catalog, pg_temp
                AS 'BEGIN PERFORM set_config(''konak.tenant'', tenant::text, true); END'
            """,
        ])
    func brokenLatch(mutation: String) async throws {
        try await WalledDatabase.with { walled in
            try walled.connect(TestCluster.owner).run(script: mutation)
            let failures = try Self.findings(.app, as: "konak_app", walled).filter { $0.level == .failure }
            #expect(failures.map(\.text) == ["the latch does not hold konak_app"])
        }
    }

    @Test("and finds what is missing")
    func missing() async throws {
        try await WalledDatabase.with { walled in
            try walled.connect(TestCluster.owner).run(script: "DELETE FROM kernel.migration")
            let texts = try Self.findings(.control, as: "konak_control", walled).map(\.text)
            #expect(texts.contains("kernel/0001_wall is not applied: run `konak migrate`"))
            let url = DatabaseURL(trusted: "postgresql:///konak?host=/nowhere&user=konak_app")
            let examination = Examination(configuration: try Configuration(environment: [:]), program: LocalPath("/x"))
            let away = DatabaseExamination(role: .app, url: url, examination: examination).findings()
            #expect(away.map(\.level) == [.failure])
        }
    }

    @Test(
        "and a port that Konak holds is told from one that another server does",
        arguments: [
            (#"{"ready":true,"draining":false,"databases":{"app":true,"control":true}}"#, .ok),
            (#"{"ready":false,"draining":true,"databases":{"app":false,"control":false}}"#, .ok),
            ("ok\n", .warning), (#"{"ready":true}"#, .warning), ("", .warning),
        ] as [(String, Finding.Level)])
    func portOfKonak(document: String, level: Finding.Level) async throws {
        let responder = Answering { request in
            request.head.path == "/readyz" ? .text(document) : .text("", status: .notFound)
        }
        try await TestServer.run(responder) { server in
            let findings = Check.judge(ListenAddress(host: .loopback, port: server.port))
            #expect(findings.level == level)
            #expect(Check.judge(ListenAddress(host: .v4(0), port: server.port)).level == level)
        }
    }

    @Test("and a taken port is told from a free one")
    func ports() throws {
        let holder = try #require(TakenPort())
        let taken = ListenAddress(host: .loopback, port: holder.port)
        #expect(ListenTrial.bind(taken) == TakenPort.inUse)
        #expect(ListenTrial.bind(ListenAddress(host: .loopback, port: 0)) == 0)
        #expect(ListenTrial.bind(ListenAddress(host: .loopbackV6, port: 0)) == 0)
    }
}
