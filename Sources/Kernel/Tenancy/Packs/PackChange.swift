/// One thing that applying a pack changed.
public struct PackChange: Sendable, Hashable, CustomStringConvertible {
    /// What was done to it.
    public enum Kind: String, Sendable, Hashable {
        /// It is new.
        case added
        /// It is different now.
        case changed
        /// It was taken away.
        case removed
    }

    /// What was done.
    public let kind: Kind
    /// To what: `tenant kuzey/lodos`.
    public let subject: String
    /// What is different, in words; empty for what is new.
    public let details: [String]

    /// As a line for people.
    public var description: String {
        let mark =
            switch kind {
            case .added: "+"
            case .changed: "~"
            case .removed: "-"
            }
        return "\(mark) \(subject)" + (details.isEmpty ? "" : ": \(details.joined(separator: ", "))")
    }
}
