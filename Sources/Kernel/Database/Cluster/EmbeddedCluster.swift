internal import Glibc

/// PostgreSQL of our own, for whoever has none: made, started, adopted after a crash of either side, stopped with us.
///
/// Blocking; to be opened before the loops run. Several processes may share one cluster (a server and a command): the last
/// one out stops it.
public final class EmbeddedCluster: Sendable {
    /// The name of the one database.
    public static let database = "konak"

    let place: ClusterPlace
    private let settings: ClusterSettings
    private let programs: [PostgresPrograms]
    private let users: HeldLock

    /// Opens the cluster of a state folder: after this it answers.
    public static func open(state: String, programs: String?, connections: Int) throws -> EmbeddedCluster {
        let machine = ClusterPlace.Machine.this()
        let (place, users) = try settle(in: state, on: machine)
        let accounts = [machine.current?.name, place.account.name].compactMap { $0 }
        let settings = ClusterSettings(
            place: place, connections: connections,
            accounts: accounts.count == 2 && accounts[0] == accounts[1]
                ? [place.account.name] : accounts)
        let cluster = EmbeddedCluster(place, settings, PostgresPrograms.installed(configured: programs), users)
        try cluster.bringUp()
        return cluster
    }

    /// Its folders, made, and the lock of its users. What the system refuses here is for whoever chose the folder to mend.
    private static func settle(
        in state: String, on machine: ClusterPlace.Machine
    ) throws -> (ClusterPlace, HeldLock) {
        do {
            let place = try ClusterPlace.choose(state: LocalPath(state).absolute(), on: machine)
            try ClusterFolders(place).make()
            return (place, HeldLock(try FileLock(place.base / "users.lock")))
        } catch let fault as LocalFault {
            let user = machine.current?.name ?? "this user"
            throw ConfigurationFaults(
                .badValue, "KONAK_VAR", "cannot be used: \(fault); name a folder that \(user) may make and write")
        }
    }

    private init(
        _ place: ClusterPlace, _ settings: ClusterSettings, _ programs: [PostgresPrograms], _ users: HeldLock
    ) {
        self.place = place
        self.settings = settings
        self.programs = programs
        self.users = users
    }

    /// How to reach it as each role; as superuser for preparing, and nothing else.
    public var addresses: DatabaseAddresses {
        var addresses = ClusterAddresses(place).forServing
        addresses.superuser = ClusterAddresses(place).superuser
        return addresses
    }

    /// What `tend` found.
    public enum Tending: Sendable, Hashable {
        /// It runs.
        case well
        /// It was down and runs again.
        case restarted
    }

    /// Looks whether the server lives and starts it again if not. Blocking: to be called about once a second, off the loops.
    @discardableResult
    public func tend() throws -> Tending {
        if case .adopt = ClusterPlan.next(observer.observe()) { return .well }
        try bringUp()
        return .restarted
    }

    /// Lets go of the cluster; stops it when nobody else uses it.
    public func close() throws {
        let starting = try FileLock(place.base / "start.lock")
        try starting.hold(.exclusive)
        guard users.lock.tryHold(.exclusive) else { return }
        defer { users.lock.release() }
        let seen = observer.observe()
        if let file = seen.file, seen.holder == .postmaster { stop(RunningProcess(number: file.process)) }
        ClusterFolders(place).removeShortSocketFolder()
    }

    /// Fast: sessions are cut, what is committed is written. Immediate only when that takes too long.
    private func stop(_ server: RunningProcess) {
        server.signal(SIGINT)
        if server.waitForEnd(milliseconds: 30_000) { return }
        server.signal(SIGQUIT)
        _ = server.waitForEnd(milliseconds: 5_000)
    }

    private var observer: ClusterObserver { ClusterObserver(place: place, installed: programs.map(\.major)) }

    /// One process at a time decides; the others find the server running when it is their turn.
    private func bringUp() throws {
        let starting = try FileLock(place.base / "start.lock")
        try starting.hold(.exclusive)
        try users.lock.hold(.shared)
        // Again, under the lock: whoever left last took the short socket folder with it.
        try ClusterFolders(place).make()
        let starter = ClusterStarter(place: place, settings: settings, programs: programs)
        try starter.run { observer.observe() }
    }
}

/// A lock inside a class. The lock's own descriptor is all its state, and `flock` is safe from any thread.
private final class HeldLock: Sendable {
    let lock: FileLock

    init(_ lock: consuming FileLock) { self.lock = lock }
}
