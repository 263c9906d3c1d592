import Core
import Glibc
import Postgres
import SQL

/// This process on the list of nodes, `kernel.node`: that it lives, and which state of the database its map of sites has
/// seen. Whoever switches something off waits until every node on the list has seen the commit.
struct NodeSign: Sendable {
    let id: UUIDv7
    let database: PostgresDatabase

    /// Nodes that have been silent for longer than this are taken for dead.
    static let silence = 15

    /// The state of the database that a reading begins with. It goes before the statements that read: what they see is
    /// no older.
    static let moment: Query = "SELECT pg_current_snapshot()::text"

    /// On the list before the first map is read: who switches something off meanwhile waits for that map.
    func enter() async throws {
        _ = try await database.perform(
            """
            INSERT INTO kernel.node (id, name) VALUES (\(id), \(Self.name))
            ON CONFLICT (id) DO UPDATE SET seen_at = now()
            """)
    }

    /// The map that is in use from now on has seen this state.
    func confirm(_ moment: String) async throws {
        _ = try await database.perform(
            """
            INSERT INTO kernel.node (id, name, sites) VALUES (\(id), \(Self.name), \(moment)::pg_snapshot)
            ON CONFLICT (id) DO UPDATE SET seen_at = now(), sites = excluded.sites
            """)
    }

    /// It lives. Who has been gone for a day is taken off the list.
    func beat() async throws {
        try await enter()
        _ = try await database.perform("DELETE FROM kernel.node WHERE seen_at < now() - interval '1 day'")
    }

    /// It serves no more.
    func leave() async throws { _ = try await database.perform("DELETE FROM kernel.node WHERE id = \(id)") }

    /// The machine and the process, for people.
    static let name: String = {
        var names = utsname()
        let isKnown = unsafe uname(&names) == 0
        let host = unsafe withUnsafeBytes(of: names.nodename) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return "\(isKnown && !host.isEmpty ? host : "unknown"), process \(getpid())"
    }()
}

/// Says every few seconds that this process lives.
struct NodeHeartbeat: BackgroundWork {
    let sign: NodeSign
    let log: Log

    let name = "heartbeat of the node"
    private static let pace = Duration.seconds(5)

    func run(until drain: Drain) async {
        var isFailing = false
        while !drain.isDraining {
            do {
                try await sign.beat()
                isFailing = false
            } catch {
                if !isFailing { log.warning("node not entered on the list", cause: error) }
                isFailing = true
            }
            await drain.pause(for: Self.pace)
        }
    }
}
