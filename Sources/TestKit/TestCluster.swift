import EventLoop
import Glibc
import Postgres

/// A private PostgreSQL for tests: its own folder, a socket in it, no port. It ends with this process, however that
/// ends, and its folder with it. Works as root, which PostgreSQL refuses to be, and as anybody else.
public final class TestCluster: Sendable {
    /// Where everything of the cluster lives; the socket is here.
    public let folder: String
    let shelf = TemplateShelf()
    private let programs: ServerPrograms
    private let server = ServerSlot()
    private let port: UInt16?
    private let options: [String]

    /// The cluster all tests of this process share: each works in a database of its own.
    public static func shared() async throws -> TestCluster { try await starting.value }

    private static let starting = Task { try await TestCluster.start() }

    /// A cluster of one test's own, for those that kill it. With a port it listens
    /// on 127.0.0.1 too. `options` are settings, `name=value`.
    public static func with<Success>(
        port: UInt16? = nil, options: [String] = [], _ body: (TestCluster) async throws -> Success
    ) async throws -> Success {
        let cluster = try await start(port, options)
        do {
            let success = try await body(cluster)
            try await cluster.remove()
            return success
        } catch {
            try? await cluster.remove()
            throw error
        }
    }

    private static func start(_ port: UInt16? = nil, _ options: [String] = []) async throws -> TestCluster {
        let cluster = try TestCluster(port, options)
        try await cluster.prepare()
        try await cluster.launch()
        return cluster
    }

    private init(_ port: UInt16?, _ options: [String]) throws {
        programs = try ServerPrograms.find()
        folder = try programs.makeFolder()
        (self.port, self.options) = (port, options)
    }

    private var data: String { folder + "/data" }

    private func prepare() async throws {
        try await guardFolder()
        let arguments = ["-D", data, "-U", Self.owner, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        let result = try await ChildProcess.run(
            on: TestLoops.first, programs.command("initdb", arguments), timeout: .seconds(60))
        guard result.exit.isSuccess else { throw TestClusterFault(String(decoding: result.errors, as: UTF8.self)) }
    }

    /// Starts the process that waits for the end of this one. It holds the far end of a pipe that only this process
    /// holds open, so no way of dying goes unnoticed.
    private func guardFolder() async throws {
        let script = """
            cat >/dev/null
            pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
            if [ -n "$pid" ] && [ "$(readlink "/proc/$pid/cwd")" = "$1/data" ]; then
                kill -QUIT "$pid"
                for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                    kill -0 "$pid" 2>/dev/null || break
                    sleep 0.1
                done
            fi
            rm -rf "$1"
            """
        var command = ChildCommand("/bin/sh", ["-c", script, "guard", folder], environment: ServerPrograms.environment)
        (command.input, command.output, command.errors) = (.pipe, .nothing, .nothing)
        server.keep(guardian: try await TestLoops.spawn(command))
    }

    /// Starts the server, for the first time or after `kill`, and waits until it answers.
    public func launch() async throws {
        let settings = [
            "listen_addresses=\(port == nil ? "" : "127.0.0.1")", "port=\(port ?? 5432)",
            "unix_socket_directories=\(folder)", "fsync=off", "synchronous_commit=off",
            "full_page_writes=off", "shared_buffers=32MB", "max_connections=200", "wal_level=minimal",
            "max_wal_senders=0", "autovacuum=off", "log_min_messages=fatal", "timezone=UTC",
        ]
        var command = programs.command("postgres", ["-D", data] + (settings + options).flatMap { ["-c", $0] })
        (command.output, command.errors) = (.nothing, .nothing)
        server.keep(server: try await TestLoops.spawn(command))
        try await waitUntilReady()
    }

    private func waitUntilReady() async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(60)
        while true {
            do {
                return try await TestLoops.blocking.run { [connection = connection(to: "postgres")] in
                    _ = try ScriptConnection(connection).rows("SELECT 1")
                }
            } catch {
                guard clock.now < deadline else { throw error }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// `kill -9` of the server's first process; the others notice and end.
    public func kill() async throws { try await end(with: SIGKILL) }

    /// Ends the server at once and waits for it.
    public func stop() async throws { try await end(with: SIGQUIT) }

    /// The guardian does it, as it would at the end of this process.
    private func remove() async throws {
        guard let guardian = server.guardian else { return }
        try await TestLoops.run {
            guardian.input?.close()
            _ = try await guardian.wait()
        }
    }

    private func end(with signal: Int32) async throws {
        guard let child = server.child else { return }
        try await TestLoops.run {
            _ = Glibc.kill(child.identifier, signal)
            _ = try await child.wait()
        }
    }

    /// Freezes the server's first process, or lets it go on: as a machine that stalls.
    public func freeze(_ isFrozen: Bool) {
        if let child = server.child { _ = Glibc.kill(child.identifier, isFrozen ? SIGSTOP : SIGCONT) }
    }

    /// The role that owns everything.
    public static let owner = "konak_test"

    /// How to reach a database.
    public func connection(to database: String, as role: String = TestCluster.owner) -> String {
        "host=\(folder) port=\(port ?? 5432) dbname=\(database) user=\(role)"
    }
}

/// The cluster could not be made.
public struct TestClusterFault: Error, CustomStringConvertible {
    /// Why.
    public let description: String

    init(_ description: String) { self.description = description }
}
