import EventLoop
import Glibc
import Synchronization

/// Stands between driver and server and counts how often the talk changes its direction: two changes are one round
/// trip. One thread, blocking, one connection after another; ends with its socket.
final class CountingProxy: Sendable {
    let folder: String
    private let listener: Int32
    private let server: String
    private let talk = Mutex((turns: 0, lastWasClient: false))

    /// Listens where libpq looks for port 5432 in `folder`.
    init(server: String, folder: String, _ pool: BlockingPool) throws {
        (self.server, self.folder) = (server + "/.s.PGSQL.5432", folder)
        unsafe mkdir(folder, 0o700)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard unsafe Self.call(folder + "/.s.PGSQL.5432", { unsafe bind(listener, $0, $1) }) == 0,
            listen(listener, 8) == 0,
            pool.submit({ [self] in serve(pool) })
        else { throw SystemError(call: "bind", code: errno) }
    }

    /// How often the direction has changed since the last call.
    func takeTurns() -> Int {
        talk.withLock { talk in
            defer { talk.turns = 0 }
            return talk.turns
        }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve(_ pool: BlockingPool) {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            _ = unsafe Self.call(server) { unsafe connect(upstream, $0, $1) }
            _ = pool.submit { [self] in pass(client, upstream) }
        }
        close(listener)
        unsafe unlink(folder + "/.s.PGSQL.5432")
        unsafe rmdir(folder)
    }

    private func pass(_ client: Int32, _ upstream: Int32) {
        var sockets = [
            pollfd(fd: client, events: Int16(POLLIN), revents: 0),
            pollfd(fd: upstream, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 65_536)
        copying: while unsafe poll(&sockets, 2, -1) > 0 {
            for (index, other) in [upstream, client].enumerated() where sockets[index].revents != 0 {
                let count = unsafe read(sockets[index].fd, &buffer, buffer.count)
                guard count > 0 else { break copying }
                note(isClient: index == 0)
                var sent = 0
                while sent < count { sent += max(unsafe write(other, Array(buffer[sent..<count]), count - sent), 0) }
            }
        }
        close(client)
        close(upstream)
    }

    private func note(isClient: Bool) {
        talk.withLock { talk in
            if isClient != talk.lastWasClient { talk.turns += 1 }
            talk.lastWasClient = isClient
        }
    }

    private static func call(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8.prefix(107)) }
        return unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
