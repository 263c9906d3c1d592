import Kernel
import Testing

@testable import Kernel

@Suite("The migration plan")
struct MigrationPlanTests {
    /// `folder number` or `folder number content`.
    static func files(_ words: [String]) throws -> [MigrationFile] {
        try words.map { line in
            let parts = line.split(separator: " ").map(String.init)
            let content = Array((parts.count > 2 ? parts[2] : "same").utf8)
            return try #require(MigrationFile(folder: parts[0], fileName: "000\(parts[1])_x.sql", content: content))
        }
    }

    static func applied(_ words: [String]) throws -> [AppliedMigration] {
        try files(words).map { AppliedMigration(folder: $0.folder, number: $0.number, checksum: $0.checksum) }
    }

    @Test(
        "refuses",
        arguments: [
            (["a 1", "a 3"], [], [.gap(folder: "a", number: 2)]),
            (["a 2"], [], [.gap(folder: "a", number: 1)]),
            (["a 1 x", "a 1 y"], [], [.duplicate(label: "a/0001_x"), .duplicate(label: "a/0001_x")]),
            (["a 1 new"], ["a 1 old"], [.changed(label: "a/0001_x")]),
            (["a 1", "a 2", "a 3"], ["a 1", "a 3"], [.late(label: "a/0002_x")]),
            (["a 2"], ["a 1", "a 2"], [.removed(folder: "a", number: 1)]),
            (["a 1 new", "b 2"], ["a 1 old"], [.changed(label: "a/0001_x"), .gap(folder: "b", number: 1)]),
        ] as [([String], [String], [MigrationFault])])
    func refusals(files: [String], applied: [String], faults: [MigrationFault]) throws {
        #expect(throws: MigrationFaults(faults: faults)) {
            try MigrationPlan(files: Self.files(files), applied: Self.applied(applied))
        }
    }

    @Test(
        "orders what is pending: the house from the ground up, then modules by name",
        arguments: [
            ([], [], []),
            (["a 1"], ["a 1"], []),
            (["a 1", "a 2"], ["a 1"], ["a/0002_x"]),
            (
                ["zoo 1", "crm 1", "records 1", "kernel 2", "kernel 1", "delivery 1", "security 1"], [],
                [
                    "kernel/0001_x", "kernel/0002_x", "security/0001_x", "delivery/0001_x", "records/0001_x",
                    "crm/0001_x", "zoo/0001_x",
                ]
            ),
            (["a 1"], ["a 1", "a 2", "b 1"], []),
        ])
    func pending(files: [String], applied: [String], labels: [String]) throws {
        let plan = try MigrationPlan(files: Self.files(files), applied: Self.applied(applied))
        #expect(plan.pending.map(\.label) == labels)
    }

    @Test(
        "takes no file whose name is not of the form",
        arguments: [
            "1_x.sql", "0000_x.sql", "0001_.sql", "0001_X.sql", "0001-x.sql", "0001_x.txt", "0001_x.sql.bak", "x.sql",
            "00001_x.sql", "٠٠٠١_x.sql", "+001_x.sql", "0001_x y.sql", "README.md", "",
        ])
    func names(name: String) { #expect(MigrationFile(folder: "a", fileName: name, content: []) == nil) }

    @Test(
        "knows a file by its SHA-256",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
            (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
        ])
    func checksum(count: Int, expected: String) throws {
        let content = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        #expect(FileChecksum.of(content) == expected)
    }

    @Test("finds the folder beside the program, in a package, or in the tree it was built in")
    func candidates() {
        #expect(
            MigrationFolder.candidates(program: LocalPath("/opt/konak/bin/konak")).map(\.text)
                == ["/opt/konak/bin/migrations", "/opt/konak/share/konak/migrations"])
        #expect(
            MigrationFolder.candidates(program: LocalPath("/src/.build/x86_64/debug/konak")).map(\.text).last
                == "/src/migrations")
    }
}
