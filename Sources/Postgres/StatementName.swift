/// A statement's name on its connection, `s` and a number: short enough to be a number itself, which is written without a
/// look at any string.
struct StatementName {
    private let word: UInt64
    let count: Int

    /// The statement without a name, which the next one replaces.
    static let none = StatementName(word: 0, count: 0)

    private init(word: UInt64, count: Int) { (self.word, self.count) = (word, count) }

    /// Connections are retired long before their statements need eight digits.
    init(_ number: Int) {
        var (word, count) = (UInt64(0), 0)
        for byte in "s\(number)".utf8.prefix(8) {
            word |= UInt64(byte) << UInt64(8 * count)
            count += 1
        }
        self.init(word: word, count: count)
    }

    subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: word >> UInt64(8 * index)) }
}
