/// Looks at the private cluster from outside.
struct ClusterObserver: Sendable {
    let place: ClusterPlace
    let installed: [Int]

    /// What is to be seen now.
    func observe() -> ClusterObservation {
        var seen = ClusterObservation(data: data(), installed: installed)
        // PostgreSQL works in the folder by its real name.
        guard case .initialised = seen.data, let folder = try? place.data.resolved() else { return seen }
        seen.file = (try? (place.data / "postmaster.pid").readText(limit: 4096, followingLinks: false)).flatMap(
            PostmasterFile.init)
        if let file = seen.file {
            seen.holder = holder(file.process, folder)
            // The usual case, and the only one on the way to a fast start: no look at all processes.
            if seen.holder == .postmaster { return seen }
        }
        seen.others = RunningProcess.working(in: folder).map(\.number)
        return seen
    }

    private func data() -> ClusterObservation.Data {
        guard let names = try? place.data.names(), !names.isEmpty else { return .absent }
        let version = try? (place.data / "PG_VERSION").readText(limit: 64, followingLinks: false)
        let major = version.flatMap { Int($0.prefix { ("0"..."9").contains($0) }) }
        return major.map { .initialised(major: $0) } ?? .alien
    }

    /// A server that was killed as our child, or where nobody collects the dead (many containers), still bears its number,
    /// and PostgreSQL would take it for alive.
    private func holder(_ process: Int32, _ folder: LocalPath) -> ClusterObservation.Holder {
        let holder = RunningProcess(number: process)
        if let facts = holder.facts() { return facts.folder == folder.text ? .postmaster : .stranger }
        _ = ChildProcessID(number: process).exitCode()
        return holder.isListed ? .stranger : .nobody
    }
}
