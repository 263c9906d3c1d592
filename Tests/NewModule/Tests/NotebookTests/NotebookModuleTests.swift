import Kernel
import TestKit
import Testing

@testable import Notebook

@Suite("Notebook: the module")
struct NotebookModuleTests {
    @Test("keeps to everything that holds for all modules")
    func contract() async throws {
        let report = try await ModuleHouse.verify(NotebookModule.self)
        #expect(report.faults == [])
    }
}
