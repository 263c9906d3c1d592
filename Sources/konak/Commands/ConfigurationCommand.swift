import Kernel

/// `konak configuration`: every key, its value in force, and whether all of it is right.
enum ConfigurationCommand {
    static let command = Command(
        "configuration", "List every KONAK_* variable with the value in force.",
        details: "Secrets are not shown. Ends with 78 when something is wrong, after the list.",
        options: [.flag("--markdown", "Print the table of docs/operations.md instead.")]
    ) { invocation in
        let terminal = Terminal(invocation)
        if invocation.has("--markdown") {
            terminal.say(ConfigurationReport.markdown())
            return .ok
        }
        let environment = Environment.variables()
        let report = ConfigurationReport(environment: environment)
        let faults = faults(in: environment)
        guard !terminal.wantsJSON else {
            terminal.say(report.json(faults))
            return faults == nil ? .ok : .configuration
        }
        terminal.say(report.text())
        return faults.map { terminal.fail(.configuration, CommandFailure($0).problems) } ?? .ok
    }

    private static func faults(in environment: [String: String]) -> ConfigurationFaults? {
        do throws(ConfigurationFaults) {
            _ = try Configuration(environment: environment)
            return nil
        } catch {
            return error
        }
    }
}
