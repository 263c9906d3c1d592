/// Brings tables into an order in which rows can be added: each after those it points to. A circle is opened where a
/// reference may stay empty for a while.
enum InsertOrder {
    static func sorted(_ tables: [CatalogueTable]) -> [CatalogueTable] {
        let known = Set(tables.map(\.label))
        var waiting = tables.sorted { $0.label < $1.label }
        var (placed, order) = (Set<String>(), [CatalogueTable]())
        while !waiting.isEmpty {
            let index = next(of: waiting, known: known, placed: placed)
            var table = waiting.remove(at: index)
            table.deferred = table.references.filter { reference in
                known.contains(reference.label) && !placed.contains(reference.label)
            }
            placed.insert(table.label)
            order.append(table)
        }
        return order
    }

    /// The first table that waits for nothing; else the first whose open references may stay empty; else any.
    private static func next(of waiting: [CatalogueTable], known: Set<String>, placed: Set<String>) -> Int {
        func open(_ table: CatalogueTable) -> [CatalogueReference] {
            table.references.filter {
                known.contains($0.label) && !placed.contains($0.label) && $0.label != table.label
            }
        }
        if let free = waiting.firstIndex(where: { open($0).isEmpty }) { return free }
        return waiting.firstIndex { table in open(table).allSatisfy { mayStayEmpty($0, in: table) } } ?? 0
    }

    private static func mayStayEmpty(_ reference: CatalogueReference, in table: CatalogueTable) -> Bool {
        reference.columns.contains { table.column($0)?.isNotNull == false }
    }
}
