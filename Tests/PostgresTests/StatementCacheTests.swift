import SQL
import Testing

@testable import Postgres

@Suite struct StatementCacheTests {
    @Test func `an unknown statement has no place, and no place is found outside the cache`() {
        let cache = StatementCache()
        #expect(cache.index(of: "SELECT 1") == nil)
        #expect(cache[0] == nil)
        #expect(cache[-1] == nil)
    }

    @Test func `a statement is found by its text and the types of its binds, not their values`() {
        var cache = StatementCache()
        let index = cache.add("SELECT \(1)", .anywhere)
        #expect(cache.index(of: "SELECT \(2)") == index)
        #expect(cache.index(of: "SELECT \("2")") == nil)
        #expect(cache.index(of: "SELECT  \(2)") == nil)
        #expect(cache[index]?.types == [20])
    }

    @Test func `names are never given twice on a connection`() {
        var cache = StatementCache()
        var names: Set<String> = []
        for number in 0..<100 {
            let index = cache.add(Query(unsafeSQL: "SELECT \(number % 10)"), .anywhere)
            names.insert(cache[index]?.name ?? "")
            if number % 3 == 0 { cache.forget(index) }
        }
        #expect(names.count == 100)
    }

    @Test func `a forgotten statement is gone, one that took its place is not`() {
        var cache = StatementCache()
        let first = cache.add("SELECT 1", .anywhere)
        let second = cache.add("SELECT 1", .lentOnly)
        cache.forget(first)
        cache.forget(first)
        #expect(cache.index(of: "SELECT 1") == second)
        cache.forget(second)
        #expect(cache.index(of: "SELECT 1") == nil)
    }

    @Test func `what was forgotten counts towards the limit: the server may hold it still`() {
        var cache = StatementCache()
        for number in 0..<StatementCache.limit {
            #expect(!cache.isFull)
            cache.forget(cache.add(Query(unsafeSQL: "SELECT \(number)"), .anywhere))
        }
        #expect(cache.isFull)
    }
}
