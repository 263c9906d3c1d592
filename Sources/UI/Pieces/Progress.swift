public import Markup

/// How far something is, or how much of a quota is used.
public struct Progress: Component {
    let name: String
    let note: String
    let share: Double?
    let isQuota: Bool

    /// A share of 0…1, with its name and its figures in words. A quota warns from 80 % and is full from 100 %.
    public init(_ name: String, _ note: String, share: Double?, isQuota: Bool = false) {
        (self.name, self.note, self.share, self.isQuota) = (name, note, share, isQuota)
    }

    /// The bar.
    public var html: HTML {
        var attributes: Attributes = [.number("max", 1000), .aria("label", name)]
        if let share { attributes.append(.number("value", Self.thousandths(share))) }
        return """
            <div class="\(state)"><div><span>\(name)</span><span>\(note)</span></div><progress\(attributes: attributes)></progress></div>
            """
    }

    private var state: String {
        guard isQuota, let share else { return "quota" }
        return share >= 1 ? "quota full" : share >= 0.8 ? "quota near" : "quota"
    }

    private static func thousandths(_ share: Double) -> Int { share.isFinite ? Int(min(max(share, 0), 1) * 1000) : 0 }
}

/// Where one is in a sequence.
public struct Steps: Component {
    let names: [String]
    let current: Int
    let title: String
    let doneWord: String

    /// Steps by their names; those before `current` are done. `title` and `doneWord` are for those who hear the page.
    public init(_ names: [String], current: Int, title: String, doneWord: String) {
        (self.names, self.current, self.title, self.doneWord) = (names, current, title, doneWord)
    }

    /// The steps.
    public var html: HTML {
        let items = names.enumerated().map { index, name -> HTML in
            if index < current {
                return
                    "<li class=\"done\"><i>\(Icon.check)</i><span>\(name)<span class=\"sr\"> (\(doneWord))</span></span></li>"
            }
            let state: Attributes = index == current ? [.aria("current", "step")] : []
            return "<li\(attributes: state)><i>\(index + 1)</i><span>\(name)</span></li>"
        }
        return "<ol class=\"steps\" aria-label=\"\(title)\">\(items)</ol>"
    }
}

/// What shows while something is on its way, in the shape of what will come.
public enum Skeleton: Component {
    /// Lines of text.
    case text
    /// Rows with a picture each.
    case rows(Int)
    /// Cards of a board's column.
    case cards(Int)

    /// The shape; it says nothing, the region around it is `aria-busy`.
    public var html: HTML {
        switch self {
        case .text:
            return """
                <div class="stack s" aria-hidden="true"><span class="bone line"></span><span class="bone w4"></span>\
                <span class="bone w3"></span><span class="bone w2"></span></div>
                """
        case .rows(let count):
            let row: HTML = """
                <div class="row"><span class="bone round"></span><div class="stack s space"><span class="bone w2"></span>\
                <span class="bone w1"></span></div></div>
                """
            return "<div class=\"stack\" aria-hidden=\"true\">\(Array(repeating: row, count: max(count, 0)))</div>"
        case .cards(let count):
            let card: HTML = "<span class=\"bone tall\"></span>"
            return "<div class=\"stack s\" aria-hidden=\"true\">\(Array(repeating: card, count: max(count, 0)))</div>"
        }
    }
}
