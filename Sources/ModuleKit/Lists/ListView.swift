import Core
public import HTTP
public import Markup
public import UI

/// A list as its reader sees it now: by what the address says, by the view that it names, or by the one they see first.
public struct ListView: Sendable {
    /// How it is shown.
    public let state: ListState
    let list: RecordList
    let views: [SavedView]
    /// The view that is seen, changed or not.
    let current: SavedView?
    let staff: any StaffContext
    private let isWhole: Bool

    init(_ request: Request, _ list: RecordList, _ views: [SavedView], _ staff: any StaffContext) {
        let query = request.head.query.flatMap { try? QueryItems($0) } ?? QueryItems()
        let items = query.items.map { (name: $0.name, value: $0.value) }
        let isStated = list.names.contains(where: query.contains)
        let asked = query[RecordList.viewName]
        let first = isStated || asked != nil ? nil : views.first(where: \.isDefault)
        current = first ?? asked.flatMap { id in views.first { $0.id.description == id } }
        state =
            !isStated && current != nil
            ? ListState(kept: current?.state ?? "", of: list) : ListState(items, of: list)
        isWhole = current == nil && views.contains(where: \.isDefault)
        (self.list, self.views, self.staff) = (list, views, staff)
    }

    /// What a filter says; nil where it does not hold.
    public subscript(_ filter: String) -> String? { state.filters[filter] }

    /// Whether a column is shown.
    public func shows(_ column: String) -> Bool { state.columns.map { $0.contains(column) } ?? true }

    /// What holds of the list's columns, in their order, for those that are shown: heads of a table, or cells of a row.
    public func pick<Value>(_ values: KeyValuePairs<String, Value>) -> [Value] {
        values.filter { shows($0.key) }.map(\.value)
    }

    /// The list with other filters; nil drops one. `more` is said once and belongs to no view, such as where a page begins.
    public func url(
        _ changes: KeyValuePairs<String, String?> = [:], more: KeyValuePairs<String, String> = [:]
    ) -> SafeURL {
        let changed = Dictionary(changes.map { ($0.key, $0.value) }) { first, _ in first }
        var items = state.items.filter { !changed.keys.contains($0.name) }
        items += changed.compactMap { name, value in value.map { (name: name, value: $0) } }
        return url(ListState(items, of: list), more.map { (name: $0.key, value: $0.value) })
    }

    /// The list ordered by this, or the other way where it is already.
    public func url(orderedBy order: String) -> SafeURL {
        let isUp = state.order ?? list.orders.first == order ? !state.isDescending : false
        return url([ListState.orderName: (isUp ? "-" : "") + order])
    }

    /// Which way it is ordered by this.
    public func direction(of order: String) -> UI.Column.Order? {
        guard (state.order ?? list.orders.first) == order else { return nil }
        return state.isDescending ? .down : .up
    }

    /// A head of a table by which the list is ordered.
    public func column(_ title: String, orderedBy order: String) -> UI.Column {
        UI.Column(title, sort: url(orderedBy: order), order: direction(of: order))
    }

    /// The whole list, without any filter.
    public var whole: SafeURL { url(ListState(), []) }

    /// Whether it shows less than all.
    public var isNarrowed: Bool { !state.filters.isEmpty }

    /// Whether it is shown otherwise than the view says.
    var isChanged: Bool { current.map { ListState(kept: $0.state, of: list) != state } ?? (state != ListState()) }

    /// What stays as it is in a form that narrows the list: hidden fields for all but some filters.
    public func hidden(but names: String...) -> HTML {
        var items = state.items
        if let view { items.append((RecordList.viewName, view)) }
        // An empty order says that the state stands in the address.
        if state.order == nil { items.append((ListState.orderName, "")) }
        return HTML(joining: items.filter { !names.contains($0.name) }.map(Self.field))
    }

    private static func field(_ item: (name: String, value: String)) -> HTML {
        "<input type=\"hidden\" name=\"\(item.name)\" value=\"\(item.value)\">"
    }

    /// A table with its rows as close as the list has them.
    public func around(_ table: some Component) -> HTML {
        guard let isCompact = state.isCompact else { return table.html }
        let density = isCompact ? "compact" : "comfortable"
        return "<div data-density=\"\(density)\">\(table.html)</div>"
    }

    private var view: String? { current?.id.description ?? (isWhole ? RecordList.whole : nil) }

    func url(_ state: ListState, _ more: [(name: String, value: String)]) -> SafeURL {
        list.url(state, view: view, more)
    }
}

extension RecordList {
    /// The list as it is asked for. One statement more than the list's own.
    public func view(_ request: Request, in staff: any StaffContext) async throws -> ListView {
        ListView(request, self, try await SavedView.all(of: self, in: staff), staff)
    }
}
