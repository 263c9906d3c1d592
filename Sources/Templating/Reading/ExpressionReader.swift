/// Expressions of one tag. Parentheses are bounded; chains stand side by side.
struct ExpressionReader {
    var tag: TagReader
    let limits: TemplateLimits
    private var depth = 0

    init(_ tag: TagReader, _ limits: TemplateLimits) { (self.tag, self.limits) = (tag, limits) }

    /// `a or b and not c`.
    mutating func condition() throws(ReadingFault) -> Expression {
        var any = [try conjunction()]
        while try tag.take(word: "or") { any.append(try conjunction()) }
        return any.count == 1 ? any[0] : .any(any)
    }

    private mutating func conjunction() throws(ReadingFault) -> Expression {
        var all = [try negation()]
        while try tag.take(word: "and") { all.append(try negation()) }
        return all.count == 1 ? all[0] : .all(all)
    }

    private mutating func negation() throws(ReadingFault) -> Expression {
        var isNegated = false
        while try tag.take(word: "not") { isNegated.toggle() }
        let inner = try comparison()
        return isNegated ? .not(inner) : inner
    }

    private mutating func comparison() throws(ReadingFault) -> Expression {
        let left = try value()
        let offset = tag.offset
        guard let comparison = nextComparison else { return left }
        _ = try tag.take()
        return .compare(comparison, left, try value(), offset: offset)
    }

    private var nextComparison: Comparison? {
        switch tag.next {
        case .symbol(let symbol): Comparison(rawValue: symbol)
        case .name("contains"): .contains
        default: nil
        }
    }

    /// A value with its filters.
    mutating func value() throws(ReadingFault) -> Expression {
        let bare = try operand()
        var calls: [FilterCall] = []
        while try tag.take(symbol: "|") { calls.append(try filter()) }
        return calls.isEmpty ? bare : .filtered(bare, calls)
    }

    private mutating func operand() throws(ReadingFault) -> Expression {
        guard try tag.take(symbol: "(") else { return try simple() }
        depth += 1
        guard depth <= limits.depth else { throw ReadingFault(.tooDeep(most: limits.depth), tag.offset) }
        let inner = try condition()
        guard try tag.take(symbol: ")") else { throw tag.unexpected() }
        depth -= 1
        return inner
    }

    /// A literal or a path.
    private mutating func simple() throws(ReadingFault) -> Expression {
        switch tag.next {
        case .text(let text):
            _ = try tag.take()
            return .literal(.text(text))
        case .number(let number):
            _ = try tag.take()
            return .literal(.number(number))
        case .name("true"), .name("false"):
            return .literal(.flag(try tag.take() == .name("true")))
        case .name("nothing"):
            _ = try tag.take()
            return .literal(.nothing)
        case .name(let word) where word != "loop" && Keywords.reserved.contains(word): throw tag.unexpected()
        case .name: return .path(try path())
        case .symbol, .close: throw tag.unexpected()
        }
    }

    mutating func path() throws(ReadingFault) -> Path {
        let offset = tag.offset
        var segments = [try name()]
        while try tag.take(symbol: ".") { segments.append(try name()) }
        return Path(segments: segments, offset: offset)
    }

    mutating func name() throws(ReadingFault) -> String {
        guard case .name(let word) = tag.next else { throw tag.unexpected() }
        _ = try tag.take()
        return word
    }

    private mutating func filter() throws(ReadingFault) -> FilterCall {
        let offset = tag.offset
        let word = try name()
        guard let filter = Filter(rawValue: word) else { throw ReadingFault(.unknownFilter(word.shortened), offset) }
        var values: [Expression] = []
        if try tag.take(symbol: ":") {
            repeat {
                values.append(try simple())
            } while try tag.take(symbol: ",")
        }
        guard filter.valueCounts.contains(values.count) else { throw ReadingFault(.filterValues(word), offset) }
        return FilterCall(filter: filter, values: values, offset: offset)
    }

    /// Nothing may follow.
    mutating func end() throws(ReadingFault) {
        guard tag.next == .close else { throw tag.unexpected() }
    }
}

enum Keywords {
    /// Words that name no value.
    static let reserved: Set<String> = [
        "and", "or", "not", "contains", "in", "limit", "true", "false", "nothing", "loop",
    ]
}
