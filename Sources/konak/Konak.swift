import Glibc
import Kernel

@main
enum Konak {
    static let commands = CommandSet(
        program: "konak", summary: "A business platform for agencies and their clients.",
        commands: [ServeCommand.command])

    static func main() {
        do throws(UsageFault) {
            switch try commands.parse(Array(CommandLine.arguments.dropFirst())) {
            case .run(let command, let invocation): exit(command.run(invocation).number)
            default: print("konak")
            }
        } catch {
            print(error)
            exit(64)
        }
    }
}
