/// Where the private cluster lives and as whom it runs. Pure: what is on disk and who there is come in as closures.
struct ClusterPlace: Sendable, Hashable {
    /// Holds data, logs and locks.
    let base: LocalPath
    /// Holds the socket.
    let socketFolder: LocalPath
    /// As whom PostgreSQL runs.
    let account: Account
    /// True when PostgreSQL runs as somebody else than we do.
    let switchesAccount: Bool

    /// The data folder.
    var data: LocalPath { base / "data" }
    /// PostgreSQL's log folder.
    var log: LocalPath { base / "log" }
    /// What PostgreSQL and initdb said while they started.
    var startLog: LocalPath { base / "start.log" }

    /// The socket's own name in its folder.
    static let socketName = ".s.PGSQL.5432"
    /// The longest path of a socket that Linux takes.
    static let longestSocketPath = 107

    /// What a decision needs to know of the machine.
    struct Machine {
        /// As whom we run; nil for a number without a name.
        var current: Account?
        /// Accounts by name.
        var named: (String) -> Account?
        /// Accounts by number.
        var numbered: (UInt32) -> Account?
        /// What is on disk.
        var facts: (LocalPath) -> LocalPath.Facts?
    }

    /// Decides for a state folder given by its absolute path.
    static func choose(state: LocalPath, on machine: Machine) throws(ClusterFault) -> ClusterPlace {
        guard let current = machine.current else { throw .namelessAccount }
        let near = state / "postgres"
        guard current.isRoot else {
            try checkOwner(near / "data", current, machine)
            return ClusterPlace(base: near, account: current, switchesAccount: false, state: state)
        }
        let far = LocalPath("/var/lib/konak") / tag(state) / "postgres"
        for base in [near, far] {
            if let account = existingOwner(base / "data", machine), canReach(base.parent, account, machine) {
                return ClusterPlace(base: base, account: account, switchesAccount: true, state: state)
            }
        }
        guard let account = ["konak", "postgres", "nobody"].lazy.compactMap(machine.named).first(where: { !$0.isRoot })
        else { throw .noAccount }
        let base = canReach(state, account, machine) ? near : far
        return ClusterPlace(base: base, account: account, switchesAccount: true, state: state)
    }

    private init(base: LocalPath, account: Account, switchesAccount: Bool, state: LocalPath) {
        self.base = base
        self.account = account
        self.switchesAccount = switchesAccount
        socketFolder = Self.socketFolder(base: base, account: account, asRoot: switchesAccount, state: state)
    }

    /// Two state folders never share a short folder.
    private static func tag(_ state: LocalPath) -> String { String(FileChecksum.of(Array(state.text.utf8)).prefix(12)) }

    /// Below the base, unless the path is too long for a socket or holds what libpq's list of hosts cannot.
    private static func socketFolder(
        base: LocalPath, account: Account, asRoot: Bool, state: LocalPath
    ) -> LocalPath {
        let usual = base / "socket"
        let fits = (usual / socketName).text.utf8.count <= longestSocketPath
        if fits, usual.text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && !",\"'\\".utf8.contains($0) }) { return usual }
        return LocalPath(asRoot ? "/run/konak-\(tag(state))" : "/tmp/konak-\(account.user)-\(tag(state))")
    }

    private static func checkOwner(
        _ data: LocalPath, _ current: Account, _ machine: Machine
    ) throws(ClusterFault) {
        guard let facts = machine.facts(data), facts.owner != current.user else { return }
        let owner = machine.numbered(facts.owner)?.name ?? "user \(facts.owner)"
        throw .otherOwner(folder: data.text, owner: owner)
    }

    /// A cluster that is there keeps its owner, whoever that is.
    private static func existingOwner(_ data: LocalPath, _ machine: Machine) -> Account? {
        guard let facts = machine.facts(data), facts.owner != 0 else { return nil }
        return machine.numbered(facts.owner)
    }

    /// Folders that are missing are made by us, passable.
    private static func canReach(_ folder: LocalPath, _ account: Account, _ machine: Machine) -> Bool {
        folder.andAncestors.allSatisfy { machine.facts($0).map(account.canPass) ?? true }
    }
}

extension ClusterPlace.Machine {
    /// The machine we run on.
    static func this() -> ClusterPlace.Machine {
        ClusterPlace.Machine(
            current: Account.current(), named: Account.named, numbered: Account.numbered, facts: { $0.facts() })
    }
}
