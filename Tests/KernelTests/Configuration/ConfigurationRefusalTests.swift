import Kernel
import Testing

@Suite("Configuration refuses")
struct ConfigurationRefusalTests {
    /// Every fault an environment has.
    static func faults(_ environment: [String: String]) -> [ConfigurationFault] {
        do throws(ConfigurationFaults) {
            _ = try Configuration(environment: environment)
            return []
        } catch {
            return error.faults
        }
    }

    @Test(
        "a bad value, naming the key and not the value",
        arguments: [
            ("KONAK_LISTEN", "8080"), ("KONAK_LISTEN", "127.0.0.1"), ("KONAK_LISTEN", "127.0.0.1:65536"),
            ("KONAK_LISTEN", "127.0.0.1:-1"), ("KONAK_LISTEN", "127.0.0.1:+80"), ("KONAK_LISTEN", "127.0.0.1:"),
            ("KONAK_LISTEN", "::1:8080"), ("KONAK_LISTEN", "[127.0.0.1]:8080"), ("KONAK_LISTEN", "[::1]8080"),
            ("KONAK_LISTEN", "example.org:8080"), ("KONAK_LISTEN", "127.0.0.1:8080,"), ("KONAK_LISTEN", ","),
            ("KONAK_LISTEN", "127.1:8080"), ("KONAK_LISTEN", "0177.0.0.1:8080"),
            ("KONAK_LISTEN", "127.0.0.1:80,127.0.0.1:80"),
            ("KONAK_METRICS_LISTEN", "*:8081"),
            ("KONAK_LOOPS", "0"), ("KONAK_LOOPS", "257"), ("KONAK_LOOPS", "all"), ("KONAK_LOOPS", "2.0"),
            ("KONAK_MAX_CONNECTIONS", "0"), ("KONAK_MAX_CONNECTIONS", "99999999999999999999"),
            ("KONAK_MAX_CONNECTIONS", " 10"), ("KONAK_MAX_CONNECTIONS", "1e3"), ("KONAK_MAX_CONNECTIONS", "٣"),
            ("KONAK_MAX_BODY", "10"), ("KONAK_MAX_BODY", "10 MiB"), ("KONAK_MAX_BODY", "1B"),
            ("KONAK_MAX_BODY", "MiB"), ("KONAK_MAX_BODY", "9999999999GiB"), ("KONAK_MAX_BODY", "-1kB"),
            ("KONAK_HEADER_TIMEOUT", "10"), ("KONAK_HEADER_TIMEOUT", "10 s"), ("KONAK_HEADER_TIMEOUT", "0s"),
            ("KONAK_HEADER_TIMEOUT", "1d"), ("KONAK_HEADER_TIMEOUT", "9223372036854775807h"),
            ("KONAK_HEADER_TIMEOUT", "1.5s"), ("KONAK_HEADER_TIMEOUT", "11m"),
            ("KONAK_TRUSTED_PROXIES", "10.0.0.1/8"), ("KONAK_TRUSTED_PROXIES", "10.0.0.0/33"),
            ("KONAK_OUTBOUND_ALLOW", "mail.example"), ("KONAK_OUTBOUND_DENY", "10.0.0.1/8"),
            ("KONAK_TRUSTED_PROXIES", "proxy"), ("KONAK_TRUSTED_PROXIES", "10.0.0.0/"),
            ("KONAK_MAIL_HELLO", "konak"), ("KONAK_MAIL_HELLO", "konak.localhost"), ("KONAK_MAIL_HELLO", "192.0.2.1"),
            ("KONAK_MAIL_HELLO", "[::1]"), ("KONAK_LOG_LEVEL", "loud"), ("KONAK_LOG_LEVEL", "INFO"),
            ("KONAK_BENCH", "true"), ("KONAK_BENCH", "1"),
            ("KONAK_VAR", "a\nb"), ("KONAK_ACCESS_LOG", "a\u{7F}b"),
            ("KONAK_DATABASE_OWNER_URL", "mysql://host/konak"), ("KONAK_DATABASE_OWNER_URL", "host=x dbname=y"),
            ("KONAK_DATABASE_OWNER_URL", "postgresql://a b/konak"), ("KONAK_DATABASE_OWNER_URL", "postgresql://a\n"),
        ])
    func badValue(key: String, value: String) throws {
        let faults = Self.faults([key: value]).filter { $0.code == .badValue }
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.key == key)
        #expect(fault.description.hasPrefix("\(key) "))
    }

    @Test(
        "an unknown key, proposing the one that was meant",
        arguments: [
            ("KONAK_LISTN", "KONAK_LISTEN"), ("KONAK_DATABASE_APP_URI", "KONAK_DATABASE_APP_URL"),
            ("KONAK_HEADERS_TIMEOUT", "KONAK_HEADER_TIMEOUT"), ("KONAK_LOGLEVEL", "KONAK_LOG_LEVEL"),
            ("KONAK_trusted_proxies", "KONAK_TRUSTED_PROXIES"), ("KONAK_VRA", "KONAK_VAR"),
        ])
    func unknownKey(name: String, meant: String) throws {
        let fault = try #require(Self.faults([name: "x"]).first)
        #expect(fault.code == .unknownKey)
        #expect(fault.sentence.hasSuffix("did you mean \(meant)?"))
    }

    @Test("an unknown key like no other, pointing to the list")
    func unknownKeyLikeNoOther() throws {
        let fault = try #require(Self.faults(["KONAK_FLYING_CARPET": "x"]).first)
        #expect(fault.sentence.hasSuffix("`konak configuration` lists what there is"))
    }

    @Test("an unknown key even when it is empty")
    func emptyUnknownKey() { #expect(Self.faults(["KONAK_X": ""]).map(\.code) == [.unknownKey]) }

    @Test("everything at once")
    func allAtOnce() {
        let faults = Self.faults([
            "KONAK_LISTN": "x", "KONAK_LOOPS": "many", "KONAK_MAX_BODY": "big", "KONAK_DATABASE_PORTAL_URL": "x",
        ])
        #expect(
            faults.map(\.key) == ["KONAK_LISTN", "KONAK_LOOPS", "KONAK_MAX_BODY", "KONAK_DATABASE_PORTAL_URL"])
    }

    @Test(
        "databases of which one role is missing",
        arguments: [
            (["APP"], ["CONTROL"]), (["CONTROL"], ["APP"]), (["OWNER"], ["APP", "CONTROL"]),
            (["PORTAL", "APP"], ["CONTROL"]), (["SUPERUSER", "APP"], ["CONTROL"]),
        ])
    func missingDatabase(given: [String], missing: [String]) {
        let keys = given.map { ("KONAK_DATABASE_\($0)_URL", "postgresql://localhost/konak") }
        let faults = Self.faults(Dictionary(uniqueKeysWithValues: keys))
        #expect(faults.map(\.key) == missing.map { "KONAK_DATABASE_\($0)_URL" })
        #expect(faults.allSatisfy { $0.code == .missing })
    }

    @Test("one address for both listeners")
    func listenerConflict() {
        let faults = Self.faults(["KONAK_LISTEN": "127.0.0.1:8081"])
        #expect(faults.map(\.code) == [.conflict])
    }

    @Test("secrets in no message")
    func secretsStayHidden() {
        let faults = Self.faults(["KONAK_DATABASE_APP_URL": "postgresql:/app:hunter2@host/konak"])
        #expect(!faults.isEmpty)
        #expect(!faults.contains { $0.description.contains("hunter2") })
        #expect(!String(reflecting: ConfigurationFaults(faults: faults)).contains("hunter2"))
    }
}
