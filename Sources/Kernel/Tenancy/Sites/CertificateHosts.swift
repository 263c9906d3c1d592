import Glibc
import Synchronization

/// The hosts that may have a certificate, on disk, for a proxy that must know them while Konak is away: `tls-hosts` with
/// one host a line, and `tls-hosts.d` with an empty file for each, because that is what a proxy can look for.
///
/// What was written last is remembered, so that a map that changed otherwise costs no write.
public final class CertificateHosts: Sendable {
    private let list: LocalPath
    private let folder: LocalPath
    private let written = Mutex<[String]?>(nil)

    /// In the folder of all that the server keeps.
    public init(in state: LocalPath) { (list, folder) = (state / "tls-hosts", state / "tls-hosts.d") }

    /// Brings both to these hosts, sorted. Blocking.
    public func write(_ hosts: [String]) throws {
        try written.withLock { written in
            guard written != hosts else { return }
            written = nil
            // Names that anybody may resolve: readable for the proxy, whoever it runs as.
            try folder.makeFolder(mode: 0o755)
            try bringFolder(to: Set(hosts))
            try list.write(hosts.map { "\($0)\n" }.joined(), mode: 0o644)
            written = hosts
        }
    }

    private func bringFolder(to hosts: Set<String>) throws(LocalFault) {
        let present = Set(try folder.names())
        for host in present.subtracting(hosts) { try (folder / host).remove() }
        for host in hosts.subtracting(present) {
            close(try (folder / host).open(O_WRONLY | O_CREAT | O_NOFOLLOW, mode: 0o644))
        }
    }
}
