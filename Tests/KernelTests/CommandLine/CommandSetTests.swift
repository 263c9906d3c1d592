import Core
import Kernel
import Testing

@Suite("The command line")
struct CommandSetTests {
    static let set = CommandSet(
        program: "konak", summary: "a house",
        commands: [
            Command("serve", "Serve.", options: [.flag("--quiet", "Quiet.")]) { _ in .ok },
            Command("database", "Databases.") { _ in .ok },
            Command("database prepare", "Prepare.", options: [.value("--wait", "SECONDS", "Wait.")]) { _ in .ok },
            Command("tenant apply", "Apply.", operands: ["FILE"]) { _ in .ok },
            Command("tenant list", "List.") { _ in .ok },
        ])

    static func fault(_ words: String) -> UsageFault? {
        do throws(UsageFault) {
            _ = try set.parse(words.split(separator: " ").map(String.init))
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "refuses what it does not understand",
        arguments: [
            ("srve", UsageFault.Code.unknownCommand, "konak serve"),
            ("database prepar", .operands, nil),
            ("tenant aply", .unknownCommand, nil),
            ("tenant", .unknownCommand, nil),
            ("dance", .unknownCommand, nil),
            ("help srve", .unknownCommand, "konak serve"),
            ("help tenant aply", .unknownCommand, nil),
            ("dance --help", .unknownCommand, nil),
            ("help --jsn", .unknownOption, "--json"),
            ("--hlep", .unknownOption, "--help"),
            ("-h", .unknownOption, nil),
            ("serve --quite", .unknownOption, "--quiet"),
            ("serve --jsn", .unknownOption, "--json"),
            ("serve --quiet=1", .unwantedValue, nil),
            ("serve --quiet --quiet", .repeated, nil),
            ("serve now", .operands, nil),
            ("database prepare --wait", .missingValue, nil),
            ("database prepare --wait 1 --wait 2", .repeated, nil),
            ("tenant apply", .operands, nil),
            ("tenant apply a b", .operands, nil),
            ("tenant apply -- a --json", .operands, nil),
        ] as [(String, UsageFault.Code, String?)])
    func refusals(words: String, code: UsageFault.Code, suggestion: String?) throws {
        let fault = try #require(Self.fault(words))
        #expect(fault.code == code)
        #expect(fault.suggestion == suggestion)
    }

    @Test("lists the commands below a word that is not one")
    func neighbours() throws {
        let fault = try #require(Self.fault("tenant aply"))
        #expect(
            fault.description == "konak has no command `tenant aply`: there is konak tenant apply, konak tenant list.")
    }

    @Test(
        "runs the command with the longest name",
        arguments: [
            ("serve", "serve", Invocation()),
            ("serve --quiet --json", "serve", Invocation(flags: ["--quiet", "--json"])),
            ("database", "database", Invocation()),
            ("database prepare --wait 3", "database prepare", Invocation(values: ["--wait": "3"])),
            ("database prepare --wait=3=4", "database prepare", Invocation(values: ["--wait": "3=4"])),
            ("database prepare --wait=", "database prepare", Invocation(values: ["--wait": ""])),
            ("tenant apply x.json --json", "tenant apply", Invocation(flags: ["--json"], operands: ["x.json"])),
            ("tenant apply -- --odd", "tenant apply", Invocation(operands: ["--odd"])),
            ("tenant apply -", "tenant apply", Invocation(operands: ["-"])),
        ])
    func runs(words: String, name: String, expected: Invocation) throws {
        guard case .run(let command, let invocation) = try Self.set.parse(words.split(separator: " ").map(String.init))
        else {
            Issue.record("it did not run")
            return
        }
        #expect(command.name == name)
        #expect(invocation == expected)
    }

    @Test("shows help and version wherever they are asked for")
    func helpAndVersion() throws {
        guard case .overview = try Self.set.parse([]), case .overview = try Self.set.parse(["--help"]),
            case .version = try Self.set.parse(["--version"]),
            case .version = try Self.set.parse(["serve", "--version"]),
            case .help(let command) = try Self.set.parse(["serve", "--help", "--nonsense"])
        else {
            Issue.record("something else came out")
            return
        }
        #expect(command.name == "serve")
        let help = HelpText.command(command, program: "konak")
        #expect(help.contains("Usage: konak serve [OPTIONS]") && help.contains("--quiet") && help.contains("--json"))
        let overview = HelpText.overview(Self.set)
        #expect(Self.set.commands.allSatisfy { overview.contains("  \($0.name) ") && overview.contains($0.summary) })
        #expect(ExitCode.all.allSatisfy { overview.contains("\($0.number)") && overview.contains($0.meaning) })
    }

    @Test(
        "explains what help is asked for, a word with commands below it too",
        arguments: [
            ("help", nil), ("help --json", nil), ("help serve", ["serve"]), ("help database", ["database"]),
            ("help database prepare --json", ["database prepare"]), ("help tenant", ["tenant apply", "tenant list"]),
            ("tenant --help", ["tenant apply", "tenant list"]),
            ("tenant --json --help", ["tenant apply", "tenant list"]),
        ] as [(String, [String]?)])
    func help(words: String, names: [String]?) throws {
        switch try Self.set.parse(words.split(separator: " ").map(String.init)) {
        case .overview: #expect(names == nil)
        case .help(let command): #expect(names == [command.name])
        case .group(let group):
            #expect(group.map(\.name) == names)
            let text = HelpText.group(group, program: "konak")
            #expect(group.allSatisfy { text.contains("  konak \($0.name) ") && text.contains($0.summary) })
        default: Issue.record("something else came out")
        }
    }

    @Test("explains itself to machines with the same words")
    func helpAsJSON() throws {
        var json = JSONWriter()
        json.beginObject()
        HelpText.write(Self.set, into: &json)
        json.endObject()
        let text = String(decoding: json.finish(), as: UTF8.self)
        #expect(text.hasPrefix("{\"program\":\"konak\""))
        for command in Self.set.commands { #expect(text.contains("{\"command\":\"\(command.name)\"")) }
        #expect(text.contains("{\"name\":\"--wait\",\"value\":\"SECONDS\",\"summary\":\"Wait.\"}"))
        for code in ExitCode.all { #expect(text.contains("{\"code\":\(code.number),")) }
    }

    @Test(
        "counts edits",
        arguments: [
            ("", "", 0), ("a", "", 1), ("", "abc", 3), ("serve", "serve", 0), ("srve", "serve", 1),
            ("sevre", "serve", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
        ])
    func distance(left: String, right: String, edits: Int) {
        #expect(Spelling.distance(left, right) == edits)
        #expect(Spelling.distance(right, left) == edits)
    }
}
