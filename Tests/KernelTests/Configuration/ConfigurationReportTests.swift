import Kernel
import Testing

@Suite("The report of the configuration")
struct ConfigurationReportTests {
    @Test("has one row for every key, with its default and its bounds")
    func markdown() {
        let lines = ConfigurationReport.markdown().split(separator: "\n")
        #expect(lines.count == ConfigurationKey.all.count + 2)
        #expect(
            lines.contains(
                "| `KONAK_HEADER_TIMEOUT` | `10s` | duration: 100ms to 10m | The longest time the head of a request may take. |"
            ))
        #expect(lines.allSatisfy { $0.split(separator: "|", omittingEmptySubsequences: false).count == 6 })
    }

    @Test("never shows a secret", arguments: ConfigurationKey.all.filter(\.isSecret).map(\.name))
    func secrets(name: String) {
        let report = ConfigurationReport(environment: [name: "postgresql://app:hunter2@db/konak"])
        let json = String(decoding: report.json(), as: UTF8.self)
        #expect(report.text().contains("\(name)=[redacted]  (set;"))
        #expect(!report.text().contains("hunter2"))
        #expect(json.contains("\"[redacted]\"") && !json.contains("hunter2"))
    }

    @Test("says to machines what is wrong, in the same object")
    func faults() {
        let environment = ["KONAK_FOO": "1", "KONAK_LOOPS": "none"]
        do throws(ConfigurationFaults) {
            _ = try Configuration(environment: environment)
            Issue.record("it was taken")
        } catch {
            let text = String(decoding: ConfigurationReport(environment: environment).json(error), as: UTF8.self)
            #expect(text.hasPrefix("{\"ok\":false,\"errors\":[{\"code\":\"configuration.unknown_key\""))
            #expect(text.contains("\"configuration.bad_value\"") && text.contains("\"KONAK_LISTEN\":{"))
        }
        let sound = String(decoding: ConfigurationReport(environment: [:]).json(), as: UTF8.self)
        #expect(sound.hasPrefix("{\"ok\":true,\"errors\":[],"))
    }

    @Test("says which values were set")
    func setOrDefault() {
        let text = ConfigurationReport(environment: ["KONAK_LOOPS": "2"]).text()
        #expect(text.contains("KONAK_LOOPS=2  (set;"))
        #expect(text.contains("KONAK_VAR=./var  (default;"))
    }

    @Test("holds keys with distinct names, a prefix and a sentence")
    func table() {
        let keys = ConfigurationKey.all
        #expect(Set(keys.map(\.name)).count == keys.count)
        #expect(keys.allSatisfy { $0.name.hasPrefix("KONAK_") && $0.summary.hasSuffix(".") })
        #expect(ConfigurationKey.named("KONAK_LISTEN")?.fallback == "127.0.0.1:8080")
    }
}
