/// The databases as `konak doctor` finds them without starting anything.
enum ClusterSight {
    /// At the addresses of the configuration.
    case given
    /// In the private cluster, which runs.
    case running(DatabaseAddresses)
    /// In the private cluster, which does not run now, or is not made yet.
    case asleep(String)
    /// In a private cluster that cannot run, and what to do about it.
    case broken(String, remedy: String)
}

extension EmbeddedCluster {
    static func sight(of examination: Examination) throws -> ClusterSight {
        guard let place = try examination.clusterPlace() else { return .given }
        let programs = PostgresPrograms.installed(configured: examination.configuration.postgresPrograms)
        let seen = ClusterObserver(place: place, installed: programs.map(\.major)).observe()
        switch ClusterPlan.next(seen) {
        case .adopt: return .running(ClusterAddresses(place).forServing)
        case .create: return .asleep("the private cluster will be made in \(place.base)")
        case .start, .wait:
            if let words = ClusterWords(place).ofFailure {
                return .broken(
                    "the private cluster in \(place.base) does not run; it last said: \(words)",
                    remedy: "mend what it says, then start Konak and look here again")
            }
            return .asleep("the private cluster in \(place.base) is not running; start it to have it checked")
        case .endOrphans(let processes):
            let list = processes.map(String.init).joined(separator: ", ")
            return .asleep("the private cluster was killed; its processes \(list) will be ended at the next start")
        case .refuse(let fault): return .broken(fault.description, remedy: "see above, or set KONAK_DATABASE_*_URL")
        }
    }
}
