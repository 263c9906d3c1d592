import HTTP
import Kernel
import Testing

@Suite("Configuration")
struct ConfigurationTests {
    @Test("has a default for everything")
    func defaults() throws {
        let configuration = try Configuration(environment: ["PATH": "/bin", "KONAKLAMA": "x"])
        #expect(configuration.listen.map(\.description) == ["127.0.0.1:8080"])
        #expect(configuration.metricsListen.map(\.description) == ["127.0.0.1:8081"])
        #expect(configuration.loops.resolved(cores: 6) == 6)
        #expect(configuration.trustedProxies.isEmpty)
        #expect(configuration.outboundAllow.isEmpty && configuration.outboundDeny.isEmpty)
        #expect(configuration.operatorHosts.map(\.text) == ["127.0.0.1", "[::1]", "localhost", "konak.localhost"])
        #expect(configuration.nameServers.isEmpty)
        #expect(configuration.maxBody == 10 << 20)
        #expect(configuration.maxConnections == 10_000)
        #expect(configuration.requestTimeout == .seconds(30))
        #expect(configuration.headerTimeout == .seconds(10))
        #expect(configuration.idleTimeout == .seconds(75))
        #expect(configuration.drainTimeout == .seconds(30))
        #expect(configuration.databases.areEmbedded)
        #expect(configuration.databaseConnections == 4)
        #expect(configuration.statementTimeout == .seconds(10))
        #expect(configuration.postgresPrograms == nil)
        #expect(configuration.migrations == nil)
        #expect(configuration.varFolder == "./var")
        #expect(configuration.accessLog == .standardOutput)
        #expect(configuration.logLevel == .info)
        #expect(!configuration.bench)
    }

    @Test("reads every key")
    func everyKey() throws {
        let url = "postgresql://role@db.example/konak"
        let configuration = try Configuration(environment: [
            "KONAK_LISTEN": "0.0.0.0:80, [::]:80,localhost:0", "KONAK_METRICS_LISTEN": "[::1]:9",
            "KONAK_LOOPS": "3", "KONAK_TRUSTED_PROXIES": "10.0.0.0/8, fd00::/8,192.0.2.1",
            "KONAK_MAX_BODY": "16kb", "KONAK_MAX_CONNECTIONS": "7", "KONAK_REQUEST_TIMEOUT": "2m",
            "KONAK_HEADER_TIMEOUT": "500ms", "KONAK_IDLE_TIMEOUT": "1h", "KONAK_DRAIN_TIMEOUT": "0s",
            "KONAK_DATABASE_APP_URL": url + "?app", "KONAK_DATABASE_CONTROL_URL": url + "?control",
            "KONAK_DATABASE_PORTAL_URL": url + "?portal", "KONAK_DATABASE_OWNER_URL": url + "?owner",
            "KONAK_DATABASE_SUPERUSER_URL": url + "?superuser", "KONAK_DATABASE_CONNECTIONS": "9",
            "KONAK_DATABASE_STATEMENT_TIMEOUT": "3s", "KONAK_POSTGRES": "/opt/pg", "KONAK_MIGRATIONS": "/m",
            "KONAK_VAR": "/srv/my konak", "KONAK_ACCESS_LOG": "/var/log/konak.log", "KONAK_LOG_LEVEL": "warning",
            "KONAK_BENCH": "on", "KONAK_OPERATOR_HOSTS": "Konak.Example, [::1]", "KONAK_NAME_SERVERS": "127.0.0.1:53",
        ])
        #expect(configuration.listen.map(\.description) == ["0.0.0.0:80", "[::]:80", "127.0.0.1:0"])
        #expect(configuration.metricsListen.map(\.description) == ["[::1]:9"])
        #expect(configuration.loops == .exactly(3))
        #expect(configuration.trustedProxies.map(\.description) == ["10.0.0.0/8", "fd00::/8", "192.0.2.1/32"])
        #expect(configuration.maxBody == 16_000)
        #expect(configuration.maxConnections == 7)
        #expect(configuration.requestTimeout == .seconds(120))
        #expect(configuration.headerTimeout == .milliseconds(500))
        #expect(configuration.idleTimeout == .seconds(3600))
        #expect(configuration.drainTimeout == .zero)
        #expect(configuration.databases.app?.secretText == url + "?app")
        #expect(configuration.databases.control?.secretText == url + "?control")
        #expect(configuration.databases.portal?.secretText == url + "?portal")
        #expect(configuration.databases.owner?.secretText == url + "?owner")
        #expect(configuration.databases.superuser?.secretText == url + "?superuser")
        #expect(configuration.databaseConnections == 9)
        #expect(configuration.statementTimeout == .seconds(3))
        #expect(configuration.postgresPrograms == "/opt/pg")
        #expect(configuration.migrations == "/m")
        #expect(configuration.varFolder == "/srv/my konak")
        #expect(configuration.accessLog == .file("/var/log/konak.log"))
        #expect(configuration.logLevel == .warning)
        #expect(configuration.bench)
        #expect(configuration.operatorHosts.map(\.text) == ["konak.example", "[::1]"])
        #expect(configuration.nameServers.map(\.description) == ["127.0.0.1:53"])
    }

    @Test("takes an empty variable for an absent one", arguments: ConfigurationKey.all.map(\.name))
    func emptyIsAbsent(name: String) throws {
        _ = try Configuration(environment: [name: ""])
    }

    @Test("lets the superuser's address stand alone, for preparing")
    func superuserAlone() throws {
        let configuration = try Configuration(environment: ["KONAK_DATABASE_SUPERUSER_URL": "postgres://db"])
        #expect(!configuration.databases.areEmbedded)
    }

    @Test(
        "shows a database without what may hold a password",
        arguments: [
            ("postgresql://app:hunter2@db.example:5432/konak", "postgresql://db.example:5432/konak"),
            ("postgres://app:hun@ter2@db/konak?password=hunter2", "postgresql://db/konak"),
            ("postgresql:///konak?user=a&password=hunter2&host=/run/konak", "postgresql:///konak"),
        ])
    func databaseIsBland(text: String, bland: String) throws {
        let url = try #require(DatabaseURL(text))
        var dumped = ""
        dump(url, to: &dumped)
        #expect(url.description == bland)
        #expect(!dumped.contains("ter2") && !"\(url) \(String(reflecting: url))".contains("ter2"))
    }

    @Test("orders log levels by weight")
    func levels() { #expect(LogLevel.allCases.sorted() == [.debug, .info, .notice, .warning, .error]) }
}
