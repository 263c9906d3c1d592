import Kernel
import Postgres
import TestKit
import Testing

@Suite("Every mutant of the walls")
struct MutantTests {
    @Test("that the catalogue yields is caught by a lint that means it")
    func caught() async throws {
        try await SampleSchema.with { walled in
            let superuser = try walled.connect(TestCluster.owner)
            #expect(try WallHole.find(on: superuser) == [], "what is found is the mutant's doing")
            let mutants = try Mutants.all(on: superuser)
            var counts: [String: Int] = [:]
            for mutant in mutants {
                let codes = try walled.codes(after: mutant.script, of: mutant.codes, on: superuser)
                #expect(
                    !codes.isDisjoint(with: mutant.codes), "\(mutant.kind): \(mutant.script): none of \(mutant.codes)")
                counts[mutant.kind, default: 0] += codes.isDisjoint(with: mutant.codes) ? 0 : 1
            }
            #expect(try WallHole.find(on: superuser) == [], "each was undone")
            #expect(counts.count >= Self.kinds)
            #expect(counts.values.allSatisfy { $0 > 0 })
            let caught = counts.values.reduce(0, +)
            #expect(caught == mutants.count)
            print("wall mutants: made=\(mutants.count) caught=\(caught) kinds=\(counts.count)")
        }
    }

    /// So many sorts the generator knows; a sort of which the sample yields none would go unseen otherwise.
    private static let kinds = 56
}
