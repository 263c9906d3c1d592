internal import Glibc

/// Carries out the plan until the cluster runs.
struct ClusterStarter {
    let place: ClusterPlace
    let settings: ClusterSettings
    let programs: [PostgresPrograms]

    /// Two minutes: a server that was killed under load replays what it had logged.
    private static let patience = 120_000
    private static let pause = 5

    /// Steps until the server answers, or the reason why it does not.
    func run(observe: () -> ClusterObservation) throws {
        var waited = 0
        while waited < Self.patience {
            switch ClusterPlan.next(observe()) {
            case .create(let major): try create(try named(major))
            case .start(let major, let clearing): try start(try named(major), clearing: clearing, observe)
            case .endOrphans(let processes): endOrphans(processes, waited: waited)
            case .wait: break
            case .adopt(let process): return try adopt(process)
            case .refuse(let fault): throw fault
            }
            usleep(UInt32(Self.pause) * 1000)
            waited += Self.pause
        }
        throw ClusterFault.notReady(log: lastWords)
    }

    private func named(_ major: Int) throws(ClusterFault) -> PostgresPrograms {
        guard let found = programs.first(where: { $0.major == major }) else { throw .otherVersion(major) }
        return found
    }

    /// Made beside its place and moved there when it is whole: a kill on the way leaves nothing that looks like a cluster.
    /// Each try has a folder of its own, because initdb outlives us when we are killed.
    private func create(_ programs: PostgresPrograms) throws {
        let old = try place.base.names().filter { $0.hasPrefix("data.new") }.map { (place.base / $0).text }
        if !old.isEmpty { _ = try command(["/bin/rm", "-rf", "--"] + old).run(seconds: 60) }
        let draft = place.base / "data.new-\(UInt64.random(in: 0...UInt64.max))"
        let code = try command([
            programs.initdb, "--pgdata=\(draft.text)", "--username=postgres", "--auth=peer", "--encoding=UTF8",
            "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
        ]).run(seconds: 120)
        guard code == 0 else { throw ClusterFault.creationFailed(log: lastWords) }
        let own = try (draft / "postgresql.conf").readText(followingLinks: false)
        try (draft / "postgresql.conf").write(own + "\ninclude 'konak.conf'\n", for: owner)
        try draft.move(to: place.data)
    }

    private func start(
        _ programs: PostgresPrograms, clearing: Bool, _ observe: () -> ClusterObservation
    ) throws {
        if clearing {
            try (place.data / "postmaster.pid").remove()
            try (place.socketFolder / "\(ClusterPlace.socketName).lock").remove()
        }
        _ = try writeSettings()
        let child = try command([programs.postgres, "-D", place.data.text], ownSession: true).start()
        for _ in 0..<Self.patience / Self.pause {
            let plan = ClusterPlan.next(observe())
            if case .adopt = plan { return }
            if child.exitCode() != nil { throw ClusterFault.startFailed(log: lastWords) }
            usleep(UInt32(Self.pause) * 1000)
        }
    }

    /// A running server keeps what needs a restart; the rest it reads anew.
    private func adopt(_ process: Int32) throws {
        if try writeSettings() { RunningProcess(number: process).signal(SIGHUP) }
    }

    /// Orphans end by themselves when they notice; those that are busy are told, then made to.
    private func endOrphans(_ processes: [Int32], waited: Int) {
        guard waited > 1000 else { return }
        for process in processes { RunningProcess(number: process).signal(waited > 5000 ? SIGKILL : SIGQUIT) }
    }

    /// True when something changed.
    private func writeSettings() throws -> Bool {
        let files = [
            ("konak.conf", settings.configuration), ("pg_hba.conf", settings.access),
            ("pg_ident.conf", settings.identities),
        ]
        var changed = false
        for (name, content) in files {
            let file = place.data / name
            if (try? file.readText(followingLinks: false)) == content { continue }
            try file.write(content, for: owner)
            changed = true
        }
        return changed
    }

    private var owner: Account? { place.switchesAccount ? place.account : nil }

    /// `setpriv` gives up root for good; `env` leaves a working folder that the account might not be allowed to be in.
    private func command(_ arguments: [String], ownSession: Bool = false) throws -> Subprocess {
        let moved = ["/usr/bin/env", "--chdir=\(place.base.text)"] + arguments
        let account = place.account
        let dropping = [
            "/usr/bin/setpriv", "--reuid=\(account.user)", "--regid=\(account.group)", "--clear-groups",
            "--inh-caps=-all", "--no-new-privs",
        ]
        return Subprocess(
            (place.switchesAccount ? dropping : []) + moved, output: place.startLog, ownSession: ownSession)
    }

    private var lastWords: String { ClusterWords(place).last }
}
