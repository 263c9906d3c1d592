import SQL

/// A door for a fuzzer: what a server says, read as a connection reads it.
package enum PostgresFuzzing {
    /// What was understood of each message of a stream that comes in these pieces, and whether the stream went wrong.
    package static func read(_ stream: [UInt8], in pieces: [Range<Int>]) -> [String] {
        let incoming = IncomingMessages()
        var found: [String] = []
        var rows = GatheredRows()
        for piece in pieces {
            var rest = stream[piece]
            while !rest.isEmpty, !incoming.isNonsense {
                _ = unsafe incoming.receive { room in
                    let count = min(rest.count, room.count)
                    unsafe room.copyBytes(from: rest.prefix(count))
                    rest = rest.dropFirst(count)
                    return .moved(count)
                }
                while let message = incoming.next() {
                    found.append(unsafe words(message.type, message.body, &rows))
                }
            }
        }
        return found + (incoming.isNonsense ? ["nonsense"] : [])
    }

    private static func words(_ type: UInt8, _ body: UnsafeRawBufferPointer, _ rows: inout GatheredRows) -> String {
        switch type {
        case UInt8(ascii: "T"): return unsafe AnswerColumns(body).map { "columns \($0.names)" } ?? "no columns"
        case UInt8(ascii: "D"): return unsafe rows.add(body) ? "row" : "no row"
        case UInt8(ascii: "E"):
            let message = unsafe ServerMessage(body)
            return "error \(message.error.unredacted) \(message.isFatal) \(message.saysPlanIsStale)"
        case UInt8(ascii: "C"):
            defer { rows.reset() }
            var reader = unsafe MessageReader(body)
            return cells(of: rows, tag: reader.text() ?? "")
        default: return "\(type) of \(body.count)"
        }
    }

    /// Every cell of an answer, as far as its rows have one number of columns.
    private static func cells(of rows: borrowing GatheredRows, tag: String) -> String {
        guard rows.count > 0, rows.places.count.isMultiple(of: rows.count) else { return tag }
        let names = Array(repeating: "c", count: rows.places.count / rows.count)
        let answer = ServerAnswer(AnswerColumns(names), rows, tag: tag)
        var texts = ["\(tag) \(answer.affected)"]
        for row in 0..<answer.count {
            for column in names.indices {
                texts.append(unsafe answer.cell(row, column).map { unsafe String(decoding: $0, as: UTF8.self) } ?? "-")
            }
        }
        return texts.joined(separator: "|")
    }
}
