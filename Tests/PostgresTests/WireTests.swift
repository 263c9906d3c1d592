import Testing

@testable import Postgres

@Suite("The wire")
struct WireTests {
    /// SSL_ERROR_… of the library.
    private static let (syscall, wantRead, wantWrite): (Int32, Int32, Int32) = (5, 2, 3)

    @Test(
        "waits for its own direction, and never for room that is there while the other direction must move first",
        arguments: [
            (syscall, wantWrite, "broken"), (1, wantRead, "broken"), (6, wantRead, "broken"),
            (wantWrite, wantWrite, "wait"), (wantRead, wantRead, "wait"),
            (wantRead, wantWrite, "crossed"), (wantWrite, wantRead, "crossed"),
        ])
    func wishes(reason: Int32, own: Int32, expected: String) {
        let found =
            switch Wire.outcome(reason: reason, waitingFor: own) {
            case .broken: "broken"
            case .wait: "wait"
            case .crossed: "crossed"
            case .moved: "moved"
            }
        #expect(found == expected)
    }
}
