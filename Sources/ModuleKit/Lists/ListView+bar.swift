import Core
public import Markup
import UI

extension ListView {
    /// The views as tabs, and what can be done with them: keep this one, change it, choose columns.
    public var bar: HTML {
        let whole = (text: t(ViewWords.whole), url: list.wholeURL(views), count: String?.none)
        let tabs =
            [whole] + views.map { view in (text: label(view), url: list.url(view: view.id.description), count: nil) }
        let place = current.flatMap { current in views.firstIndex { $0.id == current.id } }
        let seen = place.map { $0 + 1 } ?? (isChanged ? nil : 0)
        return """
            \(SavedViews(tabs, current: seen, end: menu.html, in: staff.language))\(dialog)
            """
    }

    private func t(_ words: Words) -> String { words.text(in: staff.language) }

    /// What is everybody's says so.
    private func label(_ view: SavedView) -> String {
        view.isShared ? "\(view.name) · \(t(ViewWords.shared))" : view.name
    }

    private var dialogID: ElementID { ElementID("columns-of-" + list.table.text) }

    private var menu: Menu {
        var items: [Menu.Item] = [.act(t(ViewWords.columns), .columns, .opens(dialogID))]
        if isChanged, let keep = SafeURL(within: "\(list.path)/views/new?\(state.text)") {
            items.append(.act(t(ViewWords.keepNew), .save, .link(keep)))
        }
        if let current { items += acts(current) }
        return Menu(.icon(t(ViewWords.options), .ellipsis, isSmall: true), name: t(ViewWords.options), items)
    }

    private func acts(_ view: SavedView) -> [Menu.Item] {
        func posts(_ act: String) -> Action { .posts(SafeURL(within: list.path(view, act)) ?? SafeURL(path: "")) }
        var items: [Menu.Item] = [.caption(view.name)]
        let mayChange = view.mayChange(list, staff)
        if isChanged, mayChange {
            items.append(.act(t(ViewWords.keep), .check, posts("state?\(state.text)")))
        }
        items.append(
            view.isDefault
                ? .act(t(ViewWords.notFirst), .x, posts("last")) : .act(t(ViewWords.first), .star, posts("first")))
        guard mayChange else { return items }
        if let edit = SafeURL(within: list.path(view, "edit")) {
            items.append(.act(t(ViewWords.rename), .pencil, .link(edit)))
        }
        return items + [.line, .act(t(ViewWords.remove), .trash, posts("removal"), isDangerous: true)]
    }

    // MARK: Columns, order and density

    private var dialog: Dialog {
        let form: HTML = """
            <form class="form" method="get" action="\(SafeURL(within: list.path) ?? SafeURL(path: ""))">\
            \(hidden(but: ListState.columnsName, ListState.densityName))\(columns)\(density)\
            <div class="actions">\(Button(t(ViewWords.show), .submit, .primary))</div></form>
            """
        return Dialog(dialogID, t(ViewWords.columns), in: staff.language, form)
    }

    private var columns: HTML? {
        guard !list.columns.isEmpty else { return nil }
        let shown = Set(list.columns.map(\.name).filter(shows))
        return Field(
            t(ViewWords.shown), name: ListState.columnsName,
            Checks(list.columns.map { Choice($0.name, t($0.title)) }, values: shown), in: staff.language
        ).html
    }

    private var density: HTML {
        let choices = [
            Choice("", t(ViewWords.asElsewhere)), Choice("comfortable", t(ViewWords.comfortable)),
            Choice("compact", t(ViewWords.compact)),
        ]
        let value = state.isCompact.map { $0 ? "compact" : "comfortable" } ?? ""
        return Field(
            t(ViewWords.density), name: ListState.densityName, Radios(choices, value: value, layout: .segments),
            in: staff.language
        ).html
    }
}

extension RecordList {
    /// The whole list: by its bare address, unless somebody sees another first.
    func wholeURL(_ views: [SavedView]) -> SafeURL {
        views.contains(where: \.isDefault) ? url(view: Self.whole) : SafeURL(within: path) ?? SafeURL(path: "")
    }
}

/// What is said around views.
enum ViewWords {
    static let whole = Words(tr: "Tümü", en: "All")
    static let shared = Words(tr: "ortak", en: "shared")
    static let options = Words(tr: "Görünüm seçenekleri", en: "View options")
    static let columns = Words(tr: "Sütunlar ve yoğunluk", en: "Columns and density")
    static let shown = Words(tr: "Gösterilen sütunlar", en: "Columns shown")
    static let density = Words(tr: "Satır aralığı", en: "Row spacing")
    static let asElsewhere = Words(tr: "Her yerdeki gibi", en: "As elsewhere")
    static let comfortable = Words(tr: "Rahat", en: "Comfortable")
    static let compact = Words(tr: "Sıkı", en: "Compact")
    static let show = Words(tr: "Göster", en: "Show")
    static let keepNew = Words(tr: "Yeni görünüm olarak kaydet", en: "Save as a new view")
    static let keep = Words(tr: "Değişiklikleri görünüme kaydet", en: "Save the changes to the view")
    static let first = Words(tr: "İlk bunu göster", en: "Show this first")
    static let notFirst = Words(tr: "Artık ilk bunu gösterme", en: "No longer show this first")
    static let rename = Words(tr: "Adını ve paylaşımını değiştir", en: "Rename or share")
    static let remove = Words(tr: "Görünümü sil", en: "Delete the view")
    static let new = Words(tr: "Yeni görünüm", en: "New view")
    static let edit = Words(tr: "Görünümü düzenle", en: "Edit the view")
    static let name = Words(tr: "Ad", en: "Name")
    static let share = Words(tr: "Bu firmadaki herkes görsün", en: "Everybody at this company sees it")
    static let taken = Words(tr: "Bu adda bir görünüm var.", en: "There is a view of this name.")
    static let full = Words(
        tr: "Bu listenin daha fazla görünümü olamaz; önce birini silin.",
        en: "This list cannot have more views; delete one first.")
    static let empty = Words(tr: "Bir ad yazın.", en: "Write a name.")
    static let added = Words(tr: "Görünüm kaydedildi", en: "The view was saved")
    static let changed = Words(tr: "Görünüm değişti", en: "The view was changed")
    static let removed = Words(tr: "Görünüm silindi", en: "The view was deleted")
    static let back = Words(tr: "Görünüm geri geldi", en: "The view is back")
    static let isFirst = Words(tr: "Artık ilk bu görünüm açılır", en: "This view opens first now")
    static let isNotFirst = Words(tr: "Artık ilk tüm liste açılır", en: "The whole list opens first now")
}
