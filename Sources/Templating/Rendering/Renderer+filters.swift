import Core

extension Renderer {
    mutating func apply(_ call: FilterCall, to value: Datum) throws(TemplateFault) -> Datum {
        var values: [Datum] = []
        for expression in call.values { values.append(try evaluate(expression)) }
        try spend(1 + value.weight, at: call.offset)
        let result = try filter(call, value, values)
        // What a filter makes is paid as well: no chain of filters grows for nothing.
        try spend(result.weight, at: call.offset)
        return result
    }

    private mutating func filter(_ call: FilterCall, _ value: Datum, _ values: [Datum]) throws(TemplateFault) -> Datum {
        switch call.filter {
        case .default: return value.isEmpty ? values[0] : value
        case .plural: return plural(value, values)
        case .choose: return value.isTrue ? values[0] : values[1]
        case .count: return count(value)
        case .first, .last: return end(value, isFirst: call.filter == .first)
        case .join: return try join(value, values.first, at: call.offset)
        case .upper, .lower, .capital, .trim, .truncate, .lines: return change(call.filter, value, values)
        case .date, .time, .number, .money: return format(call.filter, value, values.first)
        }
    }

    private func plural(_ value: Datum, _ values: [Datum]) -> Datum {
        let number: DecimalNumber
        switch value {
        case .number(let given): number = given
        case .list(let list): number = DecimalNumber(Int64(list.count))
        default: return values[1]
        }
        return formats.plural(number) == .one ? values[0] : values[1]
    }

    private func count(_ value: Datum) -> Datum {
        switch value {
        case .list(let list): .number(DecimalNumber(Int64(list.count)))
        case .text(let text): .number(DecimalNumber(Int64(text.unicodeScalars.count)))
        default: value
        }
    }

    private func end(_ value: Datum, isFirst: Bool) -> Datum {
        guard case .list(let list) = value else { return value }
        return (isFirst ? list.first : list.last) ?? .nothing
    }

    /// Each text is paid before it is added.
    private mutating func join(_ value: Datum, _ separator: Datum?, at offset: Int) throws(TemplateFault) -> Datum {
        guard case .list(let list) = value else { return value }
        let between = separator.map { formats.text(of: $0) } ?? ", "
        var text = ""
        for (index, element) in list.enumerated() {
            let piece = formats.text(of: element)
            try spend(1 + piece.utf8.count + between.utf8.count, at: offset)
            guard text.utf8.count + piece.utf8.count + between.utf8.count <= limits.output else {
                throw fault(.output(most: limits.output), at: offset)
            }
            if index > 0 { text += between }
            text += piece
        }
        return .text(text)
    }

    private func change(_ filter: Filter, _ value: Datum, _ values: [Datum]) -> Datum {
        guard case .text(let text) = value else { return value }
        switch filter {
        case .upper: return .text(formats.upper(text))
        case .lower: return .text(formats.lower(text))
        case .capital: return .text(formats.upper(String(text.prefix(1))) + text.dropFirst())
        case .trim: return .text(text.trimmed)
        case .truncate:
            guard case .number(let most)? = values.first, let whole = most.whole else { return value }
            return .text(text.cut(to: Int(clamping: whole)))
        default: return value
        }
    }

    private func format(_ filter: Filter, _ value: Datum, _ style: Datum?) -> Datum {
        switch (filter, value) {
        case (.date, .moment(let moment)):
            CalendarDay(formats.local(moment)).map { .text(formats.date($0, style.dateStyle)) } ?? .nothing
        case (.date, .day(let day)): .text(formats.date(day, style.dateStyle))
        case (.time, .moment(let moment)): .text(formats.time(formats.local(moment)))
        case (.number, .number(let number)): .text(formats.number(number, style.places))
        case (.money, .money(let money)): .text(formats.money(money, style.moneyStyle))
        default: value
        }
    }
}

extension Datum? {
    fileprivate var word: String? {
        if case .text(let word)? = self { word } else { nil }
    }

    fileprivate var dateStyle: TemplateFormats.DateStyle { word.flatMap { .init(rawValue: $0) } ?? .short }
    fileprivate var moneyStyle: TemplateFormats.MoneyStyle { word.flatMap { .init(rawValue: $0) } ?? .symbol }

    fileprivate var places: Int? {
        guard case .number(let number)? = self, let whole = number.whole, (0...9).contains(whole) else { return nil }
        return Int(whole)
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// At most so many characters; the last one tells that more was there.
    func cut(to most: Int) -> String {
        guard most > 0 else { return "" }
        guard let end = index(startIndex, offsetBy: most, limitedBy: endIndex), end < endIndex else { return self }
        return String(self[..<index(before: end)]) + "…"
    }
}

extension Money {
    /// Its amount as a number.
    var number: DecimalNumber? { DecimalNumber(units: minorUnits, places: Int(currency.exponent)) }
}
