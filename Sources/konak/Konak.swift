import Core
import Glibc
import Kernel

@main
enum Konak {
    /// Changed by hand at each release.
    static let version = "0.1.0"

    static let commands = CommandSet(
        program: "konak", summary: "a business platform for agencies and their clients",
        commands: [
            ServeCommand.command, WorkerCommand.command, MigrateCommand.command, MigrateStatusCommand.command,
            DatabasePrepareCommand.command,
            DatabaseRunCommand.command, TenantApplyCommand.command,
        ] + TenantLifeCommands.all + [
            TenantModulesCommand.command, TenantExportCommand.command, TenantImportCommand.command,
            TenantEraseCommand.command,
        ] + PersonCommands.all + UserCommands.all + [
            DrillCommand.isolation, DoctorCommand.command, ConfigurationCommand.command, BenchCommand.command,
            ModulesCommand.command, RoutesCommand.command, ModuleNewCommand.command, VerifyModuleCommand.command,
        ] + DomainCommands.all + JobsCommands.all + MailCommands.all)

    static func main() { exit(run(Array(CommandLine.arguments.dropFirst())).number) }

    private static func run(_ words: [String]) -> ExitCode {
        let terminal = Terminal(wantsJSON: words.contains("--json"))
        do throws(UsageFault) {
            switch try commands.parse(words) {
            case .run(let command, let invocation): return command.run(invocation)
            case .help(let command):
                terminal.say(HelpText.command(command, program: commands.program)) {
                    HelpText.write(command, into: &$0)
                }
            case .group(let group):
                terminal.say(HelpText.group(group, program: commands.program)) { HelpText.write(group, into: &$0) }
            case .overview: terminal.say(HelpText.overview(commands)) { HelpText.write(commands, into: &$0) }
            case .version:
                terminal.say("konak \(version)\n") { json in
                    json.key("version")
                    json.string(version)
                }
            }
            return .ok
        } catch {
            return terminal.fail(.usage, [(error.code.rawValue, error.description)])
        }
    }
}
