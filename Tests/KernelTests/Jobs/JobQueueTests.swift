import Core
import ModuleKit
import Postgres
import SQL
import TestKit
import Testing

@testable import Kernel

@Suite("The queue of jobs")
struct JobQueueTests {
    @Test(
        "lets a tenant's side add its own jobs, and nothing else",
        arguments: [
            "UPDATE kernel.job SET state = 'done'", "UPDATE kernel.job SET attempt = 0", "DELETE FROM kernel.job",
            "SELECT arguments FROM kernel.job", "SELECT * FROM kernel.job_queue", "SELECT * FROM kernel.lease",
            """
            INSERT INTO kernel.job (tenant_id, id, kind, module, arguments)
            VALUES ('\(SitesHouse.otherTenant)', gen_random_uuid(), 'work.count', 'work', '{}')
            """,
            """
            INSERT INTO kernel.job (tenant_id, id, kind, module, arguments, attempt)
            VALUES (kernel.tenant(), gen_random_uuid(), 'work.count', 'work', '{}', 3)
            """,
        ])
    func refusesTheApp(statement: String) async throws {
        try await JobsRig.with { rig in
            try await rig.door().enqueue(CountJob())
            await #expect(throws: PostgresError.self) {
                _ = try await rig.door().query(Query(unsafeSQL: statement))
            }
            let seen = try await rig.door(JobsRig.other).query("SELECT id FROM kernel.job")
            #expect(seen.isEmpty)
        }
    }

    @Test(
        "refuses rows that would fill a worker's memory, never end, or never come",
        arguments: [
            ("arguments", "jsonb_build_object('x', repeat('x', 131072))"), ("most_attempts", "2147483647"),
            ("most_attempts", "0"), ("run_at", "'infinity'"), ("run_at", "'-infinity'"),
        ])
    func bounded(column: String, value: String) async throws {
        try await JobsRig.with { rig in
            let arguments = column == "arguments" ? "" : ", arguments"
            let object = column == "arguments" ? "" : ", '{}'"
            let refusal = try await rig.refusal {
                _ = try await rig.door().query(
                    Query(
                        unsafeSQL: """
                            INSERT INTO kernel.job (tenant_id, id, kind, module, \(column)\(arguments))
                            VALUES (kernel.tenant(), gen_random_uuid(), 'work.count', 'work', \(value)\(object))
                            """))
            }
            #expect(refusal == .checkViolation)
        }
    }

    @Test("tells cheaply whether a claim might find anything")
    func due() async throws {
        try await JobsRig.with { rig in
            let store = rig.store()
            #expect(try await !store.isAnythingDue())
            try await rig.door().enqueue(CountJob(), JobOrder(start: .after(.seconds(60))))
            #expect(try await !store.isAnythingDue(), "it waits for its time")
            try await rig.database.run("UPDATE kernel.job SET run_at = now() WHERE stage = 'later'")
            #expect(try await store.isAnythingDue())
            #expect(try await store.claim(slots: 10, after: nil).jobs.count == 1)
            #expect(try await !store.isAnythingDue(), "what runs is nobody's to claim")
            try await rig.door(JobsRig.other).enqueue(CountJob())
            #expect(try await store.isAnythingDue())
        }
    }

    @Test("has no hole in its walls")
    func walls() async throws {
        try await JobsRig.with { rig in
            let holes = try await rig.database.rows("SELECT code, object, reason FROM guard.holes()")
            #expect(holes == [])
        }
    }

    @Test("is part of the transaction that adds to it")
    func transactions() async throws {
        try await JobsRig.with { rig in
            await #expect(throws: TransactionError.self) {
                try await rig.door().transaction { data in
                    try await data.enqueue(CountJob())
                    throw Problem(.conflict)
                }
            }
            _ = try await rig.door().queries([.enqueue(CountJob(number: 7)), "SELECT 1"])
            let batch = try await rig.store().claim(slots: 10, after: nil)
            #expect(batch.jobs.count == 1)
            let job = try #require(batch.jobs.first)
            #expect(String(decoding: job.arguments, as: UTF8.self) == #"{"number": 7}"#)
            #expect(job.key.tenant == JobsRig.tenant.uuid && job.key.attempt == 1)
        }
    }

    @Test("gives a tenant's jobs by priority, then by age, and none before its time")
    func order() async throws {
        try await JobsRig.with { rig in
            let door = rig.door()
            let low = try await door.enqueue(CountJob(), JobOrder(priority: .low))
            let usual = try await door.enqueue(CountJob())
            let later = try await door.enqueue(CountJob(), .after(.seconds(3600)))
            let past = try await door.enqueue(CountJob(), .at(Timestamp(seconds: 1)))
            let high = try await door.enqueue(NarrowJob(), JobOrder(priority: .high))
            let store = rig.store()
            var order: [JobID?] = []
            for _ in 0..<4 { order += try await store.claim(slots: 1, after: nil).jobs.map { JobID($0.key.id) } }
            #expect(order == [high, usual, past, low])
            let none = try await store.claim(slots: 10, after: nil)
            #expect(none.jobs.isEmpty)
            try await rig.database.run("UPDATE kernel.job SET run_at = now() WHERE stage = 'later'")
            let due = try await store.claim(slots: 10, after: nil)
            #expect(due.jobs.map { JobID($0.key.id) } == [later])
        }
    }

    @Test("serves another's single job among the next two batches, whatever one tenant has waiting")
    func fairness() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(100_000)
            try await rig.database.run("ANALYZE kernel.job")
            let store = rig.store()
            var cursor: JobCursor?
            let clock = ContinuousClock()
            for slots in [50, 1, 64] {
                cursor = try await store.claim(slots: slots, after: cursor).cursor(slots: slots)
            }
            let began = clock.now
            let single = try await rig.door(JobsRig.other).enqueue(CountJob())
            var found: [Int] = []
            for batch in 1...2 {
                let claimed = try await store.claim(slots: 20, after: cursor)
                cursor = claimed.cursor(slots: 20)
                #expect(claimed.jobs.count == 20)
                if claimed.jobs.contains(where: { $0.key.id == single?.uuid }) { found.append(batch) }
            }
            #expect(found.count == 1)
            print("two claims of 20 out of 100,000 waiting: \(clock.now - began)")
        }
    }

    @Test("finds what can run behind more kinds of the tenant than one walk goes over")
    func manyKinds() async throws {
        try await JobsRig.with { rig in
            // Nobody here knows these kinds, and all of them stand before the one that can run.
            try await rig.database.run(
                """
                INSERT INTO kernel.job (tenant_id, id, kind, module, arguments)
                SELECT '\(JobsRig.tenant)', gen_random_uuid(), 'absent.k' || n, 'absent', '{}' FROM generate_series(1, 300) n
                """)
            let single = try await rig.door().enqueue(CountJob())
            let store = rig.store()
            var cursor: JobCursor?
            var found: [Int] = []
            for look in 1...4 {
                let batch = try await store.claim(slots: 10, after: cursor)
                cursor = batch.cursor(slots: 10)
                if batch.jobs.contains(where: { $0.key.id == single?.uuid }) { found.append(look) }
            }
            #expect(found == [3])
        }
    }

    @Test("with one slot, still goes round the tenants")
    func singleSlot() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(100)
            try await rig.fill(100, of: JobsRig.other)
            let store = rig.store()
            var cursor: JobCursor?
            var tenants: [UUIDv7] = []
            for _ in 0..<8 {
                let batch = try await store.claim(slots: 1, after: cursor)
                cursor = batch.cursor(slots: 1)
                tenants += batch.jobs.map(\.key.tenant)
            }
            #expect(tenants.filter { $0 == JobsRig.other.uuid }.count >= 3)
            #expect(tenants.filter { $0 == JobsRig.tenant.uuid }.count >= 3)
        }
    }

    @Test("bounds a tenant, a kind of a tenant and a queue over all workers together")
    func bounds() async throws {
        try await JobsRig.with { rig in
            for _ in 0..<20 {
                try await rig.door().enqueue(CountJob())
                try await rig.door(JobsRig.other).enqueue(NarrowJob())
                try await rig.door(JobsRig.other).enqueue(AsideJob())
            }
            try await rig.database.run("INSERT INTO kernel.job_queue (name, most_running) VALUES ('aside', 3)")
            var counts: [String: Int] = [:]
            for _ in 0..<3 {
                let batch = try await rig.store { $0.slotsPerTenant = 7 }.claim(slots: 40, after: nil)
                for job in batch.jobs { counts[job.kind, default: 0] += 1 }
            }
            #expect(counts == ["work.count": 7, "work.narrow": 2, "work.aside": 3])
        }
    }

    @Test("leaves a paused queue alone, and goes on with it")
    func pause() async throws {
        try await JobsRig.with { rig in
            try await rig.door().enqueue(AsideJob())
            try await rig.door().enqueue(CountJob())
            try await rig.database.run("INSERT INTO kernel.job_queue (name, is_paused) VALUES ('aside', true)")
            let first = try await rig.store().claim(slots: 10, after: nil)
            #expect(first.jobs.map(\.kind) == ["work.count"])
            try await rig.database.run("UPDATE kernel.job_queue SET is_paused = false")
            let second = try await rig.store().claim(slots: 10, after: nil)
            #expect(second.jobs.map(\.kind) == ["work.aside"])
        }
    }

    @Test(
        "leaves jobs where they are while module or tenant are off, and none is lost by it",
        arguments: [
            (
                "UPDATE kernel.module_switch SET is_on = false WHERE module = 'crm'",
                "UPDATE kernel.module_switch SET is_on = true WHERE module = 'crm'", ["work.count"]
            ),
            (
                "UPDATE kernel.plan SET modules = '{desk}'", "UPDATE kernel.plan SET modules = '{crm,desk}'",
                ["work.count"]
            ),
            ("UPDATE kernel.tenant SET state = 'suspended'", "UPDATE kernel.tenant SET state = 'active'", []),
            ("UPDATE kernel.agency SET state = 'suspended'", "UPDATE kernel.agency SET state = 'active'", []),
        ])
    func off(script: String, mended: String, left: [String]) async throws {
        try await JobsRig.with { rig in
            try await rig.door().enqueue(CountJob())
            try await rig.door().enqueue(DealJob())
            try await rig.door().enqueue(QuoteJob())
            try await rig.database.run(script)
            let store = rig.store()
            let some = try await store.claim(slots: 10, after: nil)
            #expect(some.jobs.map(\.kind) == left)
            try await rig.database.run(mended)
            let rest = try await store.claim(slots: 10, after: nil)
            #expect(Set(some.jobs.map(\.kind) + rest.jobs.map(\.kind)) == ["work.count", "crm.deal", "quotes.send"])
            #expect(rest.jobs.allSatisfy { $0.key.attempt == 1 })
        }
    }

    @Test("removes what has been done for long, and keeps the dead")
    func prune() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(30)
            let store = rig.store { $0.retention = .seconds(60) }
            let batch = try await store.claim(slots: 20, after: nil)
            _ = try await store.acknowledge(
                batch.jobs.enumerated().map { index, job in
                    JobWord(key: job.key, end: index % 2 == 0 ? .done : .dead, reason: index % 2 == 0 ? "" : "internal")
                })
            let early = try await store.prune()
            try await rig.database.run(
                "UPDATE kernel.job SET finished_at = now() - interval '61 s' WHERE finished_at IS NOT NULL")
            let due = try await store.prune()
            let left = try await rig.database.rows("SELECT state, count(*) FROM kernel.job GROUP BY 1 ORDER BY 1")
            #expect(early == 0 && due == 10)
            #expect(left == [["dead", "10"], ["waiting", "10"]])
        }
    }
}
