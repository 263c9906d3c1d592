import Testing

@testable import Postgres

@Suite struct StatementPaceTests {
    private let limit = StatementPace.limit

    @Test func `what is not known is not quick`() {
        let pace = StatementPace()
        for hash in [0, 1, 255, 256, UInt64.max] { #expect(!pace.isQuick(hash)) }
    }

    @Test func `a slow answer counts at once and is outweighed slowly`() {
        var pace = StatementPace()
        pace.note(7, took: 50_000)
        #expect(pace.isQuick(7))
        pace.note(7, took: 8 * limit)
        #expect(!pace.isQuick(7))
        var answers = 0
        while !pace.isQuick(7), answers < 100 {
            pace.note(7, took: 50_000)
            answers += 1
        }
        #expect((10...30).contains(answers))
    }

    @Test func `a first answer that is slow is not quick`() {
        var pace = StatementPace()
        pace.note(7, took: limit)
        #expect(!pace.isQuick(7))
        pace.note(8, took: .max)
        #expect(!pace.isQuick(8))
    }

    @Test func `two shapes that meet in one place take turns`() {
        var pace = StatementPace()
        pace.note(3, took: 1_000)
        pace.note(3 + 256, took: 1_000)
        #expect(!pace.isQuick(3))
        #expect(pace.isQuick(3 + 256))
    }
}
