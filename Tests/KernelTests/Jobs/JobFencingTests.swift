import Core
import ModuleKit
import Postgres
import SQL
import TestKit
import Testing

@testable import Kernel

@Suite("Fencing of jobs")
struct JobFencingTests {
    @Test("a worker frozen past its lease is heard in nothing, 500 times")
    func frozen() async throws {
        try await JobsRig.with { rig in
            try rig.walled.addDeals()
            let (frozen, other) = (rig.store(), rig.store())
            var accepted: [String] = []
            for round in 0..<500 {
                let id = try #require(try await rig.door().enqueue(CountJob(number: round)))
                let old = try #require(try await frozen.claim(slots: 1, after: nil).jobs.first)
                try await rig.expireLeases()
                _ = try await other.tend(after: nil)
                let new = try #require(try await other.claim(slots: 1, after: nil).jobs.first)
                #expect(new.key.id == id.uuid && new.key.attempt == old.key.attempt + 1)
                accepted += try await rig.attempts(of: old, by: frozen, round)
                // The new one is heard in all of it; every fourth time the old one speaks after it as well.
                let beaten = try await other.beat([(new.key, 500)])
                let ended = try await other.acknowledge([JobWord(key: new.key, end: .done)])
                #expect(beaten == [new.key] && ended == [new.key])
                if round % 4 == 0 { accepted += try await rig.attempts(of: old, by: frozen, round) }
            }
            #expect(accepted == [])
            let states = try await rig.database.rows(
                "SELECT state, reason, progress, count(*) FROM kernel.job GROUP BY 1, 2, 3")
            #expect(states == [["done", nil, "1000", "500"]])
            let written = try await rig.database.rows("SELECT count(*) FROM crm.deal WHERE id >= 1000")
            #expect(written == [["0"]])
        }
    }

    @Test("the holder's own transaction commits, and nobody takes the job over before it has")
    func held() async throws {
        try await JobsRig.with { rig in
            try rig.walled.addDeals()
            _ = try await rig.door().enqueue(CountJob())
            let (store, other) = (rig.store(), rig.store())
            let job = try #require(try await store.claim(slots: 1, after: nil).jobs.first)
            let run = JobRun(of: job, by: store.holder)
            try await rig.door().transaction { data in
                _ = try await data.query(run.fence)
                try await rig.expireLeases(skippingLocked: true)
                // The beat does not wait for the transaction, and does not call the job lost.
                let beaten = try await store.beat([(job.key, -1)])
                #expect(beaten == [job.key])
                let tended = try await other.tend(after: nil)
                #expect(tended.lost == 0)
                _ = try await data.query(
                    "INSERT INTO crm.deal (tenant_id, id, title) VALUES (kernel.tenant(), 1000, 'ours')")
            }
            let ended = try await store.acknowledge([JobWord(key: job.key, end: .done)])
            #expect(ended == [job.key])
        }
    }

    @Test("a job that takes its workers down with it is dead in the end, with the reason")
    func poison() async throws {
        try await JobsRig.with { rig in
            _ = try await rig.door().enqueue(CountJob())
            let store = rig.store()
            for _ in 0..<3 {
                let batch = try await store.claim(slots: 1, after: nil)
                #expect(batch.jobs.count == 1)
                try await rig.expireLeases()
                let tended = try await store.tend(after: nil)
                #expect(tended.lost == 1)
            }
            let rows = try await rig.database.rows("SELECT state, reason, attempt FROM kernel.job")
            #expect(rows == [["dead", "lease_lost", "3"]])
        }
    }
}

extension JobRun {
    init(of job: ClaimedJob, by holder: UUIDv7) {
        self.init(
            id: JobID(job.key.id), attempt: Int(job.key.attempt), mostAttempts: job.mostAttempts, holder: holder,
            pulse: RestingPulse())
    }
}

extension JobsRig {
    func expireLeases(skippingLocked: Bool = false) async throws {
        try await database.run(
            """
            UPDATE kernel.job SET lease_until = now() - interval '1 s' WHERE (tenant_id, id) IN (
                SELECT tenant_id, id FROM kernel.job WHERE state = 'running'
                FOR UPDATE \(skippingLocked ? "SKIP LOCKED" : ""))
            """)
    }

    /// All that a frozen worker might do when it wakes; what of it was accepted.
    func attempts(of old: ClaimedJob, by frozen: JobStore, _ round: Int) async throws -> [String] {
        var accepted: [String] = []
        for end in [JobWord.End.done, .dead, .cancelled, .waiting, .released] {
            if try await !frozen.acknowledge([JobWord(key: old.key, end: end)]).isEmpty { accepted.append("\(end)") }
        }
        if try await !frozen.beat([(old.key, 900)]).isEmpty { accepted.append("beat") }
        let fence = JobRun(of: old, by: frozen.holder).fence
        do {
            _ = try await door().queries([
                fence, "INSERT INTO crm.deal (tenant_id, id, title) VALUES (kernel.tenant(), \(1000 + round), 'stale')",
            ])
            accepted.append("commit")
        } catch let error as PostgresError {
            if error.sqlState != .jobNotHeld { accepted.append("\(error.debugDescription)") }
        }
        return accepted
    }
}
