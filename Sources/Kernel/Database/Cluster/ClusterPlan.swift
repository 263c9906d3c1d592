/// What to do next about the private cluster. Pure: it is asked again after each step, with a new observation.
enum ClusterPlan: Sendable, Hashable {
    /// Make a new cluster.
    case create(major: Int)
    /// Start it; `clearing` when a stranger bears the number in the file, which PostgreSQL would take for a server.
    case start(major: Int, clearing: Bool)
    /// It is coming or going: look again soon.
    case wait
    /// It runs: use it.
    case adopt(process: Int32)
    /// The server was killed and its children live on: no other may start before they are gone.
    case endOrphans([Int32])
    /// Nothing can be done.
    case refuse(ClusterFault)

    /// The next step.
    static func next(_ seen: ClusterObservation) -> ClusterPlan {
        switch seen.data {
        case .alien: return .refuse(.alienFolder)
        case .absent: return seen.installed.max().map { .create(major: $0) } ?? .refuse(.notInstalled)
        case .initialised(let major): return next(seen, major)
        }
    }

    private static func next(_ seen: ClusterObservation, _ major: Int) -> ClusterPlan {
        if let file = seen.file, seen.holder == .postmaster {
            return file.status == .ready ? .adopt(process: file.process) : .wait
        }
        guard seen.others.isEmpty else { return .endOrphans(seen.others) }
        guard seen.installed.contains(major) else { return .refuse(.otherVersion(major)) }
        return .start(major: major, clearing: seen.file != nil && seen.holder == .stranger)
    }
}

/// Why the private cluster cannot run.
public enum ClusterFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// PostgreSQL's programs are not there.
    case notInstalled
    /// The cluster was made by a version that is not installed.
    case otherVersion(Int)
    /// The data folder holds something else.
    case alienFolder
    /// The data folder belongs to another account.
    case otherOwner(folder: String, owner: String)
    /// This process runs as a number without a name.
    case namelessAccount
    /// Started as root, with no account to run PostgreSQL as.
    case noAccount
    /// A folder for the socket that others could have tampered with.
    case unsafeSocketFolder(String)
    /// initdb failed.
    case creationFailed(log: String)
    /// The server ended while it was starting.
    case startFailed(log: String)
    /// It did not become ready in time.
    case notReady(log: String)

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .notInstalled:
            "PostgreSQL is not installed: install Debian's package `postgresql`, or set KONAK_DATABASE_*_URL"
        case .otherVersion(let major):
            "the cluster is of PostgreSQL \(major), which is not installed: install postgresql-\(major), or upgrade it"
        case .alienFolder: "the data folder holds something that is no cluster: choose another KONAK_VAR"
        case .otherOwner(let folder, let owner):
            "\(folder) belongs to \(owner): run as root or as \(owner), or choose another KONAK_VAR"
        case .namelessAccount:
            "this process runs as a user without a name, which PostgreSQL refuses: add it to /etc/passwd"
        case .noAccount: "root may not run PostgreSQL, and there is no account konak, postgres or nobody to run it as"
        case .unsafeSocketFolder(let folder): "\(folder) is not ours alone: remove it"
        case .creationFailed(let log): "initdb failed: \(log)"
        case .startFailed(let log): "PostgreSQL did not start: \(log)"
        case .notReady(let log): "PostgreSQL was not ready in time: \(log)"
        }
    }
}
