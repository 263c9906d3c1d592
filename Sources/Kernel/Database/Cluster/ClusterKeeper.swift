internal import EventLoop
internal import Glibc
internal import Synchronization

/// Watches the private cluster while the server runs, on a thread of its own, and starts it again when it was killed.
public final class ClusterKeeper: Sendable {
    private let cluster: EmbeddedCluster
    private let log: Log
    private let pool = BlockingPool(threads: 1, waiting: 1)
    private let isStopping = Atomic(false)

    /// Begins to watch.
    public init(_ cluster: EmbeddedCluster, log: Log) {
        self.cluster = cluster
        self.log = log
        _ = pool.submit { [self] in watch() }
    }

    /// Ends watching; waits until a restart under way is done.
    public func stop() {
        isStopping.store(true, ordering: .relaxed)
        pool.stop()
    }

    /// A look costs some 50 µs: the process's number and its working folder.
    private func watch() {
        while !isStopping.load(ordering: .relaxed) {
            usleep(200_000)
            do {
                if try cluster.tend() == .restarted { log.warning("private database started again") }
            } catch {
                log.error("private database is down", cause: error)
                usleep(1_000_000)
            }
        }
    }
}
