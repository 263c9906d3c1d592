/// PostgreSQL's programs of one major version.
struct PostgresPrograms: Sendable, Hashable {
    /// The version they belong to.
    let major: Int
    /// Their folder.
    let folder: LocalPath

    var initdb: String { (folder / "initdb").text }
    var postgres: String { (folder / "postgres").text }

    /// The oldest version that has all we use: views with their caller's rights.
    static let oldest = 15

    /// All that are installed; with a folder configured only that one.
    static func installed(configured: String?) -> [PostgresPrograms] {
        if let configured { return inFolder(LocalPath(configured)).map { [$0] } ?? [] }
        let root = LocalPath("/usr/lib/postgresql")
        return ((try? root.names()) ?? []).compactMap { name in
            let programs = Int(name).map { PostgresPrograms(major: $0, folder: root / name / "bin") }
            return programs.flatMap { $0.isComplete ? $0 : nil }
        }
    }

    private var isComplete: Bool {
        major >= Self.oldest && LocalPath(initdb).exists && LocalPath(postgres).exists
    }

    /// The version stands in what `postgres --version` says.
    private static func inFolder(_ folder: LocalPath) -> PostgresPrograms? {
        let programs = PostgresPrograms(major: oldest, folder: folder)
        guard programs.isComplete, let said = try? Subprocess([programs.postgres, "--version"]).read(seconds: 10),
            let major = major(in: said), major >= oldest
        else { return nil }
        return PostgresPrograms(major: major, folder: folder)
    }

    /// `postgres (PostgreSQL) 15.20 (Debian …)` → 15.
    static func major(in text: String) -> Int? {
        guard let range = text.firstRange(of: "(PostgreSQL) ") else { return nil }
        return Int(text[range.upperBound...].prefix { ("0"..."9").contains($0) })
    }
}
