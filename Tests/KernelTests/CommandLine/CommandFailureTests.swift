import Postgres
import Testing

@testable import Kernel

@Suite("The end of a failed command")
struct CommandFailureTests {
    private struct Surprise: Error, CustomStringConvertible { let description = "a surprise" }

    @Test("has the exit code that scripts can rely on")
    func codes() {
        let fault = ConfigurationFault(.badValue, "KONAK_LOOPS", "must be a number")
        let cases: [(any Error, ExitCode)] = [
            (ConfigurationFaults(faults: [fault]), .configuration),
            (PreparationFault.noAddress, .configuration),
            (MigrationFault.noFolder(tried: ["/nowhere"]), .configuration),
            (PostgresError(.unavailable, "refused"), .unavailable),
            (PostgresError(.connectionLost), .unavailable),
            (PostgresError(.timeout), .unavailable),
            (ClusterFault.notInstalled, .unavailable),
            (PostgresError(.server, "syntax error", sqlState: SQLState("42601")), .failed),
            (MigrationFaults(faults: [.notPrepared]), .failed),
            (BootFaults(faults: ["a hole"]), .failed),
            (Surprise(), .failed),
        ]
        for (error, code) in cases {
            let failure = CommandFailure(error)
            #expect(failure.code == code, "\(error)")
            #expect(!failure.problems.isEmpty && failure.problems.allSatisfy { !$0.text.isEmpty && !$0.code.isEmpty })
        }
    }

    @Test("is that of the configuration when a value proves wrong in use, and names key and remedy")
    func wrongInUse() {
        let accessLog = {
            _ = try ServingProcess.accessLog(Configuration(environment: ["KONAK_ACCESS_LOG": "/proc/x"]))
        }
        let state = { _ = try EmbeddedCluster.open(state: "/proc/x", programs: nil, connections: 1) }
        let migrations = { _ = try MigrationFolder.find(configured: "/proc/x", program: LocalPath("/bin/konak")) }
        let cases: [(key: String, remedy: String, use: () throws -> Void)] = [
            ("KONAK_ACCESS_LOG", "name a file", accessLog), ("KONAK_VAR", "name a folder", state),
            ("KONAK_MIGRATIONS", "set KONAK_MIGRATIONS", migrations),
        ]
        for (key, remedy, use) in cases {
            do {
                try use()
                Issue.record("\(key) was taken")
            } catch {
                let failure = CommandFailure(error)
                #expect(failure.code == .configuration, "\(error)")
                #expect(failure.problems.allSatisfy { $0.text.contains(key) && $0.text.contains(remedy) }, "\(error)")
            }
        }
    }

    @Test("tells every fault, and the server's own words")
    func words() {
        let faults = MigrationFaults(faults: [.gap(folder: "crm", number: 2), .changed(label: "crm/0001_x")])
        #expect(CommandFailure(faults).problems.count == 2)
        let refused = CommandFailure(PostgresError(.server, "syntax\nerror", sqlState: SQLState("42601")))
        #expect(refused.problems.first?.text == "the database refused: syntax error (42601)")
    }
}
