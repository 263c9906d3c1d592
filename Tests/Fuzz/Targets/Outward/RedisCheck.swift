import Outbound

/// A Redis server's words are the same however they are cut, have an end, and give each question one answer.
enum RedisCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let whole = reading([input[...]])
        for pieces in Cuts.all(of: input) {
            let parts = reading(pieces.map { input[$0] })
            // A refusal may come before the second piece; what was said before it is the same.
            try hold(parts.values == whole.values, "values do not depend on cuts")
            try hold(parts.isRefused == whole.isRefused, "nor does the refusal")
        }
        for value in whole.values {
            var left = RESPReader.mostValues
            try hold(isBounded(value, &left, depth: 0), "a reply has an end in depth and number")
        }
        try checkConversation(input)
    }

    private static func reading(_ pieces: [ArraySlice<UInt8>]) -> (values: [RedisValue], isRefused: Bool) {
        var reader = RESPReader()
        var values: [RedisValue] = []
        for piece in pieces {
            reader.feed(piece)
            do throws(RedisFault) { while let value = try reader.next() { values.append(value) } } catch {
                return (values, true)
            }
        }
        return (values, false)
    }

    private static func isBounded(_ value: RedisValue, _ left: inout Int, depth: Int) -> Bool {
        left -= 1
        guard left >= 0, depth <= RESPReader.mostDepth else { return false }
        switch value {
        case .list(let values), .push(let values):
            for value in values where !isBounded(value, &left, depth: depth + 1) { return false }
            return true
        default: return true
        }
    }

    private static func checkConversation(_ input: [UInt8]) throws(BrokenPromise) {
        guard let url = RedisURL("redis://user:secret@cache/1") else { return }
        var conversation = RedisConversation(url)
        var numbers: Set<UInt64> = []
        for deadline in 0..<3 { numbers.insert(conversation.ask(RedisCommand(["PING"]), until: UInt64(deadline))) }
        let events: [RedisConversation.Event]
        do throws(RedisFault) { events = try conversation.receive(input) } catch { return }
        var answered = 0
        for case .answer(let number, _) in events {
            try hold(numbers.remove(number) != nil, "an answer belongs to one question")
            answered += 1
        }
        try hold(conversation.unanswered == 3 - answered, "who has no answer waits for it")
        try hold(events.count { $0 == .ready } <= 1, "one is let in once")
    }
}
