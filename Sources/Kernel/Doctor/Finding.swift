/// What one check of `konak doctor` found.
public struct Finding: Sendable, Hashable {
    /// How bad it is.
    public enum Level: String, Sendable, Comparable, CaseIterable {
        /// As it should be.
        case ok
        /// It works, but should be mended.
        case warning
        /// It does not work.
        case failure

        /// The worse is the greater.
        public static func < (left: Level, right: Level) -> Bool { left.weight < right.weight }

        private var weight: Int { self == .ok ? 0 : self == .warning ? 1 : 2 }
    }

    /// How bad it is.
    public let level: Level
    /// What was found.
    public let text: String
    /// How to mend it.
    public let remedy: String?

    /// All is well.
    public static func ok(_ text: String) -> Finding { Finding(level: .ok, text: text, remedy: nil) }

    /// It should be mended.
    public static func warning(_ text: String, mend remedy: String) -> Finding {
        Finding(level: .warning, text: text, remedy: remedy)
    }

    /// It must be mended.
    public static func failure(_ text: String, mend remedy: String) -> Finding {
        Finding(level: .failure, text: text, remedy: remedy)
    }
}
