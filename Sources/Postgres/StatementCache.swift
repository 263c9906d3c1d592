import SQL

/// The statements prepared on one connection. They are found by the query's hash, which the literal brought along, and
/// proved by comparing the text.
struct StatementCache {
    /// A class, so that a statement on its way to the server costs one count and not one for each of its parts.
    final class Entry {
        let shape: QueryShape
        let name: StatementName
        let types: [UInt32]
        let place: StatementRules.Place
        /// By its verb; a function or a `WITH` may still write.
        let reads: Bool
        /// The columns of its answers, known when the server has described them.
        var columns: AnswerColumns?

        init(_ query: Query, _ kind: StatementKind, number: Int) {
            shape = QueryShape(query)
            name = StatementName(number)
            types = shape.types.map(\.rawValue)
            place = StatementRules.place(of: kind)
            reads = kind == .select || kind == .values
        }
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

    /// The statement prepared for queries like this one.
    func entry(of query: Query) -> Entry? {
        guard let index = byHash[query.shapeHash], let entry = entries[index], entry.shape.matches(query) else {
            return nil
        }
        return entry
    }

    /// Makes a place for a statement. Two shapes of one hash take turns in it.
    mutating func add(_ query: Query, _ kind: StatementKind) -> (index: Int, entry: Entry) {
        let entry = Entry(query, kind, number: entries.count)
        entries.append(entry)
        byHash[query.shapeHash] = entries.count - 1
        return (entries.count - 1, entry)
    }

    mutating func forget(_ index: Int) {
        guard let entry = self[index] else { return }
        if byHash[entry.shape.hash] == index { byHash[entry.shape.hash] = nil }
        entries[index] = nil
    }
}
