import HTTP
import Localization

/// What somebody searches for, as an address says it: `?q=`, and on the page of one table `in` and `n`.
struct SearchQuestion: Sendable, Equatable {
    /// As it was typed, without blanks around it.
    let text: String
    /// The table whose hits are looked at alone.
    let table: String?
    /// How many of them.
    let count: Int

    /// Of each table, where all are searched.
    static let few = 5
    /// The step by which one table's hits grow, and their end: whoever looks further asks more exactly.
    static let (step, most) = (20, 100)

    init(_ query: String?) {
        let items = query.flatMap { try? QueryItems($0) } ?? QueryItems()
        let typed = String((items["q"] ?? "").prefix(100))
        text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        table = items["in"].flatMap { $0.utf8.count <= 64 ? $0 : nil }
        count = min(max(items["n"].flatMap { Int($0) } ?? Self.step, Self.step), Self.most)
    }

    /// One letter finds everything and nothing. İ, I, ı and i are one letter here as in the tables.
    var isWorthAsking: Bool { SearchKey.of(text).unicodeScalars.count >= 2 }
}
