import Core

extension Renderer {
    mutating func evaluate(_ expression: Expression) throws(TemplateFault) -> Datum {
        switch expression {
        case .literal(let value):
            try spend(1, at: 0)
            return value
        case .path(let path): return try look(up: path)
        case .filtered(let inner, let calls):
            var value = try evaluate(inner)
            for call in calls { value = try apply(call, to: value) }
            return value
        case .compare(let comparison, let left, let right, let offset):
            let (left, right) = (try evaluate(left), try evaluate(right))
            return .flag(try compare(comparison, left, right, at: offset))
        case .all(let inner):
            for expression in inner where try !evaluate(expression).isTrue { return .flag(false) }
            return .flag(true)
        case .any(let inner):
            for expression in inner where try evaluate(expression).isTrue { return .flag(true) }
            return .flag(false)
        case .not(let inner):
            try spend(1, at: 0)
            return .flag(try !evaluate(inner).isTrue)
        }
    }

    private mutating func look(up path: Path) throws(TemplateFault) -> Datum {
        try spend(path.segments.count + bindings.count, at: path.offset)
        guard let first = path.segments.first else { return .nothing }
        if first == "loop" { return try ofLoop(path) }
        var value = bindings.last { $0.name == first }?.value ?? values[first]
        for segment in path.segments.dropFirst() {
            guard case .record(let record)? = value else {
                // What is not there has no fields, and that is no surprise; any other value has none by mistake.
                if value == .nothing { return .nothing }
                value = nil
                break
            }
            value = record[segment]
        }
        guard let value else {
            if unknown == .empty { return .nothing }
            throw fault(.unknownName(path.text.shortened), at: path.offset)
        }
        return value
    }

    private mutating func ofLoop(_ path: Path) throws(TemplateFault) -> Datum {
        guard path.segments.count == 2, let binding = bindings.last,
            let field = LoopField(rawValue: path.segments[1])
        else {
            if unknown == .empty { return .nothing }
            throw fault(.unknownName(path.text.shortened), at: path.offset)
        }
        switch field {
        case .index: return .number(DecimalNumber(Int64(binding.index) + 1))
        case .count: return .number(DecimalNumber(Int64(binding.count)))
        case .first: return .flag(binding.index == 0)
        case .last: return .flag(binding.index == binding.count - 1)
        }
    }

    /// Values of unlike kinds are not equal, and neither is less.
    private mutating func compare(
        _ comparison: Comparison, _ left: Datum, _ right: Datum, at offset: Int
    ) throws(TemplateFault) -> Bool {
        try spend(1 + min(left.weight, right.weight), at: offset)
        switch comparison {
        case .equal: return try isEqual(left, right, at: offset)
        case .unequal: return try !isEqual(left, right, at: offset)
        case .less: return left.isLess(than: right) == true
        case .greater: return right.isLess(than: left) == true
        case .lessOrEqual: return right.isLess(than: left) == false
        case .greaterOrEqual: return left.isLess(than: right) == false
        case .contains: return try contains(left, right, at: offset)
        }
    }

    /// Texts by their bytes: equal means the same letters written the same way. Lists and records are never equal, so
    /// that no comparison walks a tree.
    private mutating func isEqual(_ left: Datum, _ right: Datum, at offset: Int) throws(TemplateFault) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.list, _), (.record, _), (_, .list), (_, .record): false
        default: left == right
        }
    }

    private mutating func contains(_ whole: Datum, _ piece: Datum, at offset: Int) throws(TemplateFault) -> Bool {
        switch (whole, piece) {
        case (.text(let whole), .text(let piece)): return try contains(whole, piece, at: offset)
        case (.list(let list), _):
            for element in list {
                try spend(1 + min(element.weight, piece.weight), at: offset)
                if try isEqual(element, piece, at: offset) { return true }
            }
            return false
        default: return false
        }
    }

    /// Letter by letter, each comparison paid for: a clever needle costs what it does.
    private mutating func contains(_ whole: String, _ piece: String, at offset: Int) throws(TemplateFault) -> Bool {
        let (whole, piece) = (Array(whole.utf8), Array(piece.utf8))
        guard let first = piece.first else { return true }
        try spend(whole.count + piece.count, at: offset)
        guard whole.count >= piece.count else { return false }
        for start in 0...(whole.count - piece.count) where whole[start] == first {
            var length = 1
            while length < piece.count, whole[start + length] == piece[length] { length += 1 }
            try spend(length, at: offset)
            if length == piece.count { return true }
        }
        return false
    }
}

/// What a loop says of itself.
enum LoopField: String, CaseIterable {
    /// Which turn it is, from 1.
    case index
    /// How many turns there will be.
    case count
    case first
    case last
}

extension Datum {
    /// Nil where there is no order between the two.
    func isLess(than other: Datum) -> Bool? {
        switch (self, other) {
        case (.number(let left), .number(let right)): left < right
        case (.money(let left), .money(let right)): try? left.isLess(than: right)
        case (.money(let left), .number(let right)): left.number.map { $0 < right }
        case (.number(let left), .money(let right)): right.number.map { left < $0 }
        case (.moment(let left), .moment(let right)): left < right
        case (.day(let left), .day(let right)): left < right
        default: nil
        }
    }
}
