/// What gives a value. It has no names but those of given values, and nothing it can call but the filters.
indirect enum Expression: Sendable {
    case literal(Datum)
    case path(Path)
    case filtered(Expression, [FilterCall])
    case compare(Comparison, Expression, Expression, offset: Int)
    /// All hold. Any number side by side, so that a long chain is not a deep tree.
    case all([Expression])
    /// One holds.
    case any([Expression])
    case not(Expression)
}

/// `customer.address.city`.
struct Path: Sendable {
    let segments: [String]
    let offset: Int

    var text: String { segments.joined(separator: ".") }
}

struct FilterCall: Sendable {
    let filter: Filter
    let values: [Expression]
    let offset: Int
}

enum Comparison: String, Sendable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains
}
