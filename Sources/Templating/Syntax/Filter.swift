/// The filters there are. Each leaves a value of a kind that it is not for as it is.
enum Filter: String, Sendable, CaseIterable {
    /// Another value in the place of nothing or what is empty.
    case `default`
    case upper
    case lower
    /// The first letter large.
    case capital
    /// Without blanks at both ends.
    case trim
    /// At most so many characters, the last an ellipsis if any were cut.
    case truncate
    /// A day: "short", "long", "weekday".
    case date
    /// Hour and minute.
    case time
    /// A number, with so many places.
    case number
    /// An amount: "symbol", "code" or "plain".
    case money
    /// The texts of a list, with another between them.
    case join
    case count
    case first
    case last
    /// One of two words by a number.
    case plural
    /// One of two words by yes and no.
    case choose
    /// Line breaks of a text stay line breaks in markup.
    case lines

    /// How many values it takes.
    var valueCounts: ClosedRange<Int> {
        switch self {
        case .upper, .lower, .capital, .trim, .time, .count, .first, .last, .lines: 0...0
        case .default, .truncate: 1...1
        case .date, .number, .money, .join: 0...1
        case .plural, .choose: 2...2
        }
    }
}
