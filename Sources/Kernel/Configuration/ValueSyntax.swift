/// Why a value was refused: a sentence that reads on from the key's name.
public struct ValueRefusal: Error, Sendable, Hashable {
    /// Such as `must be at most 1h`. It never repeats the value: that may be a secret.
    public let sentence: String

    /// A refusal with its sentence.
    public init(_ sentence: String) { self.sentence = sentence }
}

/// How one kind of value is written: a name for people, its bounds, and the way from text to value.
public struct ValueSyntax<Value: Sendable>: Sendable {
    /// Such as `duration`.
    public let name: String
    /// Such as `1ms to 1h`; empty when the name says all.
    public let bounds: String
    /// Text to value, or the reason why not.
    public let parse: @Sendable (String) throws(ValueRefusal) -> Value

    /// A syntax.
    public init(
        _ name: String, bounds: String = "", parse: @escaping @Sendable (String) throws(ValueRefusal) -> Value
    ) {
        self.name = name
        self.bounds = bounds
        self.parse = parse
    }
}

extension ValueSyntax<Int> {
    /// A whole number within bounds.
    public static func number(_ range: ClosedRange<Int>) -> ValueSyntax {
        ValueSyntax("number", bounds: "\(range.lowerBound) to \(range.upperBound)") { text throws(ValueRefusal) in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number)
            else { throw ValueRefusal("must be a number from \(range.lowerBound) to \(range.upperBound)") }
            return number
        }
    }
}

extension ValueSyntax<Bool> {
    /// `on` or `off`.
    public static var onOrOff: ValueSyntax {
        ValueSyntax("on or off") { text throws(ValueRefusal) in
            guard text == "on" || text == "off" else { throw ValueRefusal("must be `on` or `off`") }
            return text == "on"
        }
    }
}

extension ValueSyntax where Value: CaseIterable & RawRepresentable<String> {
    /// One of the cases of an enumeration.
    public static var word: ValueSyntax {
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        return ValueSyntax("word", bounds: words) { text throws(ValueRefusal) in
            guard let value = Value(rawValue: text) else { throw ValueRefusal("must be one of \(words)") }
            return value
        }
    }
}

extension ValueSyntax<String> {
    /// A path of the file system.
    public static var path: ValueSyntax {
        ValueSyntax("path") { text throws(ValueRefusal) in
            guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw ValueRefusal("must be a path without control characters")
            }
            return text
        }
    }
}

extension ValueSyntax {
    /// The same syntax for a key that may be left out.
    public func optional() -> ValueSyntax<Value?> {
        let parse = parse
        return ValueSyntax<Value?>(name, bounds: bounds) { text throws(ValueRefusal) in try parse(text) }
    }
}
