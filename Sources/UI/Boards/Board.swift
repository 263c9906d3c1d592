public import Markup

/// A card of a board: a deal, a task.
public struct BoardCard: Sendable {
    let id: String
    let title: String
    let url: SafeURL
    let amount: String?
    let note: String?
    let tags: [Tag]
    let marks: [Mark]
    let people: HTML

    /// Something small at the foot: when, how many.
    public struct Mark: Sendable {
        let icon: Icon?
        let text: String
        let isLate: Bool

        /// A mark; a late one is red.
        public init(_ text: String, _ icon: Icon? = nil, isLate: Bool = false) {
            (self.text, self.icon, self.isLate) = (text, icon, isLate)
        }

        var html: HTML { "<span class=\"\(isLate ? "late" : "")\">\(icon?.small)\(text)</span>" }
    }

    /// A card with what is known at a glance.
    public init(
        id: String, _ title: String, _ url: SafeURL, amount: String? = nil, note: String? = nil, tags: [Tag] = [],
        marks: [Mark] = [], people: HTML = HTML()
    ) {
        (self.id, self.title, self.url, self.amount, self.note) = (id, title, url, amount, note)
        (self.tags, self.marks, self.people) = (tags, marks, people)
    }

    var html: HTML {
        let amount: HTML? = amount.map { "<span class=\"amount\">\($0)</span>" }
        let note: HTML? = note.map { "<p>\($0)</p>" }
        let tags: HTML? = tags.isEmpty ? nil : "<div class=\"tags\">\(tags)</div>"
        let foot: HTML? =
            marks.isEmpty && people.isEmpty ? nil : "<footer>\(marks.map(\.html))\(people)</footer>"
        return """
            <li class="deal" data-id="\(id)"><div class="top"><h3><a href="\(url)" draggable="false">\(title)</a></h3>\(amount)</div>\
            \(note)\(tags)\(foot)</li>

            """
    }
}

/// A column of a board: a stage.
public struct BoardColumn: Sendable {
    let id: String
    let title: String
    let tone: Tone
    let count: String
    let sum: String?
    let cards: [BoardCard]
    let empty: String
    let add: (text: String, action: Action)?

    /// A stage with its cards; `empty` is what stands there without any.
    public init(
        id: String, _ title: String, _ tone: Tone, count: String, sum: String? = nil, cards: [BoardCard], empty: String,
        add: (text: String, action: Action)? = nil
    ) {
        (self.id, self.title, self.tone, self.count, self.sum) = (id, title, tone, count, sum)
        (self.cards, self.empty, self.add) = (cards, empty, add)
    }

    var html: HTML {
        let sum: HTML? = sum.map { "<span class=\"sum\">\($0)</span>" }
        let add: HTML? = add.map { add in
            "<button class=\"add\"\(attributes: add.action.attributes)>\(Icon.plus)\(add.text)</button>"
        }
        return """
            <section class="col \(tone.className)" aria-label="\(title)"><header><span class="mark"></span><h2>\(title)</h2>\
            <em>\(count)</em>\(sum)</header><ul data-id="\(id)">\(cards.map(\.html))<li class="nothing">\(empty)</li></ul>\(add)</section>

            """
    }
}

/// Cards in columns, moved by pointer, finger or keyboard. A move is posted as `id`, `to` and `before`.
public struct Board: Component {
    let name: String
    let columns: [BoardColumn]
    let move: SafeURL

    /// A board and where its moves are sent.
    public init(_ name: String, _ columns: [BoardColumn], move: SafeURL) {
        (self.name, self.columns, self.move) = (name, columns, move)
    }

    /// The board.
    public var html: HTML {
        """
        <k-board data-move="\(move.text)"><div class="board" role="group" aria-label="\(name)">\(columns.map(\.html))</div></k-board>
        """
    }
}
