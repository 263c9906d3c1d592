public import Core
public import Crypto

/// A new password, in the form in which it is hashed. It never prints.
public struct NewPassword: Sendable, CustomStringConvertible, CustomReflectable {
    private let text: String

    /// What was typed.
    public init(_ typed: String) { text = ComposedText.of(typed) }

    /// Its bytes, for the hasher.
    public var secret: HeldSecret { HeldSecret(SecretBytes(copying: text.utf8Span.span)) }

    /// Always the same word.
    public var description: String { "[password]" }
    /// A mirror that shows nothing.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }

    /// What is wrong with it for a person of this name and address, in a house of this name; nil when it will do. There
    /// are no rules of composition: they make passwords that are alike.
    public func objection(for person: [String]) throws -> PasswordObjection? {
        let count = text.unicodeScalars.count
        if count < PasswordObjection.least { return .tooShort }
        if text.utf8.count > PasswordObjection.mostBytes { return .tooLong }
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { return .controlCharacter }
        if Set(text).count <= 2 || isSequence { return .tooCommon }
        if try CommonPasswords.contains(text) { return .tooCommon }
        return isAbout(person) ? .aboutPerson : nil
    }

    /// `12345678`, `abcdefgh` and the like, backwards too.
    private var isSequence: Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(values, values.dropFirst()).map { $1 - $0 })
        return steps == [1] || steps == [-1]
    }

    /// Nothing but what everybody knows of the person, with some digits or signs around it.
    private func isAbout(_ person: [String]) -> Bool {
        let core = Self.letters(text)
        let known = person.flatMap { known in
            [known] + known.split { "@. ".contains($0) }.map(String.init)
        }
        return known.map(Self.letters).contains { $0.count >= 3 && ($0 == core || core == $0 + $0) }
    }

    private static func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
}

/// What is wrong with a password.
public enum PasswordObjection: String, Sendable, CaseIterable {
    /// Fewer than eight characters.
    case tooShort
    /// More than a thousand bytes.
    case tooLong
    /// A line break, a tab or another sign that no field of a form sends on purpose.
    case controlCharacter
    /// One of those that are tried first.
    case tooCommon
    /// Made of the person's own name or address, or of the house's name.
    case aboutPerson

    /// The fewest characters.
    public static let least = 8
    /// The most bytes: far above any sentence, far below what would cost to read.
    public static let mostBytes = 1_024

    /// The fault of a field with such a password.
    public func fault(at pointer: String) -> FieldFault {
        switch self {
        case .tooShort: FieldFault(pointer, .range, "use at least \(Self.least) characters")
        case .tooLong: FieldFault(pointer, .range, "use fewer characters")
        case .controlCharacter: FieldFault(pointer, .format, "has an invisible character")
        case .tooCommon: FieldFault(pointer, .invalid, "is among the first that are guessed")
        case .aboutPerson: FieldFault(pointer, .invalid, "is too close to your name or address")
        }
    }
}
