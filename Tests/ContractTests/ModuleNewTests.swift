import Testing

@testable import Kernel

/// The real command, in a copy of what it reads and changes of the source tree.
@Suite("konak module new")
struct ModuleNewTests {
    @Test("writes the model byte for byte when it is given the model's name, and installs it")
    func golden() throws {
        let tree = try TreeCopy()
        defer { tree.remove() }
        let run = try tree.konak("module new notebook --title-tr Defter --title-en Notebook --in \(tree.root.text)")
        #expect(run.code == 0, "\(run.text)")
        let model = LocalPath(ModuleContractTests.near("Tests/NewModule"))
        let files = try Self.files(of: model)
        #expect(files.count >= 12)
        for file in files {
            let written = try? (tree.root / file).readText()
            #expect(try written == (model / file).readText(), "\(file): run scripts/module-templates")
        }
        #expect(try Self.files(of: tree.root / "Plugins") == Self.files(of: model / "Plugins"))
        let installed = try (tree.root / TreeCopy.installed).readText()
        #expect(installed.contains("import ModuleKit\nimport Notebook\n"))
        #expect(installed.contains("\n    NotebookModule.self,\n    // `konak module new`"))
        #expect(try (tree.root / "Package.swift").readText().contains("\n    \"Notebook\",\n    // `konak module new`"))
        #expect(try tree.dump().contains(#""name" : "NotebookTests""#))
    }

    @Test("gives another name and other titles to everything, and keeps to the length of lines")
    func another() throws {
        let tree = try TreeCopy()
        defer { tree.remove() }
        let name = "sixteen_letters2"
        let run = try tree.konak("module new \(name) --title-tr İşler --json --in \(tree.root.text)")
        #expect(run.code == 0, "\(run.text)")
        #expect(run.text.contains(#""module":"\#(name)""#))
        let manifest = try (tree.root / "Plugins/SixteenLetters2/SixteenLetters2Module.swift").readText()
        #expect(manifest.contains(#"Words(tr: "İşler", en: "Sixteen letters2")"#))
        for folder in ["Plugins/SixteenLetters2", "migrations/\(name)", "Tests/SixteenLetters2Tests"] {
            for file in try Self.files(of: tree.root / folder) {
                let text = try (tree.root / folder / file).readText()
                #expect(!text.lowercased().contains("notebook") && !text.contains("Defter"), "\(file)")
                let longest = text.split(separator: "\n").map(\.count).max() ?? 0
                #expect(longest <= 120 || file.hasSuffix(".md"), "\(file): \(longest)")
            }
        }
        let again = try tree.konak("module new \(name) --in \(tree.root.text)")
        #expect(again.code == 64)
        #expect(again.text.contains("Plugins/SixteenLetters2 is there already"))
        #expect(try tree.dump().contains("SixteenLetters2Tests"))
    }

    @Test(
        "refuses, with a sentence, and changes nothing",
        arguments: [
            ("X", "cannot name a module"), ("Crm", "cannot name a module"), ("c-rm", "cannot name a module"),
            ("1st", "cannot name a module"), ("a__b", "cannot name a module"), ("ab_", "cannot name a module"),
            ("a_name_that_is_far_too_long", "cannot name a module"), ("kernel", "means something"),
            ("order", "means something"), ("user", "means something"), ("testing", "means something"),
            ("pg_things", "means something"), ("core", "has a target “core”"),
            ("sample", "has a target “samplemodule”"),
            ("crypto", "has a target “crypto”"), ("reference", "has a target “reference”"),
            ("visits --title-tr a\"b", "no quotes"),
        ])
    func refusals(words: String, sentence: String) throws {
        let tree = try TreeCopy()
        defer { tree.remove() }
        let before = try tree.package()
        let run = try tree.konak("module new \(words) --in \(tree.root.text)")
        #expect(run.code == 64)
        #expect(run.text.contains(sentence), "\(run.text)")
        #expect(try tree.package() == before)
        #expect(try Self.files(of: tree.root / "Plugins").isEmpty)
    }

    @Test("says so where there is no source tree, and where a list has lost its mark")
    func noTree() throws {
        let tree = try TreeCopy()
        defer { tree.remove() }
        let away = try tree.konak("module new visits --in \(tree.root.text)/Plugins")
        #expect(away.code == 64 && away.text.contains("there is no source tree of Konak at"))
        try (tree.root / "Package.swift").write(tree.package().replacing("adds a line above", with: "adds"))
        let unmarked = try tree.konak("module new visits --in \(tree.root.text)")
        #expect(unmarked.code == 64 && unmarked.text.contains("Package.swift has lost the line"))
        #expect(try Self.files(of: tree.root / "Plugins").isEmpty)
    }

    private static func files(of folder: LocalPath) throws -> [String] {
        guard folder.facts()?.isFolder == true else { return [] }
        return try folder.names().sorted().flatMap { name in
            let path = folder / name
            return path.facts()?.isFolder == true ? try files(of: path).map { "\(name)/\($0)" } : [name]
        }
    }
}

@Suite("konak modules, konak routes, konak verify-module")
struct ModuleListingTests {
    @Test(
        "answer without a database, in words and in JSON",
        arguments: [
            ("modules", 0, "module  türkçe  english  kind"), ("modules --json", 0, #"{"modules":["#),
            ("routes", 0, "method  path  access  surface  module  input"), ("routes --json", 0, #"{"routes":["#),
            ("routes --module nobody", 1, "there is no module “nobody”"),
            ("verify-module nobody", 64, "there is no module “nobody”"),
            ("verify-module nobody --requests many", 64, "--requests must be a whole number"),
        ])
    func answers(words: String, code: Int32, text: String) throws {
        let tree = try TreeCopy()
        defer { tree.remove() }
        let run = try tree.konak(words)
        #expect(run.code == code)
        #expect(run.text.contains(text), "\(run.text)")
    }
}

/// A copy of what the command reads and changes. The package manager reads no more than its own file.
private struct TreeCopy {
    let root: LocalPath
    static let installed = "Sources/konak/InstalledModules.swift"

    init() throws {
        let number = UInt64.random(in: 0...UInt64.max)
        root = LocalPath("/tmp/konak-tree-\(String(number, radix: 16))")
        try (root / "Sources/konak").makeFolder(mode: 0o755)
        try (root / "Plugins").makeFolder(mode: 0o755)
        // The model stands in the package as a target of tests; here its name is free.
        let package = try Self.read("Package.swift").split(separator: "\n", omittingEmptySubsequences: false)
        let free = package.filter { !$0.contains("Tests/NewModule") }.joined(separator: "\n")
        try (root / "Package.swift").write(free.replacing("\"Notebook\", ", with: ""), mode: 0o644)
        try (root / Self.installed).write(Self.read(Self.installed), mode: 0o644)
    }

    private static func read(_ path: String) throws -> String {
        try LocalPath(ModuleContractTests.near(path)).readText()
    }

    func package() throws -> String { try (root / "Package.swift").readText() }

    /// Runs the program that was built beside the tests.
    func konak(_ words: String) throws -> (code: Int32?, text: String) {
        let program = try LocalPath("/proc/self/exe").resolved()
        return try run([Self.program(near: program).text] + words.split(separator: " ").map(String.init))
    }

    private static func program(near tests: LocalPath) -> LocalPath {
        let beside = tests.parent.andAncestors.map { $0 / "konak" }
        let built = LocalPath(CommandLine.arguments.first { $0.contains(".xctest") } ?? tests.text).parent / "konak"
        return ([built] + beside).first { $0.facts()?.isFolder == false } ?? built
    }

    func dump() throws -> String {
        // The toolchain lies where the tests were started from.
        let path = Environment.variables()["PATH"] ?? "/usr/bin:/bin"
        let run = try run([
            "/usr/bin/env", "PATH=\(path)", "HOME=\(root.text)", "swift", "package", "--package-path", root.text,
            "dump-package",
        ])
        #expect(run.code == 0)
        return run.text
    }

    private func run(_ arguments: [String]) throws -> (code: Int32?, text: String) {
        let output = root / "output"
        let code = try Subprocess(arguments, output: output).run(seconds: 120)
        return (code, try output.readText())
    }

    func remove() { _ = try? Subprocess(["/bin/rm", "-rf", root.text]).run(seconds: 30) }
}
