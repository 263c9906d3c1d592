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
                let beaten = try await other.beat([JobBeat(key: new.key, progress: 500)])
                let ended = try await other.acknowledge([JobWord(key: new.key, end: .done)])
                #expect(beaten == [new.key] && ended.heard == [new.key])
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
                let beaten = try await store.beat([JobBeat(key: job.key)])
                #expect(beaten == [job.key])
                let tended = try await other.tend(after: nil)
                #expect(tended.lost == 0)
                _ = try await data.query(
                    "INSERT INTO crm.deal (tenant_id, id, title) VALUES (kernel.tenant(), 1000, 'ours')")
            }
            let ended = try await store.acknowledge([JobWord(key: job.key, end: .done)])
            #expect(ended.heard == [job.key])
        }
    }

    @Test(
        "holds the job with every call at the door, asked or not: refused once it is another's, served for its holder")
    func door() async throws {
        try await JobsRig.with { rig in
            try rig.walled.addDeals()
            let id = try #require(try await rig.door().enqueue(CountJob()))
            let (frozen, other) = (rig.store(), rig.store())
            let old = try #require(try await frozen.claim(slots: 1, after: nil).jobs.first)
            let before = try await rig.refusals(of: rig.door(of: old, by: frozen), from: 1_000)
            #expect(before == [nil, nil, nil])
            try await rig.expireLeases()
            _ = try await other.tend(after: nil)
            let new = try #require(try await other.claim(slots: 1, after: nil).jobs.first)
            #expect(new.key.id == id.uuid)
            let stale = try await rig.refusals(of: rig.door(of: old, by: frozen), from: 2_000)
            #expect(stale == [.jobNotHeld, .jobNotHeld, .jobNotHeld])
            let held = try await rig.refusals(of: rig.door(of: new, by: other), from: 3_000)
            #expect(held == [nil, nil, nil])
            let written = try await rig.database.rows(
                "SELECT id / 1000, count(*) FROM crm.deal WHERE id >= 1000 GROUP BY 1 ORDER BY 1")
            #expect(written == [["1", "3"], ["3", "3"]])
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
    /// The door that a handler is given.
    func door(of job: ClaimedJob, by store: JobStore) -> TenantDoor {
        TenantDoor(tenant: Self.tenant, holding: JobRun(of: job, by: store.holder).fence, databases.app)
    }

    /// What each way of writing through a door is refused with.
    func refusals(of door: TenantDoor, from id: Int) async throws -> [SQLState?] {
        @Sendable func row(_ offset: Int) -> Query {
            "INSERT INTO crm.deal (tenant_id, id, title) VALUES (kernel.tenant(), \(id + offset), 'x')"
        }
        return [
            try await refusal { _ = try await door.query(row(0)) },
            try await refusal { _ = try await door.queries([row(1), "SELECT 1"]) },
            try await refusal { try await door.transaction { _ = try await $0.query(row(2)) } },
        ]
    }

    func refusal(of work: () async throws -> Void) async throws -> SQLState? {
        do {
            try await work()
            return nil
        } catch let error as TransactionError {
            return (error.first as? PostgresError)?.sqlState
        } catch let error as PostgresError {
            return error.sqlState
        }
    }

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
            let hearing = try await frozen.acknowledge([JobWord(key: old.key, end: end)])
            if !hearing.heard.union(hearing.held).isEmpty { accepted.append("\(end)") }
        }
        if try await !frozen.beat([JobBeat(key: old.key, progress: 900)]).isEmpty { accepted.append("beat") }
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
