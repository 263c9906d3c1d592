import Core
import EventLoop
import Kernel
import Postgres
import SQL

/// `konak bench --oracle`: asks inside one tenant for ids of another and for ids of nobody, in turn and through the same
/// pipeline as any request, and says how long each took. Who can tell them apart by the time learns which ids exist.
/// `make soak` makes the rows: those of the other tenant bear 7002 in their ids, 7003 is nobody's.
struct IdOracle: Sendable {
    private static let warmUp: UInt64 = 200
    private static let tenant = UUIDv7(high: 0x7000, low: 0x8000_0000_0000_0000)

    let url: DatabaseURL
    let pairs: UInt64

    /// Medians in milliseconds; nil when the database did not answer, or a row was to be seen.
    func run() -> (foreign: Double, unknown: Double)? {
        guard let loops = try? LoopGroup(count: 1) else { return nil }
        defer { loops.stop() }
        return try? loops.blockUntilDone { try await measure(loops) }.get()
    }

    private func measure(_ loops: LoopGroup) async throws -> (foreign: Double, unknown: Double) {
        let blocking = BlockingPool(threads: 1, waiting: 16)
        defer { blocking.stop() }
        let database = PostgresDatabase(
            loops: loops, settings: PostgresSettings(connection: url.secretText), blocking: blocking)
        let times = try await times(database)
        await database.stop()
        return times
    }

    private func times(_ database: PostgresDatabase) async throws -> (foreign: Double, unknown: Double) {
        var (foreign, unknown): ([Duration], [Duration]) = ([], [])
        for number in 1...pairs + Self.warmUp {
            // Whoever comes second may find something warm; so they take turns in that, too.
            let isForeignFirst = number % 2 == 0
            let first = try await time(isForeignFirst ? 0x7002 : 0x7003, number, database)
            let second = try await time(isForeignFirst ? 0x7003 : 0x7002, number, database)
            guard number > Self.warmUp else { continue }
            foreign.append(isForeignFirst ? first : second)
            unknown.append(isForeignFirst ? second : first)
        }
        return (Self.median(foreign), Self.median(unknown))
    }

    private func time(_ kind: UInt64, _ number: UInt64, _ database: PostgresDatabase) async throws -> Duration {
        let id = UUIDv7(high: kind, low: number)
        let began = ContinuousClock.now
        let rows = try await database.perform(
            after: "SELECT kernel.enter(\(Self.tenant))",
            """
            SELECT id, name, email, stage, amount, updated_at FROM bench.customer \
            WHERE tenant_id = kernel.tenant() AND id = \(id)
            """)
        let time = ContinuousClock.now - began
        guard rows.isEmpty else { throw CancellationError() }
        return time
    }

    private static func median(_ times: [Duration]) -> Double {
        guard !times.isEmpty else { return 0 }
        return Double(times.sorted()[times.count / 2].components.attoseconds) / 1e15
    }
}
