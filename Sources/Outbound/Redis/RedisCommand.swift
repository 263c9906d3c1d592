/// A command as it goes over the wire: its words, counted and with their lengths, so that none can be taken for two.
public struct RedisCommand: Sendable, Hashable {
    /// The bytes.
    public private(set) var bytes: [UInt8]

    /// A command of so many words, which are to be added.
    public init(words count: Int, room: Int = 256) {
        bytes = []
        bytes.reserveCapacity(room)
        bytes.append(UInt8(ascii: "*"))
        append(decimal: Int64(count))
    }

    /// A command of these words.
    public init(_ words: [String]) {
        self.init(words: words.count)
        for word in words { add(word) }
    }

    /// Adds a word.
    public mutating func add(_ word: String) {
        bytes.append(UInt8(ascii: "$"))
        append(decimal: Int64(word.utf8.count))
        bytes.append(contentsOf: word.utf8)
        end()
    }

    /// Adds a whole number as a word.
    public mutating func add(_ number: Int64) { add(String(number)) }

    private mutating func append(decimal number: Int64) {
        bytes.append(contentsOf: String(number).utf8)
        end()
    }

    private mutating func end() {
        bytes.append(13)
        bytes.append(10)
    }
}
