public import Core

/// A list of records whose filters, order, columns and density people keep under names. What it can be narrowed to and
/// ordered by is said here; what that means is the module's query.
public struct RecordList: Sendable {
    /// A column that people may leave out.
    public struct Column: Sendable {
        /// Its name in addresses.
        public let name: String
        /// What people read.
        public let title: Words

        /// A column.
        public init(_ name: StaticString, _ title: Words) { (self.name, self.title) = (name.description, title) }
    }

    /// The records; the list bears their table's name.
    public let table: TableName
    /// Its page.
    public let path: String
    /// The names under which the address says what it is narrowed to.
    public let filters: [String]
    /// What it may be ordered by, the usual first; in the address `name` is upwards and `-name` downwards.
    public let orders: [String]
    /// What people may leave out, in their order.
    public let columns: [Column]
    /// Who may keep a list for everybody, and change those that others keep for everybody.
    public let sharing: Permission

    /// A list.
    public init(
        of table: TableName, at path: StaticString, filters: [StaticString] = [], orders: [StaticString] = [],
        columns: [Column] = [], sharing: Permission
    ) {
        (self.table, self.path, self.columns, self.sharing) = (table, path.description, columns, sharing)
        (self.filters, self.orders) = (filters.map(\.description), orders.map(\.description))
    }
}

/// How a list is shown: what its address says, and nothing that the list does not know.
public struct ListState: Sendable, Hashable {
    /// What it is narrowed to, by the filters' names.
    public private(set) var filters: [String: String] = [:]
    /// What it is ordered by; nil is the usual order.
    public private(set) var order: String?
    /// Whether downwards.
    public private(set) var isDescending = false
    /// The columns that are shown, if not all.
    public private(set) var columns: [String]?
    /// Whether its rows stand closer than the reader's other pages have them; nil is as everywhere.
    public private(set) var isCompact: Bool?

    static let (orderName, columnsName, densityName) = ("sort", "cols", "density")
    private static let (mostValueBytes, mostBytes) = (200, 2_048)

    /// The whole list in its usual order.
    init() {}

    /// What an address says of a list. What is not known, too long or empty says nothing.
    init(_ items: [(name: String, value: String)], of list: RecordList) {
        for (name, value) in items where !value.isEmpty && value.utf8.count <= Self.mostValueBytes {
            switch name {
            case Self.orderName: sort(by: value, of: list)
            case Self.columnsName: show(value, of: list)
            case Self.densityName: isCompact = ["compact": true, "comfortable": false][value]
            case _ where list.filters.contains(name): filters[name] = value
            default: break
            }
        }
        if let shown = columns, shown.count == list.columns.count { columns = nil }
        if order == list.orders.first, !isDescending { order = nil }
        if text.utf8.count > Self.mostBytes { self = ListState() }
    }

    private mutating func sort(by value: String, of list: RecordList) {
        let name = value.hasPrefix("-") ? String(value.dropFirst()) : value
        guard list.orders.contains(name) else { return }
        (order, isDescending) = (name, value.hasPrefix("-"))
    }

    /// Several values count together, as boxes of a form send them; their order is the list's.
    private mutating func show(_ value: String, of list: RecordList) {
        let asked = Set(value.split(separator: ".").map(String.init)).union(columns ?? [])
        let known = list.columns.map(\.name).filter(asked.contains)
        columns = known.isEmpty ? columns : known
    }

    /// As an address says it, always in the same order.
    var items: [(name: String, value: String)] {
        var items = filters.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        if let order { items.append((Self.orderName, (isDescending ? "-" : "") + order)) }
        if let columns { items.append((Self.columnsName, columns.joined(separator: "."))) }
        if let isCompact { items.append((Self.densityName, isCompact ? "compact" : "comfortable")) }
        return items
    }
}
