import Kernel
import Postgres
import Testing

@Suite("The end of a failed command")
struct CommandFailureTests {
    private struct Surprise: Error, CustomStringConvertible { let description = "a surprise" }

    @Test("has the exit code that scripts can rely on")
    func codes() {
        let fault = ConfigurationFault(.badValue, "KONAK_LOOPS", "must be a number")
        let cases: [(any Error, ExitCode)] = [
            (ConfigurationFaults(faults: [fault]), .configuration),
            (PreparationFault.noAddress, .configuration),
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

    @Test("tells every fault, and the server's own words")
    func words() {
        let faults = MigrationFaults(faults: [.gap(folder: "crm", number: 2), .changed(label: "crm/0001_x")])
        #expect(CommandFailure(faults).problems.count == 2)
        let refused = CommandFailure(PostgresError(.server, "syntax\nerror", sqlState: SQLState("42601")))
        #expect(refused.problems.first?.text == "the database refused: syntax error (42601)")
    }
}
