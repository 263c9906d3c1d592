/// One thing that `konak doctor` looks at.
public struct Check: Sendable {
    /// A word for it, such as `disk`.
    public let name: String
    /// Looks, without changing anything.
    public let look: @Sendable (Examination) -> [Finding]

    /// A check.
    public init(_ name: String, look: @escaping @Sendable (Examination) -> [Finding]) {
        self.name = name
        self.look = look
    }

    /// All checks, in the order in which their remedies are best applied.
    public static let all: [Check] = [
        .account, .packages, .migrations, .folders, .disk, .descriptors, .listeners, .clock, .databases, .redis,
    ]
}

/// What the checks look at.
public struct Examination: Sendable {
    /// The configuration, which is right: the wrong one is found before.
    public let configuration: Configuration
    /// The program's own path.
    public let program: LocalPath

    /// An examination of this machine under a configuration.
    public init(configuration: Configuration, program: LocalPath) {
        self.configuration = configuration
        self.program = program
    }

    /// The state folder by its whole path.
    var state: LocalPath? { try? LocalPath(configuration.varFolder).absolute() }

    /// The private cluster's place, when it is ours to run.
    func clusterPlace() throws -> ClusterPlace? {
        guard configuration.databases.areEmbedded, let state else { return nil }
        return try ClusterPlace.choose(state: state, on: .this())
    }
}
