/// One thing that should not have been seen, changed or told apart.
public struct DrillLeak: Sendable, Hashable {
    /// How it came out.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Another's value or id stood in an answer.
        case shown
        /// Another's rows were changed.
        case written
        /// Another's id was answered otherwise than one that nobody has.
        case distinguished
        /// A planted value stood where none belongs, such as the log.
        case kept
        /// A route let somebody in whom its declared access keeps out, or the other way round.
        case access
    }

    /// How it came out.
    public let kind: Kind
    /// At which route, job or listener.
    public let place: String
    /// What the request had in it, and what was found.
    public let detail: String
}

extension DrillLeak: CustomStringConvertible {
    /// One line.
    public var description: String { "\(kind.rawValue): \(place): \(detail)" }
}
