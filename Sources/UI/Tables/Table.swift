public import Core
public import Markup

/// A column of a table.
public struct Column: Sendable {
    /// Which way a column sorts.
    public enum Order: Sendable { case up, down }

    let title: String
    let isNumber: Bool
    let sort: SafeURL?
    let order: Order?

    /// A column. `sort` leads to the list sorted by it; `order` says it is.
    public init(_ title: String, isNumber: Bool = false, sort: SafeURL? = nil, order: Order? = nil) {
        (self.title, self.isNumber, self.sort, self.order) = (title, isNumber, sort, order)
    }

    var html: HTML {
        var attributes: Attributes = [.text("scope", "col")]
        attributes.append(.classes("end"), if: isNumber)
        if let order { attributes.append(.aria("sort", order == .up ? "ascending" : "descending")) }
        guard let sort else { return "<th\(attributes: attributes)>\(title)</th>" }
        let icon: Icon = order == nil ? .arrowsUpDown : order == .up ? .arrowUp : .arrowDown
        return "<th\(attributes: attributes)><a href=\"\(sort)\">\(title)\(icon.small)</a></th>"
    }
}

/// What stands in a cell.
public enum Cell: Sendable {
    /// Words, cut where the column ends.
    case text(String)
    /// A figure, as it is written.
    case number(String)
    /// A component.
    case html(HTML)
    /// A value that is edited in place.
    case editable(Editable)

    func html(in column: Column) -> HTML {
        switch self {
        case .text(let text): "<td><span class=\"cut\" title=\"\(text)\">\(text)</span></td>"
        // On a phone, where no column has a head, a figure says of what it is.
        case .number(let text): "<td class=\"end\" data-of=\"\(column.title)\">\(text)</td>"
        case .html(let html) where column.isNumber: "<td class=\"end\">\(html)</td>"
        case .html(let html): "<td>\(html)</td>"
        case .editable(let value): "<td>\(value.html(label: column.title))</td>"
        }
    }
}

/// A value of a cell that is edited where it stands: posted under its name to its address.
public struct Editable: Sendable {
    let value: String
    let name: String
    let save: SafeURL
    let choices: [String]
    let isNumber: Bool

    /// A value; with choices it is one of them.
    public init(_ value: String, name: String, save: SafeURL, choices: [String] = [], isNumber: Bool = false) {
        (self.value, self.name, self.save, self.choices, self.isNumber) = (value, name, save, choices, isNumber)
    }

    func html(label: String) -> HTML {
        var attributes: Attributes = [.data("name", name), .data("save", save.text), .data("label", label)]
        attributes.append(.data("choices", choices.joined(separator: "|")), if: !choices.isEmpty)
        attributes.append(.data("kind", "number"), if: isNumber)
        return """
            <button type="button" class="editable"\(attributes: attributes)><span class="cut">\(value)</span>\(Icon.pencil.small)</button>
            """
    }
}

/// A row of a table.
public struct Row: Sendable {
    let id: String
    let title: String
    let url: SafeURL?
    let lead: HTML
    let cells: [Cell]
    let menu: Menu?
    let isSelected: Bool

    /// A record: its id, its name as a link to it, the cells after the name, and what can be done with it.
    public init(
        id: String, _ title: String, _ url: SafeURL? = nil, lead: HTML = HTML(), cells: [Cell], menu: Menu? = nil,
        isSelected: Bool = false
    ) {
        (self.id, self.title, self.url, self.lead) = (id, title, url, lead)
        (self.cells, self.menu, self.isSelected) = (cells, menu, isSelected)
    }
}

/// A list of records.
public struct Table: Component {
    /// What is shown.
    public enum Content: Sendable {
        /// Records.
        case rows([Row])
        /// None, and what to do about it.
        case empty(EmptyState)
        /// They are on their way.
        case loading
    }

    let name: String
    let columns: [Column]
    let content: Content
    let bulk: [Button]
    let isFlush: Bool
    let language: Language

    /// A table: the first column is the record's name. With bulk actions its rows can be chosen; their ids are sent as `id`.
    public init(
        _ name: String, columns: [Column], _ content: Content, bulk: [Button] = [], isFlush: Bool = false,
        in language: Language
    ) {
        (self.name, self.columns, self.content, self.bulk) = (name, columns, content, bulk)
        (self.isFlush, self.language) = (isFlush, language)
    }

    /// The table.
    public var html: HTML {
        """
        <k-table><div class="\(isFlush ? "tablebox flush" : "tablebox")" role="region" aria-label="\(name)" tabindex="0"\
        \(attributes: isLoading ? [.aria("busy", true)] : [])>\(inner)</div>\(bulkBar)</k-table>
        """
    }

    private var isLoading: Bool { if case .loading = content { true } else { false } }

    private var inner: HTML {
        switch content {
        case .rows(let rows): "<table class=\"table\">\(head(for: rows))<tbody>\(rows.map(body))</tbody></table>"
        case .empty(let state): state.html
        case .loading:
            """
            <table class="table">\(head(for: []))<tbody>\(Array(repeating: bones, count: 6))</tbody></table>
            <p class="sr" role="status">\(language(.loading))</p>
            """
        }
    }

    private func head(for rows: [Row]) -> HTML {
        let pick: HTML? =
            bulk.isEmpty
            ? nil
            : "<th class=\"pickcell\" scope=\"col\"><input type=\"checkbox\" class=\"tick\" aria-label=\"\(language(.selectAll))\"></th>"
        let acts: HTML? =
            rows.contains { $0.menu != nil }
            ? "<th scope=\"col\" class=\"acts\"><span class=\"sr\">\(language(.actions))</span></th>" : nil
        return "<thead><tr>\(pick)\(columns.map(\.html))\(acts)</tr></thead>"
    }

    private func body(_ row: Row) -> HTML {
        let pick: HTML? = bulk.isEmpty ? nil : tick(row)
        let name: HTML =
            row.url.map { "<a class=\"cut\" href=\"\($0)\">\(row.title)</a>" }
            ?? "<span class=\"cut\">\(row.title)</span>"
        let cells = zip(row.cells, columns.dropFirst()).map { $0.html(in: $1) }
        let acts: HTML? = row.menu.map { "<td class=\"acts\">\($0)</td>" }
        return """
            <tr>\(pick)<th scope="row"><div class="with">\(row.lead)\(name)</div></th>\(cells)\(acts)</tr>

            """
    }

    private func tick(_ row: Row) -> HTML {
        let state: Attributes = row.isSelected ? [.flag("checked")] : []
        return """
            <td class="pickcell"><input type="checkbox" class="tick" name="id" value="\(row.id)" \
            aria-label="\(language(.selectRow)): \(row.title)"\(attributes: state)></td>
            """
    }

    private var bones: HTML {
        let pick: HTML? = bulk.isEmpty ? nil : "<td class=\"pickcell\"></td>"
        let cells = columns.indices.map { index -> HTML in
            "<td><span class=\"bone \(index == 0 ? "w4" : index.isMultiple(of: 2) ? "w2" : "w3")\"></span></td>"
        }
        return "<tr>\(pick)\(cells)</tr>"
    }

    private var bulkBar: HTML? {
        guard !bulk.isEmpty else { return nil }
        return """
            <div class="bulk" role="region" aria-label="\(language(.actions))" hidden><strong aria-live="polite"></strong>\(bulk)\
            \(IconButton(language(.selectNone), .x, isSmall: true, attributes: [.data("none", "")]))</div>
            """
    }
}
