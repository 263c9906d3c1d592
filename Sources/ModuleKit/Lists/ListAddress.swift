import HTTP
import Markup

extension ListState {
    /// As it is kept, and as it stands behind the question mark.
    var text: String { Self.text(of: items) }

    /// As it was kept.
    init(kept text: String, of list: RecordList) {
        let items = (try? QueryItems(text))?.items.map { (name: $0.name, value: $0.value) } ?? []
        self.init(items, of: list)
    }

    static func text(of items: [(name: String, value: String)]) -> String {
        var query = QueryItems()
        for item in items { query.append(item.name, item.value) }
        return query.encoded
    }
}

extension RecordList {
    /// Which of the views is asked for: `?view=`, an id or the word for the whole list.
    static let viewName = "view"
    static let whole = "all"

    var names: [String] { filters + [ListState.orderName, ListState.columnsName, ListState.densityName] }

    /// An address of the list. One that names a view and nothing else is the view as it is kept; an empty order says that
    /// the state stands here, also where nothing is left of it.
    func url(_ state: ListState, view: String?, _ more: [(name: String, value: String)] = []) -> SafeURL {
        var items = state.items
        if items.isEmpty, let view, view != Self.whole { items.append((ListState.orderName, "")) }
        if let view { items.append((Self.viewName, view)) }
        let text = ListState.text(of: items + more)
        return SafeURL(within: text.isEmpty ? path : "\(path)?\(text)") ?? SafeURL(path: "")
    }

    /// A view as it is kept.
    func url(view: String) -> SafeURL { SafeURL(within: "\(path)?\(Self.viewName)=\(view)") ?? SafeURL(path: "") }

    func path(_ view: SavedView, _ act: String) -> String { "\(path)/views/\(view.id)/\(act)" }
}
