public import Core

/// A value that a template is given. It holds what it says and reaches nothing else.
public enum Datum: Sendable, Hashable {
    /// Nothing; it prints as nothing.
    case nothing
    /// A text.
    case text(String)
    /// A number.
    case number(DecimalNumber)
    /// An amount of money.
    case money(Money)
    /// A moment; it prints in the reader's zone.
    case moment(Timestamp)
    /// A day without hour or zone.
    case day(CalendarDay)
    /// Yes or no.
    case flag(Bool)
    /// A colour of the brand.
    case colour(Colour)
    /// Values one after another.
    case list([Datum])
    /// Values by their names.
    case record([String: Datum])
}

extension Datum: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A text written in the program.
    public init(stringLiteral text: String) { self = .text(text) }

    /// A whole number written in the program.
    public init(integerLiteral number: Int64) { self = .number(DecimalNumber(number)) }

    /// Yes or no, written in the program.
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension Datum {
    /// Whether a condition takes it for yes: nothing, no, zero, and what is empty are no.
    var isTrue: Bool {
        switch self {
        case .nothing: false
        case .text(let text): !text.isEmpty
        case .number(let number): number.units != 0
        case .money(let money): money.minorUnits != 0
        case .flag(let flag): flag
        case .list(let list): !list.isEmpty
        case .record(let record): !record.isEmpty
        case .moment, .day, .colour: true
        }
    }

    /// Whether `default` takes another in its place.
    var isEmpty: Bool {
        switch self {
        case .nothing: true
        case .text(let text): text.isEmpty
        case .list(let list): list.isEmpty
        case .record(let record): record.isEmpty
        default: false
        }
    }

    /// What it weighs as a filter's input: its bytes, or the places of a list.
    var weight: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .list(let list): list.count
        default: 16
        }
    }
}

/// A colour as screens and paper take it.
public struct Colour: Sendable, Hashable, CustomStringConvertible {
    /// The parts of red, green and blue.
    public let red, green, blue: UInt8

    /// A colour.
    public init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// `#1a2b3c`.
    public var description: String {
        "#"
            + [red, green, blue].map { part in
                let digits = String(part, radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }.joined()
    }
}
