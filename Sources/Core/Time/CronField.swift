/// One field: the numbers it holds, as bits.
struct CronField: Sendable, Hashable {
    private var bits: UInt64 = 0
    /// Written with a star: of two days, the other decides.
    let isOpen: Bool
    /// A star alone.
    let isEvery: Bool

    static let monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    static let weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    /// Names count from the least of the range.
    init(_ text: Substring, _ range: ClosedRange<Int>, names: [String] = []) throws(CronFault) {
        isOpen = text.first == "*"
        isEvery = text == "*"
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            try add(part, range, names)
        }
    }

    /// What it holds, ascending.
    var values: [Int] { (0..<64).filter(holds) }

    func holds(_ value: Int) -> Bool { (0..<64).contains(value) && bits & (1 << UInt64(value)) != 0 }

    private mutating func add(_ part: Substring, _ range: ClosedRange<Int>, _ names: [String]) throws(CronFault) {
        let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
        let fault = CronFault(description: "“\(part)” is not \(range.lowerBound) to \(range.upperBound)")
        var (low, high) = (range.lowerBound, range.upperBound)
        guard let span = pieces.first, pieces.count <= 2 else { throw fault }
        if span != "*" {
            let ends = span.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2, let first = Self.number(ends[0], range, names),
                let last = Self.number(ends[ends.count - 1], range, names), first <= last
            else { throw fault }
            (low, high) = (first, ends.count == 1 && pieces.count == 2 ? high : last)
        }
        var step = 1
        if pieces.count == 2 {
            guard let given = Self.number(pieces[1], 1...range.upperBound, []) else { throw fault }
            step = given
        }
        for value in stride(from: low, through: high, by: step) { bits |= 1 << UInt64(value) }
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int>, _ names: [String]) -> Int? {
        if let index = names.firstIndex(of: text.lowercased()) { return index + range.lowerBound }
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
}
