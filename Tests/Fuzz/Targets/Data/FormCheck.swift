import HTTP

/// A form that was read is written and read again as itself.
enum FormCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let limits = QueryItems.Limits(pairs: 16, nameBytes: 64, valueBytes: 256)
        guard let form = try? QueryItems(parsing: input.span, limits: limits) else { return }
        try hold(form.items.count <= limits.pairs, "no more pairs than the limit")
        for item in form.items {
            try hold(!item.name.utf8.contains(0) && !item.value.utf8.contains(0), "no NUL comes through")
        }
        let plain = try plainPairs(input)
        try hold(plain.map(\.0) == form.items.map { Array($0.name.utf8) }, "the names a plain reader sees")
        try hold(plain.map(\.1) == form.items.map { Array($0.value.utf8) }, "the values a plain reader sees")
        let again = try? QueryItems(form.encoded, limits: QueryItems.Limits())
        try hold(again == form, "what was written is read as the same")
    }

    private static func plainPairs(_ input: [UInt8]) throws(BrokenPromise) -> [([UInt8], [UInt8])] {
        var pairs: [([UInt8], [UInt8])] = []
        for pair in input.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            pairs.append((try decoded(parts[0]), parts.count > 1 ? try decoded(parts[1]) : []))
        }
        return pairs
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws(BrokenPromise) -> [UInt8] {
        let parts = bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
            .split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
        var decoded = Array(parts[0])
        for part in parts.dropFirst() {
            let digits = Array(part.prefix(2)).repaired
            guard digits.utf8.count == 2, digits.first != "+", digits.first != "-", let byte = UInt8(digits, radix: 16)
            else { throw BrokenPromise(description: "an escape has two hexadecimal digits") }
            decoded.append(byte)
            decoded += part.dropFirst(2)
        }
        return decoded
    }
}
