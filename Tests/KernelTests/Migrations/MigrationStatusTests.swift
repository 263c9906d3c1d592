import Kernel
import Testing

@Suite("Where migrations stand")
struct MigrationStatusTests {
    @Test(
        "is told for each, whatever is wrong",
        arguments: [
            (["a 1"], ["a 1"], "applied", true),
            (["a 1", "a 2"], ["a 1"], "applied pending", true),
            (["a 1 new"], ["a 1 old"], "changed", false),
            (["a 2"], ["a 1", "a 2"], "missing applied", false),
            (["a 1"], ["a 1", "a 2", "b 1"], "applied ahead ahead", true),
            (["kernel 1", "b 1"], ["kernel 1", "kernel 2"], "applied ahead pending", true),
            (["a 1", "a 3"], [], "pending pending", false),
        ] as [([String], [String], String, Bool)])
    func states(files: [String], applied: [String], states: String, isSound: Bool) throws {
        let status = try MigrationStatus(
            files: MigrationPlanTests.files(files), applied: MigrationPlanTests.applied(applied))
        #expect(status.entries.map(\.state.rawValue).joined(separator: " ") == states)
        #expect(status.isSound == isSound)
    }
}
