/// A program to start: by its path, with its whole environment spelled out. Nothing is inherited by accident.
public struct ChildCommand: Sendable {
    /// Where the child's streams lead.
    public enum Stream: Sendable {
        /// `/dev/null`.
        case nothing
        /// A pipe to this process.
        case pipe
        /// An open descriptor, which stays the caller's own.
        case descriptor(Int32)
    }

    /// The program's path; it is not searched for.
    public var path: String
    /// Its arguments, without the name.
    public var arguments: [String]
    /// All it finds in its environment.
    public var environment: [String: String]
    /// Where it starts; nil for this process's own folder.
    public var folder: String?
    /// True to make it the leader of a group of its own, so that it can be ended with all it started, and is not
    /// reached by the keyboard's signals.
    public var ownGroup = true
    /// What it reads.
    public var input = Stream.nothing
    /// What it says.
    public var output = Stream.pipe
    /// What it complains of.
    public var errors = Stream.pipe

    /// A command with no input and both outputs led here.
    public init(
        _ path: String, _ arguments: [String] = [], environment: [String: String] = [:], folder: String? = nil
    ) {
        (self.path, self.arguments, self.environment, self.folder) = (path, arguments, environment, folder)
    }
}

/// How a child ended.
public enum ChildExit: Sendable, Hashable {
    /// By itself, with a code.
    case code(Int32)
    /// By a signal.
    case signal(Int32)

    /// True for code 0.
    public var isSuccess: Bool { self == .code(0) }
}

/// Why a child's work is not there.
public enum ChildFault: Error, Sendable, Hashable {
    /// It was still running when its time was over, and was ended.
    case timeout
    /// It said more than it may, and was ended.
    case tooMuchOutput
    /// The calling task was cancelled, and the child ended.
    case cancelled
}
