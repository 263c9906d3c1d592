/// What is seen of the private cluster from outside, before anything is done.
struct ClusterObservation: Sendable, Hashable {
    /// What the data folder holds.
    enum Data: Sendable, Hashable {
        /// Nothing is there.
        case absent
        /// A cluster of a major version.
        case initialised(major: Int)
        /// Something that is no cluster.
        case alien
    }

    /// Who bears the number in `postmaster.pid`.
    enum Holder: Sendable, Hashable {
        /// Nobody: the server was killed.
        case nobody
        /// PostgreSQL on this very folder.
        case postmaster
        /// Another process that was given the number later, or one that ended and was not collected.
        case stranger
    }

    /// The data folder.
    var data: Data
    /// The file a server leaves there, and who bears its number.
    var file: PostmasterFile?
    /// Who bears the number in the file.
    var holder: Holder = .nobody
    /// Processes working in the data folder, the server itself apart.
    var others: [Int32] = []
    /// Major versions whose programs are installed.
    var installed: [Int]
}
