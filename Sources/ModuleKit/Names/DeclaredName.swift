/// A name that stands in the program's text. None can be made from input, so a stranger cannot spell one.
public protocol DeclaredName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name.
    var text: String { get }
    /// A name as it is written in the source.
    init(_ text: StaticString)
}

extension DeclaredName {
    /// The name.
    public var description: String { text }
    /// By the letters.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
