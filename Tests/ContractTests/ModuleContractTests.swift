import Kernel
import ModuleKit
import Notebook
import SampleModule
import TestKit
import Testing

@testable import konak

@Suite("What holds for every module", .serialized)
struct ModuleContractTests {
    @Test("holds for each that is installed")
    func installed() async throws {
        for type in installedModules {
            let others = installedModules.filter { $0.manifest.id != type.manifest.id }
            let report = try await ModuleHouse.verify(type, with: others)
            #expect(report.faults == [], "\(type.manifest.id)")
            #expect(report.isSound)
        }
    }

    @Test("holds for the one that `konak module new` writes, beside another")
    func new() async throws {
        let report = try await ModuleHouse.verify(
            NotebookModule.self, with: [], file: Self.near("Tests/NewModule/Tests/any"))
        #expect(report.faults == [])
        #expect(report.findings.map(\.check) == ModuleFinding.Check.allCases)
        print(report.text)
    }

    @Test("holds for the sample, which has every kind of access")
    func sample() async throws {
        let report = try await ModuleHouse.verify(SampleModule.self, file: Self.near("Tests/Sample/any"))
        #expect(report.faults == [])
        #expect(report.isSound)
    }

    /// A file of the repository, found from this one.
    static func near(_ file: String) -> String {
        var path = LocalPath(#filePath)
        while path.text != "/", !(path / "Package.swift").exists { path = path.parent }
        return path.text + "/" + file
    }
}
