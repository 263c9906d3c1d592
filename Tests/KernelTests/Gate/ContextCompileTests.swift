import EventLoop
import Glibc
import Testing

@testable import Kernel

/// What a module's author could write to reach another tenant, and that the compiler refuses it. Each is a pair: one line
/// that must not build, for the reason given, and its twin that must.
@Suite("A call across tenants", .serialized)
struct ContextCompileTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let imports: String
        let wrong: String
        let reason: String
        let right: String
    }

    static let pairs = [
        Pair(
            testDescription: "a staff handler registered for customers", imports: module,
            wrong: routes("module.route(.get, \"/x\", for: .portal(see), staff)"), reason: "StaffContext",
            right: routes("module.route(.get, \"/x\", for: .staff(see), staff)")),
        Pair(
            testDescription: "a customer's handler registered for everybody", imports: module,
            wrong: routes("module.route(.get, \"/x\", for: .open(.pages), customer)"), reason: "PortalContext",
            right: routes("module.route(.get, \"/x\", for: .portal(see), customer)")),
        Pair(
            testDescription: "a route that does not say who may call it", imports: module,
            wrong: routes("module.route(.get, \"/x\", staff)"), reason: "for",
            right: routes("module.route(.get, \"/x\", for: .staff(see), staff)")),
        Pair(
            testDescription: "a page that does not say who may open it", imports: module + "import Markup\n",
            wrong: routes("module.page(\"/x\") { _, _ in PageContent(title: \"\", body: \"\") }"),
            reason: "missing argument for parameter 'for'",
            right: routes("module.page(\"/x\", for: .person) { _, _ in PageContent(title: \"\", body: \"\") }")),
        Pair(
            testDescription: "a machine asked for a recent proof of a person", imports: module,
            wrong: routes("module.route(.get, \"/x\", for: .open(.pages).fresh) { _, _ in .text(\"\") }"),
            reason: "fresh",
            right: routes("module.route(.get, \"/x\", for: .person.fresh) { _, _ in .text(\"\") }")),
        Pair(
            testDescription: "a page of the agency that asks for tenants' data", imports: module,
            wrong: "func x(_ agency: any AgencyContext) async throws { _ = try await agency.query(\"SELECT 1\") }",
            reason: "has no member 'query'",
            right: "func x(_ staff: any StaffContext) async throws { _ = try await staff.query(\"SELECT 1\") }"),
        Pair(
            testDescription: "a tenant's id given to a query", imports: module,
            wrong:
                "func x(_ own: any StaffContext, _ other: TenantID) async throws { _ = try await own.query(\"SELECT 1\", tenant: other) }",
            reason: "extra argument 'tenant'",
            right:
                "func x(_ own: any StaffContext, _ other: TenantID) async throws { _ = try await own.query(\"SELECT \\(other)\") }"
        ),
        Pair(
            testDescription: "a context's tenant changed", imports: module,
            wrong: "func x(_ own: inout any StaffContext, _ other: TenantID) { own.tenant = other }",
            reason: "is a get-only property",
            right: "func x(_ own: any StaffContext, _ other: TenantID) -> Bool { own.tenant == other }"),
        Pair(
            testDescription: "a permission spelled by a stranger", imports: module,
            wrong: "func x(_ word: String) -> Permission { Permission(word) }", reason: "StaticString",
            right: "func x() -> Permission { Permission(\"a.read\") }"),
        Pair(
            testDescription: "a value put into a statement as text", imports: module,
            wrong: "func x(_ own: any StaffContext, _ word: String) async throws { _ = try await own.query(word) }",
            reason: "cannot convert value of type 'String'",
            right:
                "func x(_ own: any StaffContext, _ word: String) async throws { _ = try await own.query(\"SELECT \\(word)\") }"
        ),
        Pair(
            testDescription: "the kernel imported by a module", imports: module, wrong: "import Kernel",
            reason: "no such module 'Kernel'", right: "import Markup"),
        Pair(
            testDescription: "the driver imported by a module", imports: module, wrong: "import Postgres",
            reason: "no such module 'Postgres'", right: "import Markup"),
        Pair(
            testDescription: "a door to a tenant of one's choice, with the whole kernel at hand",
            imports: module + "import Kernel\n",
            wrong: "func x(_ other: TenantID) { _ = TenantDoor(tenant: other) }",
            reason: "cannot find 'TenantDoor' in scope",
            right: "func x(_ registry: Registry) { _ = registry.modules.count }"),
        Pair(
            testDescription: "a room for staff of one's own making, with the whole kernel at hand",
            imports: module + "import Kernel\n", wrong: "func x() { _ = StaffRoom.self }",
            reason: "cannot find 'StaffRoom' in scope", right: "func x() { _ = StaffPrincipal.self }"),
    ]

    private static let module = "import Core\nimport HTTP\nimport ModuleKit\nimport SQL\n"

    private static func routes(_ line: String) -> String {
        """
        let see = Permission("a.see")
        @Sendable func staff(_ request: Request, _ context: any StaffContext) async throws -> Response { .text("") }
        @Sendable func customer(_ request: Request, _ context: any PortalContext) async throws -> Response { .text("") }
        func register(into module: inout ModuleRegistrar) { \(line) }
        """
    }

    @Test("does not build, and its twin does", arguments: pairs)
    func pair(_ pair: Pair) async throws {
        let compiler = try Compiler()
        defer { compiler.close() }
        let wrong = try await compiler.check(pair.imports + pair.wrong)
        #expect(!wrong.isEmpty)
        #expect(wrong.contains(pair.reason), "\(wrong)")
        let right = try await compiler.check(pair.imports + pair.right)
        #expect(right == "")
    }
}

/// The compiler over the modules that this very program was built from. A file without the kernel sees what the target of
/// a module sees, what that rests on, and no other module.
private struct Compiler {
    private let program: String
    private let built: LocalPath
    private let folder: LocalPath

    private static let ofModules = ["Core", "HTTP", "SQL", "Markup", "Localization", "UI", "ModuleKit"]

    init() throws {
        built = try LocalPath("/proc/self/exe").resolved().parent
        let places = (Environment.variables()["PATH"] ?? "").split(separator: ":") + ["/opt/swift/usr/bin"]
        program = try #require(places.map { "\($0)/swiftc" }.first { LocalPath($0).exists })
        var template = Array("/tmp/konak-compile-XXXXXX".utf8CString)
        let isMade = unsafe mkdtemp(&template) != nil
        try #require(isMade)
        folder = LocalPath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
        try (folder / "modules").makeFolder(mode: 0o700)
        for name in Self.ofModules {
            let module = (modules / "\(name).swiftmodule").text
            let isLinked = unsafe symlink(module, (folder / "modules" / "\(name).swiftmodule").text) == 0
            try #require(isLinked)
        }
    }

    private var modules: LocalPath { built / "Modules" }

    /// What the compiler says against a file; nothing when all is well.
    func check(_ source: String) async throws -> String {
        let file = folder / "file.swift"
        try file.write(source + "\n")
        let seesKernel = source.contains("import Kernel\n") && source.contains("func ")
        var arguments = [
            "-typecheck", "-swift-version", "6", "-parse-as-library", "-strict-memory-safety",
            "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
            "-enable-upcoming-feature", "InternalImportsByDefault",
            "-enable-upcoming-feature", "NonisolatedNonsendingByDefault",
            "-module-cache-path", (built / "ModuleCache").text,
            "-I", seesKernel ? modules.text : (folder / "modules").text,
        ]
        arguments += seesKernel ? libraries : assets
        arguments.append(file.text)
        var command = ChildCommand(program, arguments, environment: Environment.variables())
        command.output = .nothing
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let result = try await ChildProcess.run(on: loops.first, command, timeout: .seconds(120))
        let said = String(decoding: result.errors, as: UTF8.self)
        return result.exit.isSuccess ? "" : said.isEmpty ? "failed" : said
    }

    /// The components bring the browser's files along, and phrases the rules of languages: C libraries.
    private var assets: [String] {
        let sources = WalledDatabase.folder.path.parent / "Sources"
        let maps = [sources / "CAssets" / "include" / "module.modulemap", sources / "CICU" / "module.modulemap"]
        return maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.text)"] }
    }

    /// Where the headers of the C libraries under the kernel are; a module sees none of them but the two above.
    private var libraries: [String] {
        let sources = WalledDatabase.folder.path.parent / "Sources"
        let names = ((try? sources.names()) ?? []).filter { $0.hasPrefix("C") }
        let maps = names.flatMap { [sources / $0 / "module.modulemap", sources / $0 / "include" / "module.modulemap"] }
        let found = maps.filter(\.exists).flatMap { ["-Xcc", "-fmodule-map-file=\($0.text)"] }
        return found + [
            "-Xcc", "-I", "-Xcc", (sources / "CLlhttp" / "include").text, "-Xcc", "-I/usr/include/postgresql",
        ]
    }

    func close() {
        for name in Self.ofModules { try? (folder / "modules" / "\(name).swiftmodule").remove() }
        try? (folder / "file.swift").remove()
        (folder / "modules").removeEmptyFolder()
        folder.removeEmptyFolder()
    }
}
