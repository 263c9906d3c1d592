import SQL

/// The statements prepared on one connection. They are found by the query's hash, which the literal brought along, and
/// proved by comparing the text.
struct StatementCache {
    struct Entry {
        let shape: QueryShape
        let name: String
        let types: [UInt32]
        let place: StatementRules.Place
    }

    private var entries: [Entry?] = []
    private var byHash: [UInt64: Int] = [:]

    /// A connection that has prepared more is retired when it comes to rest: its server process has grown with them.
    static let limit = 1_000

    /// What was forgotten counts too: the server may still hold it.
    var isFull: Bool { entries.count >= Self.limit }

    /// Nil for a place that was never given or is forgotten.
    subscript(index: Int) -> Entry? { entries.indices.contains(index) ? entries[index] : nil }

    /// The place of the statement prepared for queries like this one.
    func index(of query: Query) -> Int? {
        guard let index = byHash[query.shapeHash], let entry = entries[index], entry.shape.matches(query) else {
            return nil
        }
        return index
    }

    /// Makes a place for a statement. Two shapes of one hash take turns in it.
    mutating func add(_ query: Query, _ place: StatementRules.Place) -> Int {
        let shape = QueryShape(query)
        let name = "s\(entries.count)"
        entries.append(Entry(shape: shape, name: name, types: shape.types.map(\.rawValue), place: place))
        byHash[query.shapeHash] = entries.count - 1
        return entries.count - 1
    }

    mutating func forget(_ index: Int) {
        guard let entry = self[index] else { return }
        if byHash[entry.shape.hash] == index { byHash[entry.shape.hash] = nil }
        entries[index] = nil
    }
}
