import Core

/// A document that was read is written and read again as itself; whatever it is, types refuse it or take it.
enum JSONCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let limits = JSONLimits(bytes: 1 << 20, depth: 16, numberLength: 40)
        let value: JSONValue
        do throws(JSONFault) { value = try JSONParser.parse(input, limits: limits) } catch {
            try hold(!error.description.isEmpty && !error.debugDescription.isEmpty, "a fault says what it is")
            return
        }
        let text = Array(value.description.utf8)
        try hold(!text.contains { $0 < 0x20 }, "what is written holds no control byte")
        guard let again = try? JSONParser.parse(text, limits: limits) else {
            throw BrokenPromise(description: "what was written can be read")
        }
        try hold(again == value, "what was written is read as the same")
        try hold(Array(again.description.utf8) == text, "and is written the same")
        try hold(depth(value) <= limits.depth, "no deeper than the limit")
        try checkTypes(input, value)
    }

    private static func depth(_ value: JSONValue) -> Int {
        switch value {
        case .array(let elements): 1 + (elements.map(depth).max() ?? 0)
        case .object(let members): 1 + (members.map { depth($0.value) }.max() ?? 0)
        default: 0
        }
    }

    private struct Sample: Codable, Equatable {
        var name: String?
        var count: Int8?
        var amount: Double?
        var flags: [Bool]?
        var inner: [String: UInt16]?
        var any: JSONValue?
    }

    private static func checkTypes(_ input: [UInt8], _ value: JSONValue) throws(BrokenPromise) {
        for unknownKeys in [JSONReader.UnknownKeys.refuse, .ignore] {
            guard let sample = try? JSONReader.decode(Sample.self, from: input, unknownKeys: unknownKeys) else {
                continue
            }
            try hold(value.object != nil, "only an object makes a structure")
            guard let text = try? JSONEncoding.encode(sample) else {
                throw BrokenPromise(description: "a value is written")
            }
            try hold((try? JSONReader.decode(Sample.self, from: text)) == sample, "a value is read again as itself")
        }
        if let number = value.number, let whole = number.integer(Int64.self) {
            try hold(number.text == "-0" || String(whole) == number.text, "a whole number is its text")
        }
        _ = try? JSONReader.decode([UInt8].self, from: value)
    }
}
