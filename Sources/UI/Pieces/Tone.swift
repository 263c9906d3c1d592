/// Colours to tell things apart: people, stages, labels. None of them means anything.
public enum Tone: Sendable, Hashable {
    /// No colour.
    case grey
    /// One of twelve.
    case number(Int)

    /// How many there are besides grey.
    public static let count = 12

    /// The same text always has the same colour.
    public init(of text: String) {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        self = .number(Int(hash % UInt32(Self.count)))
    }

    var className: String {
        switch self {
        case .grey: "tone-grey"
        case .number(let number): "tone-\((number % Self.count + Self.count) % Self.count)"
        }
    }
}

/// What a colour says.
public enum Meaning: String, Sendable, CaseIterable {
    /// Nothing.
    case plain = ""
    /// It is well.
    case good
    /// It wants to be looked at.
    case warn
    /// It went wrong.
    case bad
    /// It is the one meant.
    case accent

    var className: String? { self == .plain ? nil : rawValue }
}
