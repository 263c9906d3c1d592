import Kernel
import Testing

@Suite("docs/operations.md")
struct ConfigurationDocumentTests {
    @Test("holds the table of the configuration as it is")
    func table() throws {
        let text = try (WalledDatabase.folder.path.parent / "docs/operations.md").readText()
        let isThere = text.contains(ConfigurationReport.markdown())
        #expect(isThere, "print it with `konak configuration --markdown`")
    }
}
