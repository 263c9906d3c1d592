import Core
import SQL

/// No bytes in a cell trap, and what was read is read again from its own spelling.
enum CellCheck {
    static func check(_ cell: [UInt8]) throws(BrokenPromise) {
        try checkNumbers(cell)
        try checkTimes(cell)
        try checkArrays(cell)
        if let text = try? String(sqlText: cell.span) { try hold(Array(text.utf8) == cell, "a text is its bytes") }
        if let bytes = try? [UInt8](sqlText: cell.span) {
            try hold(cell.count == 2 + 2 * bytes.count, "bytes are pairs")
        }
        if let id = try? UUIDv7(sqlText: cell.span) {
            try hold((try? UUIDv7(sqlText: id.description.utf8Span.span)) == id, "an id is read again as itself")
        }
    }

    private static func checkNumbers(_ cell: [UInt8]) throws(BrokenPromise) {
        let (small, middle, large) = (
            try? Int16(sqlText: cell.span), try? Int32(sqlText: cell.span), try? Int(sqlText: cell.span)
        )
        if let large {
            try hold(Int(cell.repaired) == large, "a number is what its digits say")
            try hold(middle == Int32(exactly: large) && small == Int16(exactly: large), "a number fits or is refused")
        } else {
            try hold(small == nil && middle == nil, "what is no number is no small number")
        }
        if let double = try? Double(sqlText: cell.span), double.isFinite {
            try hold((try? Double(sqlText: double.description.utf8Span.span)) == double, "a double is read again")
        }
        _ = try? Bool(sqlText: cell.span)
    }

    private static func checkTimes(_ cell: [UInt8]) throws(BrokenPromise) {
        if let date = try? CalendarDate(sqlText: cell.span) {
            try hold((try? CalendarDate(sqlText: date.description.utf8Span.span)) == date, "a date is read again")
        }
        if let instant = try? Timestamp(sqlText: cell.span) {
            try hold(instant >= .earliest && instant <= .latest, "an instant lies in its range")
        }
    }

    /// Arrays as they came, and the input as the elements of one.
    private static func checkArrays(_ cell: [UInt8]) throws(BrokenPromise) {
        if let texts = try? [String?](sqlText: cell.span) {
            try hold((try? [String?](sqlText: literal(texts).span)) == texts, "an array is read again as itself")
        }
        if let numbers = try? [Int?](sqlText: cell.span) {
            let texts = numbers.map { $0.map { String($0) } }
            try hold((try? [Int?](sqlText: literal(texts).span)) == numbers, "an array of numbers too")
        }
        let words = cell.repaired.split(separator: " ", omittingEmptySubsequences: false)
        let texts = words.map { $0 == "-" ? nil : String($0) }
        try hold((try? [String?](sqlText: literal(texts).span)) == texts, "any texts make an array")
    }

    /// As PostgreSQL writes it, all elements in quotes.
    private static func literal(_ texts: [String?]) -> [UInt8] {
        var literal = Array("{".utf8)
        for (index, text) in texts.enumerated() {
            if index > 0 { literal.append(UInt8(ascii: ",")) }
            guard let text else {
                literal += "NULL".utf8
                continue
            }
            let escaped = text.utf8.flatMap { $0 == 0x22 || $0 == 0x5C ? [0x5C, $0] : [$0] }
            literal += [0x22] + escaped + [0x22]
        }
        return literal + [UInt8(ascii: "}")]
    }
}
