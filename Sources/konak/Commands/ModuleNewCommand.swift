import Core
import Kernel

/// `konak module new`: a module that compiles, is tested, and keeps to everything that holds for modules.
enum ModuleNewCommand {
    static let command = Command(
        "module new", "Write a new module into the source tree.",
        details: """
            Makes Plugins/<Name>, migrations/<name> and Tests/<Name>Tests, and adds the module to Package.swift and to
            Sources/konak/InstalledModules.swift. The name is in lower case with underscores, as in site_visits. What is
            there is never overwritten. docs/modules.md goes on from here.
            """,
        options: [
            .value("--title-tr", "WORDS", "What people read in Turkish (the name)."),
            .value("--title-en", "WORDS", "What people read in English (the name)."),
            .value("--in", "FOLDER", "The source tree (the one around the working folder)."),
        ], operands: ["NAME"]
    ) { invocation in
        let terminal = Terminal(invocation)
        do {
            let name = try ModuleName(invocation.operands.first ?? "")
            let titles = (
                tr: try title(invocation.values["--title-tr"], of: name),
                en: try title(invocation.values["--title-en"], of: name)
            )
            let tree = try SourceTree.find(invocation.values["--in"])
            let files = ModuleNewTemplates.files.map { $0.renamed(to: name, titles) }
            let written = try tree.add(name, files)
            report(name, written, terminal)
            return .ok
        } catch let fault as ModuleNewFault {
            return terminal.fail(.usage, [("module.new", fault.description)])
        } catch {
            return terminal.fail(.failed, [("module.new", "\(error)")])
        }
    }

    /// It goes into a literal of Swift as it stands.
    private static func title(_ given: String?, of name: ModuleName) throws(ModuleNewFault) -> String {
        let words = name.id.split(separator: "_").joined(separator: " ")
        let title = given ?? words.prefix(1).uppercased() + words.dropFirst()
        let isPlain = title.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\"" && scalar != "\\"
        }
        guard isPlain, (1...40).contains(title.count), title.contains(where: \.isLetter) else {
            throw ModuleNewFault("a title has 1 to 40 characters, among them no quotes and no backslash")
        }
        return title
    }

    private static func report(_ name: ModuleName, _ written: [String], _ terminal: Terminal) {
        let next = """
            next: scripts/build && swift test --filter \(name.type)Tests
                  konak migrate && konak verify-module \(name.id)

            """
        terminal.say(written.map { "wrote \($0)\n" }.joined() + next) { json in
            json.key("ok")
            json.bool(true)
            json.key("module")
            json.string(name.id)
            json.key("written")
            json.beginArray()
            for path in written { json.string(path) }
            json.endArray()
        }
    }
}
