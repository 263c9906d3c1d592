internal import Glibc

/// How many files and sockets this process may have open.
public struct DescriptorLimit: Sendable, Hashable {
    /// In force now.
    public let soft: UInt64
    /// How far we may raise it ourselves.
    public let hard: UInt64

    /// The limit of this process.
    public static func current() -> DescriptorLimit? {
        var limit = rlimit()
        guard unsafe getrlimit(resource, &limit) == 0 else { return nil }
        return DescriptorLimit(soft: UInt64(limit.rlim_cur), hard: UInt64(limit.rlim_max))
    }

    /// What a server under this configuration may need: connections on both sides and a few files.
    public static func needed(by configuration: Configuration) -> UInt64 {
        UInt64(configuration.maxConnections + configuration.mostConnections + 256)
    }

    /// Raises the soft limit as far as it helps; distributions keep it low for the sake of very old programs.
    public static func raise(for configuration: Configuration) {
        guard let limit = current(), limit.soft < limit.hard else { return }
        var wanted = rlimit()
        wanted.rlim_cur = rlim_t(min(limit.hard, max(limit.soft, needed(by: configuration))))
        wanted.rlim_max = rlim_t(limit.hard)
        _ = unsafe setrlimit(resource, &wanted)
    }

    /// A limit as it might be.
    init(soft: UInt64, hard: UInt64) {
        self.soft = soft
        self.hard = hard
    }

    private static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }

    func judge(needed: UInt64) -> Finding {
        guard hard >= needed else {
            return .warning(
                "\(hard) files may be open, \(needed) may be needed",
                mend: "raise the limit (LimitNOFILE= in systemd, ulimit -Hn in a shell), or lower KONAK_MAX_CONNECTIONS"
            )
        }
        return .ok("\(hard) files may be open, \(needed) may be needed")
    }
}
