internal import Glibc

/// A lock that the system lets go when its holder dies, however it dies.
struct FileLock: ~Copyable {
    private let path: LocalPath
    private let descriptor: Int32

    enum Kind {
        /// Many may hold it.
        case shared
        /// One alone.
        case exclusive
    }

    /// Opens the lock's file without locking it.
    init(_ path: LocalPath) throws(LocalFault) {
        self.path = path
        descriptor = try path.open(O_RDWR | O_CREAT | O_NOFOLLOW)
    }

    deinit { close(descriptor) }

    /// Waits until the lock is held. A lock held already changes its kind.
    func hold(_ kind: Kind) throws(LocalFault) {
        while flock(descriptor, kind == .shared ? LOCK_SH : LOCK_EX) != 0 {
            guard errno == EINTR else { throw LocalFault("lock", path.text) }
        }
    }

    /// Takes the lock if nobody holds it the other way; false otherwise.
    func tryHold(_ kind: Kind) -> Bool { flock(descriptor, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 }

    /// Lets go.
    func release() { _ = flock(descriptor, LOCK_UN) }
}
