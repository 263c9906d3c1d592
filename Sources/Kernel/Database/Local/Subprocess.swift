internal import Glibc

/// A program run outside this process, blocking, with nothing inherited but what is said here.
struct Subprocess: Sendable {
    /// The program's path and its arguments.
    let arguments: [String]
    /// Where both outputs go; nil throws them away.
    let output: LocalPath?
    /// True when signals of the terminal must not reach it.
    let ownSession: Bool

    init(_ arguments: [String], output: LocalPath? = nil, ownSession: Bool = false) {
        self.arguments = arguments
        self.output = output
        self.ownSession = ownSession
    }

    /// Starts the program and lets it run.
    func start() throws(LocalFault) -> ChildProcessID {
        try Self.closeOnExec()
        var files = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&files)
        defer { unsafe posix_spawn_file_actions_destroy(&files) }
        unsafe posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(
            &files, 1, output?.text ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&files, 1, 2)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        prepare(&attributes)
        return try unsafe spawn(&files, &attributes)
    }

    /// Runs the program to its end and answers its exit code; nil when it took too long and was killed.
    func run(seconds: Int) throws(LocalFault) -> Int32? {
        let child = try start()
        for _ in 0..<seconds * 200 {
            if let code = child.exitCode() { return code }
            usleep(5000)
        }
        kill(child.number, SIGKILL)
        while child.exitCode() == nil { usleep(1000) }
        return nil
    }

    /// The loops block signals in every thread; a child must not start deaf.
    private func prepare(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        var usual = sigset_t()
        unsafe sigemptyset(&usual)
        unsafe sigaddset(&usual, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
        // 0x80 is POSIX_SPAWN_SETSID, which glibc shows to GNU sources only.
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (ownSession ? 0x80 : 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    private func spawn(
        _ files: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
    ) throws(LocalFault) -> ChildProcessID {
        let texts = unsafe arguments.map { unsafe strdup($0) } + [nil]
        let variables = unsafe Self.environment.map { unsafe strdup($0) } + [nil]
        // swift-format-ignore
        defer { for unsafe text in unsafe texts + variables { unsafe free(text) } }
        var number: pid_t = 0
        let result = unsafe posix_spawn(&number, arguments[0], &files, &attributes, texts, variables)
        guard result == 0 else { throw LocalFault("run", arguments[0], number: result) }
        return ChildProcessID(number: number)
    }

    /// PostgreSQL reads many variables (PGDATA, PGPORT, PGOPTIONS…); none of the operator's must reach it.
    private static let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"]

    /// A long-lived child must not keep open what this process was given by whoever started it.
    private static func closeOnExec() throws(LocalFault) {
        for name in try LocalPath("/proc/self/fd").names() {
            guard let descriptor = Int32(name), descriptor > 2 else { continue }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
    }
}

/// A child of this process.
struct ChildProcessID: Sendable, Hashable {
    let number: Int32

    /// The exit code once it has ended (128 and the signal's number when one ended it), nil before.
    func exitCode() -> Int32? {
        var status: Int32 = 0
        let result = unsafe waitpid(number, &status, WNOHANG)
        guard result == number else { return result == -1 && errno == ECHILD ? 127 : nil }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}

extension Subprocess {
    /// Runs the program and answers what it wrote, or nil when it failed or took too long. Through a file, because a pipe
    /// nobody reads would stop a talkative program.
    func read(seconds: Int) throws(LocalFault) -> String? {
        let file = LocalPath("/tmp/konak-\(getpid())-\(UInt32.random(in: 0...UInt32.max))")
        close(try file.open(O_CREAT | O_EXCL | O_WRONLY))
        defer { try? file.remove() }
        guard try Subprocess(arguments, output: file).run(seconds: seconds) == 0 else { return nil }
        return try file.readText(limit: 1 << 20)
    }
}
