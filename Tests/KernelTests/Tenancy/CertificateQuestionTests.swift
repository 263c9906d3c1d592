import Core
import Glibc
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("The proxy's question")
struct CertificateQuestionTests {
    private static func sites(loaded: Bool = true) -> SiteMap {
        let map = SiteMap(operatorHosts: SitesHouse.operatorHosts)
        var records = SiteRecords()
        for (host, state) in [("crm.acme.test", TenantState.active), ("shut.acme.test", .suspended)] {
            var record = SiteRecord(host: host, surface: .app, isVerified: true)
            (record.agency, record.agencyState) = (.make(), .active)
            (record.tenant, record.tenantState, record.tenantAgency) = (.make(), state, record.agency)
            records.all.append(record)
        }
        if loaded { map.take(records) }
        return map
    }

    private static let cases: [(String, UInt16)] = [
        ("domain=stranger.test", 404), ("domain=shut.acme.test", 404), ("domain=x.crm.acme.test", 404),
        ("domain=*.acme.test", 400), ("domain=", 400), ("", 400), ("host=crm.acme.test", 400),
        ("domain=127.0.0.1", 400),
        ("domain=crm.acme.test&domain=stranger.test", 400), ("domain=crm_acme.test", 400), ("domain=a%20b", 400),
        ("domain=" + String(repeating: "a", count: 600), 400), ("domain=crm.acme.test", 200),
        ("domain=CRM.Acme.test", 200), ("domain=crm.acme.test.", 200), ("domain=konak.localhost", 200),
    ]

    @Test("is answered with yes for open hosts only", arguments: cases)
    func answers(query: String, status: UInt16) async throws {
        try await TestHouse.with(databases: .nowhere) { house in
            let answer = try await house.ask(
                try CertificateQuestion(sites: Self.sites()).route, "GET /tls/ask?\(query)")
            #expect(answer.status.code == status)
            #expect(answer.fields[.cacheControl] == "no-store")
        }
    }

    @Test("is not answered with no before anything was read")
    func notYet() async throws {
        try await TestHouse.with(databases: .nowhere) { house in
            let route = try CertificateQuestion(sites: Self.sites(loaded: false)).route
            #expect(try await house.ask(route, "GET /tls/ask?domain=crm.acme.test").status.code == 503)
            #expect(try await house.ask(route, "GET /tls/ask?domain=konak.localhost").status.code == 200)
        }
    }

    @Test("is answered on disk too, and nothing but that lies there")
    func onDisk() throws {
        var template = Array("/tmp/konak-test-XXXXXX".utf8CString)
        let isMade = unsafe mkdtemp(&template) != nil
        #expect(isMade)
        let state = LocalPath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
        let (list, folder) = (state / "tls-hosts", state / "tls-hosts.d")
        defer {
            for name in (try? folder.names()) ?? [] { try? (folder / name).remove() }
            try? list.remove()
            folder.removeEmptyFolder()
            state.removeEmptyFolder()
        }
        let hosts = CertificateHosts(in: state)
        for wanted in [["a.test", "b.test"], ["b.test", "c.test"], [], ["a.test"]] {
            try hosts.write(wanted)
            #expect(try folder.names() == wanted)
            #expect(try list.readText() == wanted.map { "\($0)\n" }.joined())
            #expect(list.facts()?.permissions == 0o644 && folder.facts()?.permissions == 0o755)
        }
        // Another process's leavings are cleared away at the first writing.
        try (folder / "stale.test").write("")
        try CertificateHosts(in: state).write(["a.test"])
        #expect(try folder.names() == ["a.test"])
    }
}
