/// Doors for a fuzzer. Each takes any bytes, must not trap, and returns false when a promise was broken.
package enum SQLFuzzing {
    /// A comment before a statement changes nothing about what it is.
    package static func classify(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let plain = unsafe Array(bytes)
        let commented = Array("/* /**/ */ -- x\n".utf8) + plain
        return kind(of: plain) == kind(of: commented)
    }

    /// Moving the binds of a part up keeps what kind of statement it is, and one by none keeps the text.
    package static func renumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let part = Query(unsafeSQL: unsafe String(decoding: bytes, as: UTF8.self), binds: [.bool(true)])
        let moved: Query = "\(1)\(fragment: part)"
        let kept: Query = "\(fragment: part)"
        let tail = String(moved.sql.utf8.dropFirst(2)) ?? ""
        return kept.sql == part.sql && kind(of: Array(tail.utf8)) == kind(of: Array(part.sql.utf8))
    }

    /// Cells of every type; bytes that were read as bytes or text are read again from their own spelling.
    package static func decode(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let cell = unsafe Array(bytes)
        _ = try? Int16(sqlText: cell.span)
        _ = try? Int32(sqlText: cell.span)
        _ = try? Double(sqlText: cell.span)
        _ = try? Bool(sqlText: cell.span)
        _ = try? [UInt8](sqlText: cell.span)
        _ = try? [Int?](sqlText: cell.span)
        _ = try? [String?](sqlText: cell.span)
        return decodeTimes(cell) && decodeAgain(cell)
    }

    private static func decodeTimes(_ cell: [UInt8]) -> Bool {
        guard let date = try? CalendarDate(sqlText: cell.span) else { return true }
        return (try? CalendarDate(sqlText: date.description.utf8Span.span)) == date
    }

    private static func decodeAgain(_ cell: [UInt8]) -> Bool {
        if let number = try? Int(sqlText: cell.span) {
            return (try? Int(sqlText: String(number).utf8Span.span)) == number
        }
        guard let text = try? String(sqlText: cell.span) else { return true }
        return Array(text.utf8) == cell
    }

    private static func kind(of sql: [UInt8]) -> StatementKind? { try? StatementKind.classify(sql.span) }
}
