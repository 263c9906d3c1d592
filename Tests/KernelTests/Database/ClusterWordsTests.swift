import Testing

@testable import Kernel

@Suite("The last words of the private cluster")
struct ClusterWordsTests {
    private static let fatal = "2026-01-01 00:00:00 UTC [1] FATAL:  configuration file contains errors"
    private static let well = "2026-01-01 00:00:00 UTC [1] LOG:  database system is shut down"
    private static let pointer = "LOG:  redirecting log output to logging collector process"

    private static func with(_ files: [String: String], _ body: (ClusterWords) throws -> Void) throws {
        let state = LocalPath("/tmp/konak-words-\(UInt64.random(in: 0 ... .max))")
        let place = try ClusterPlace.choose(state: state, on: ClusterPlaceTests.machine(ClusterPlaceTests.ayse))
        try place.log.makeFolder(mode: 0o700)
        defer {
            for name in files.keys { try? (place.base / name).remove() }
            for folder in [place.log, place.base, state] { folder.removeEmptyFolder() }
        }
        for (name, text) in files { try (place.base / name).write(text) }
        try body(ClusterWords(place))
    }

    @Test("are where to look when it said nothing")
    func silence() throws {
        try Self.with([:]) { words in
            #expect(words.last.hasPrefix("see /tmp/konak-words-"))
            #expect(words.ofFailure == nil)
        }
    }

    @Test("are of no failure after a good end")
    func goodEnd() throws {
        try Self.with(["start.log": Self.pointer + "\n", "log/postgresql-Mon.log": Self.well + "\n"]) { words in
            #expect(words.ofFailure == nil)
            #expect(words.last.contains("shut down") && !words.last.contains("redirecting"))
        }
    }

    @Test("are found in either log, however long", arguments: ["start.log", "log/postgresql-Mon.log"])
    func failure(name: String) throws {
        let long = String(repeating: "x\n", count: 50_000)
        try Self.with([name: long + Self.fatal + "\n"]) { words in
            #expect(words.ofFailure?.contains("configuration file contains errors") == true)
        }
    }
}
