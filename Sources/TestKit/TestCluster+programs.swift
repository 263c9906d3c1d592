import EventLoop
import Glibc
import Synchronization

/// PostgreSQL's programs on this machine, and the user they run as.
@safe
struct ServerPrograms: Sendable {
    private let folder: String
    /// Root gives the server to somebody else; nil for everybody else.
    private let user: (name: String, user: uid_t, group: gid_t)?

    /// The newest version there is.
    static func find() throws -> ServerPrograms {
        let versions = glob("/usr/lib/postgresql/*/bin/initdb").compactMap { path in
            Int(path.split(separator: "/")[3])
        }
        guard let newest = versions.max() else { throw TestClusterFault("PostgreSQL is not installed") }
        let folder = "/usr/lib/postgresql/\(newest)/bin"
        guard geteuid() == 0 else { return ServerPrograms(folder: folder, user: nil) }
        for name in ["postgres", "nobody"] {
            if let entry = unsafe getpwnam(name) {
                let (user, group) = unsafe (entry.pointee.pw_uid, entry.pointee.pw_gid)
                return ServerPrograms(folder: folder, user: (name, user, group))
            }
        }
        throw TestClusterFault("there is no user to run PostgreSQL as")
    }

    private static func glob(_ pattern: String) -> [String] {
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        guard unsafe Glibc.glob(pattern, 0, nil, &found) == 0 else { return [] }
        return unsafe (0..<Int(found.gl_pathc)).compactMap {
            unsafe found.gl_pathv[$0].map { unsafe String(cString: $0) }
        }
    }

    /// A folder of the server's user alone. Short, because a socket's path may have 107 bytes.
    func makeFolder() throws -> String {
        let given = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        let parent = user == nil && given.utf8.count < 60 ? given : "/tmp"
        var template = Array("\(parent)/konak-test-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
        }
        guard let made else { throw TestClusterFault("no folder could be made in \(parent)") }
        if let user { unsafe chown(made, user.user, user.group) }
        return made
    }

    /// A program of the server, as the server's user.
    func command(_ program: String, _ arguments: [String]) -> ChildCommand {
        let path = "\(folder)/\(program)"
        guard let user else { return ChildCommand(path, arguments, environment: Self.environment, folder: "/") }
        let switching = ["--reuid=\(user.user)", "--regid=\(user.group)", "--clear-groups", "--", path]
        return ChildCommand("/usr/bin/setpriv", switching + arguments, environment: Self.environment, folder: "/")
    }

    static let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC"]
}

/// The processes of a cluster. They are kept as long as the cluster: letting go of the guardian's pipe ends it.
final class ServerSlot: Sendable {
    private let state = Mutex<(server: ChildProcess?, guardian: ChildProcess?)>((nil, nil))

    var child: ChildProcess? { state.withLock { $0.server } }
    var guardian: ChildProcess? { state.withLock { $0.guardian } }

    func keep(server: ChildProcess) { state.withLock { $0.server = server } }

    func keep(guardian: ChildProcess) { state.withLock { $0.guardian = guardian } }
}
