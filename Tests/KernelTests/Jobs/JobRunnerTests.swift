import Core
import EventLoop
import ModuleKit
import Postgres
import SQL
import Synchronization
import TestKit
import Testing

@testable import Kernel

@Suite("The runner of jobs")
struct JobRunnerTests {
    private struct Broken: Error, CustomStringConvertible {
        let description = "secret of a customer"
    }

    @Test("notes how each ended, with a bland reason, and says the truth in the log")
    func ends() async throws {
        try await JobsRig.with { job, _, run in
            switch job.number {
            case 0: return .done
            case 1: return .cancel(reason: "no_longer_wanted")
            case 2: return run.attempt < 3 ? .retry(after: .milliseconds(1)) : .done
            case 3: throw Problem(.conflict)
            case 4: return .retry(after: .milliseconds(1))
            default: throw Broken()
            }
        } _: { rig in
            for number in 0..<6 { try await rig.door().enqueue(CountJob(number: number)) }
            try await rig.running { _ in
                let isOver = try await rig.wait(
                    for: "6", "SELECT count(*) FROM kernel.job WHERE finished_at IS NOT NULL")
                #expect(isOver)
            }
            let rows = try await rig.database.rows(
                "SELECT arguments ->> 'number', state, reason, attempt FROM kernel.job ORDER BY 1")
            #expect(
                rows == [
                    ["0", "done", nil, "1"], ["1", "cancelled", "no_longer_wanted", "1"], ["2", "done", nil, "3"],
                    ["3", "dead", "conflict", "3"], ["4", "dead", "attempts_over", "3"],
                    ["5", "dead", "internal", "3"],
                ])
            #expect(rig.lines.lines.contains { $0.contains("job dead") && $0.contains("work.count") })
        }
    }

    @Test("gives up work that goes on after its time: its slot is free, its job another's, its writes are refused")
    func deaf() async throws {
        let refused = Mutex(false)
        let mayEnd = Bell()
        try await JobsRig.with { _, tenant, run in
            guard run.attempt == 1 else { return .done }
            // It lets others work, but hears nothing: a bell wakes no sleeper because of a cancellation.
            if let loop = Loop.current { await mayEnd.wait(atMost: .seconds(60), on: loop) }
            // In a task of its own, which nobody cancelled.
            let late = Task { try await tenant.query("SELECT 1") }
            do { _ = try await late.value } catch let error as PostgresError {
                refused.withLock { $0 = error.sqlState == .jobNotHeld }
            }
            return .done
        } _: { rig in
            try await rig.door().enqueue(CountJob())
            try await rig.running({ ($0.slots, $0.lease) = (1, .milliseconds(400)) }) { runner in
                while runner.desk.count == 0 { try await Task.sleep(for: .milliseconds(5)) }
                for job in runner.desk.running { job.end(.overdue) }
                let isOver = try await rig.wait(for: "done", "SELECT state FROM kernel.job")
                #expect(isOver && runner.desk.abandoned == 1)
                mayEnd.ring()
                let isEnded = try await rig.poll { runner.desk.abandoned == 0 }
                #expect(isEnded)
            }
            #expect(refused.withLock { $0 })
            #expect(rig.lines.lines.contains { $0.contains("job ignores its end") })
            let rows = try await rig.database.rows("SELECT state, attempt FROM kernel.job")
            #expect(rows == [["done", "2"]])
        }
    }

    @Test("calls arguments that are not the kind's dead at once")
    func arguments() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(1)
            try await rig.database.run(#"UPDATE kernel.job SET arguments = '{"number": "x"}'"#)
            try await rig.running { _ in
                let isDead = try await rig.wait(for: "arguments_unreadable", "SELECT reason FROM kernel.job")
                #expect(isDead)
            }
        }
    }

    @Test("runs each job within its own tenant")
    func tenants() async throws {
        let seen = Mutex<[Int: [Int]]>([:])
        try await JobsRig.with { job, tenant, _ in
            let rows = try await tenant.query("SELECT id FROM crm.deal ORDER BY id")
            let bound = try await tenant.query("SELECT kernel.tenant()")[0].decode(0, as: UUIDv7.self)
            let ids = try rows.map { try $0.decode(0, as: Int.self) }
            let isOwn = bound == tenant.tenant.uuid
            seen.withLock { $0[job.number] = isOwn ? ids : [] }
            return .done
        } _: { rig in
            try rig.walled.connect("konak_owner").run(
                script: """
                    CREATE SCHEMA crm; GRANT USAGE ON SCHEMA crm TO konak_app;
                    CREATE TABLE crm.deal (tenant_id uuid NOT NULL, id integer NOT NULL, PRIMARY KEY (tenant_id, id));
                    GRANT SELECT ON crm.deal TO konak_app;
                    """)
            try await rig.database.run(
                "INSERT INTO crm.deal VALUES ('\(JobsRig.tenant)', 1), ('\(JobsRig.other)', 2)")
            try await rig.door().enqueue(CountJob(number: 1))
            try await rig.door(JobsRig.other).enqueue(CountJob(number: 2))
            try await rig.running { _ in
                let isOver = try await rig.wait(for: "2", "SELECT count(*) FROM kernel.job WHERE state = 'done'")
                #expect(isOver)
            }
            #expect(seen.withLock { $0 } == [1: [1], 2: [2]])
        }
    }

    @Test("tells a long job that it was cancelled, and hears nothing of it afterwards; shows its progress before")
    func cancels() async throws {
        let wasTold = Mutex(false)
        try await JobsRig.with { _, _, run in
            run.report(progress: 0.25)
            while !run.isCancelled { try? await Task.sleep(for: .milliseconds(5)) }
            wasTold.withLock { $0 = true }
            return .done
        } _: { rig in
            try await rig.door().enqueue(CountJob())
            try await rig.running({ $0.lease = .milliseconds(800) }) { _ in
                let isShown = try await rig.wait(for: "250", "SELECT progress FROM kernel.job")
                #expect(isShown)
                let count = try JobRoll(control: rig.walled.connect("konak_control")).cancel(JobRoll.Choice())
                #expect(count == 1)
                let began = ContinuousClock.now
                while !wasTold.withLock({ $0 }), ContinuousClock.now - began < .seconds(20) {
                    try await Task.sleep(for: .milliseconds(10))
                }
            }
            #expect(wasTold.withLock { $0 })
            let rows = try await rig.database.rows("SELECT state, reason FROM kernel.job")
            #expect(rows == [["cancelled", "cancelled_by_operator"]])
        }
    }

    @Test("keeps the lease of a job that takes many leases' time")
    func longJobs() async throws {
        try await JobsRig.with { _, _, _ in
            try await Task.sleep(for: .milliseconds(2_500))
            return .done
        } _: { rig in
            try await rig.door().enqueue(CountJob())
            try await rig.running({ $0.lease = .milliseconds(600) }) { _ in
                let isOver = try await rig.wait(for: "done", "SELECT state FROM kernel.job")
                #expect(isOver)
            }
            let rows = try await rig.database.rows("SELECT attempt FROM kernel.job")
            #expect(rows == [["1"]])
        }
    }

    @Test("finishes what runs when it drains, and begins nothing new")
    func drains() async throws {
        try await JobsRig.with { _, _, _ in
            try await Task.sleep(for: .milliseconds(300))
            return .done
        } _: { rig in
            try await rig.fill(500)
            try await rig.running({ $0.slots = 8 }) { runner in
                while runner.desk.count < 8 { try await Task.sleep(for: .milliseconds(5)) }
            }
            let rows = try await rig.database.rows("SELECT count(*) FROM kernel.job WHERE state = 'running'")
            #expect(rows == [["0"]])
            let tried = try await rig.database.rows(
                "SELECT count(*) FROM kernel.job WHERE state = 'waiting' AND attempt > 0")
            #expect(tried == [["0"]])
        }
    }

    @Test("gives back what does not finish in time, and that costs no attempt")
    func releases() async throws {
        try await JobsRig.with { _, _, _ in
            try await Task.sleep(for: .seconds(600))
            return .done
        } _: { rig in
            try await rig.fill(4)
            try await rig.running(drain: .milliseconds(50)) { runner in
                while runner.desk.count < 4 { try await Task.sleep(for: .milliseconds(5)) }
            }
            let rows = try await rig.database.rows(
                "SELECT state, most_attempts - attempt, count(*) FROM kernel.job GROUP BY 1, 2")
            #expect(rows == [["waiting", "10", "4"]])
        }
    }

    @Test("shares two thousand jobs between two runners, each done once, none above its tenant's bound")
    func shares() async throws {
        let done = Mutex<[JobID: Int]>([:])
        let atOnce = Mutex((now: 0, most: 0))
        try await JobsRig.with { _, _, run in
            atOnce.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            try await Task.sleep(for: .milliseconds(1))
            atOnce.withLock { $0.now -= 1 }
            done.withLock { $0[run.id, default: 0] += 1 }
            return .done
        } _: { rig in
            try await rig.fill(2_000)
            let began = ContinuousClock.now
            try await rig.running({ $0.slotsPerTenant = 24 }) { _ in
                try await rig.running({ $0.slotsPerTenant = 24 }) { _ in
                    let isOver = try await rig.wait(
                        .seconds(60), for: "2000", "SELECT count(*) FROM kernel.job WHERE state = 'done'")
                    #expect(isOver)
                }
            }
            print("2,000 jobs by two runners: \(ContinuousClock.now - began)")
            #expect(done.withLock { $0.count == 2_000 && $0.values.allSatisfy { $0 == 1 } })
            #expect(atOnce.withLock { $0.most } <= 24)
        }
    }
}
