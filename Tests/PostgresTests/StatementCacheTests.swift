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
        let (index, _) = cache.add("SELECT \(1)", .select)
        #expect(cache.index(of: "SELECT \(2)") == index)
        #expect(cache.index(of: "SELECT \("2")") == nil)
        #expect(cache.index(of: "SELECT  \(2)") == nil)
        #expect(cache[index]?.types == [20])
    }

    @Test func `a statement knows where it may run and whether it only reads`() {
        var cache = StatementCache()
        for (kind, place, reads) in [
            (.select, .anywhere, true), (.values, .anywhere, true), (.insert, .anywhere, false),
            (.begin, .lentOnly, false), (.savepoint, .inTransaction, false), (.commit, .lentOnly, false),
        ] as [(StatementKind, StatementRules.Place, Bool)] {
            let (index, entry) = cache.add("SELECT 1", kind)
            #expect(entry.place == place)
            #expect(entry.reads == reads)
            #expect(cache[index] === entry)
            #expect(cache.entry(of: "SELECT 1") === entry)
        }
    }

    @Test func `names are never given twice on a connection`() {
        var cache = StatementCache()
        var names: Set<[UInt8]> = []
        for number in 0..<100 {
            let (index, _) = cache.add(Query(unsafeSQL: "SELECT \(number % 10)"), .select)
            let name = try? #require(cache[index]).name
            names.insert(name.map { name in (0..<name.count).map { name[$0] } } ?? [])
            if number % 3 == 0 { cache.forget(index) }
        }
        #expect(names.count == 100)
    }

    @Test func `a forgotten statement is gone, one that took its place is not`() {
        var cache = StatementCache()
        let (first, _) = cache.add("SELECT 1", .select)
        let (second, _) = cache.add("SELECT 1", .begin)
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
            cache.forget(cache.add(Query(unsafeSQL: "SELECT \(number)"), .select).index)
        }
        #expect(cache.isFull)
    }
}
