import Core
import ModuleKit
import SQL
import TestKit
import Testing

@testable import Kernel

@Suite("Words about jobs")
struct JobWordTests {
    @Test("are noted whatever reason a module gives, and so are the others of the batch")
    func reasons() async throws {
        try await JobsRig.with { job, _, _ in
            job.number == 0 ? .cancel(reason: "a\0b" + String(repeating: "ü", count: 10_000)) : .done
        } _: { rig in
            for number in 0..<8 { try await rig.door().enqueue(CountJob(number: number)) }
            try await rig.running { _ in
                let isOver = try await rig.wait(
                    for: "8", "SELECT count(*) FROM kernel.job WHERE finished_at IS NOT NULL")
                #expect(isOver)
            }
            let rows = try await rig.database.rows(
                "SELECT state, left(reason, 3), char_length(reason), count(*) FROM kernel.job GROUP BY 1, 2, 3 ORDER BY 1"
            )
            #expect(rows == [["cancelled", "abü", "200", "1"], ["done", nil, nil, "7"]])
        }
    }

    @Test("are set aside when the database refuses them, and the log says so; all others of the batch are noted")
    func refusedWord() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(40)
            try await rig.running({ ($0.slots, $0.lease) = (0, .seconds(600)) }) { runner in
                let batch = try await rig.store().claim(slots: 40, after: nil)
                #expect(batch.jobs.count == 40)
                try await rig.hand(batch.jobs, to: runner)
                for (index, job) in batch.jobs.enumerated() {
                    runner.desk.end(job.key, JobWord(key: job.key, end: .cancelled, reason: index == 13 ? "a\0" : "x"))
                }
                runner.words.ring()
                let isOver = try await rig.wait(for: "39", "SELECT count(*) FROM kernel.job WHERE state = 'cancelled'")
                #expect(isOver)
                let isEmpty = try await rig.poll { runner.desk.words == 0 }
                #expect(isEmpty && runner.desk.counts.setAside == 1)
            }
            #expect(rig.lines.lines.filter { $0.contains("end of a job refused") }.count == 1)
        }
    }

    @Test("wait for a module's transaction that holds their row, and keep no other waiting")
    func heldWord() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(20)
            try await rig.running({ ($0.slots, $0.lease) = (0, .seconds(600)) }) { runner in
                let batch = try await rig.store().claim(slots: 20, after: nil)
                try await rig.hand(batch.jobs, to: runner)
                let held = try #require(batch.jobs.first?.key)
                try await rig.door().transaction { data in
                    _ = try await data.query("SELECT FROM kernel.job WHERE id = \(held.id) FOR UPDATE")
                    for job in batch.jobs { runner.desk.end(job.key, JobWord(key: job.key, end: .done)) }
                    runner.words.ring()
                    let areNoted = try await rig.wait(
                        .seconds(3), for: "19", "SELECT count(*) FROM kernel.job WHERE state = 'done'")
                    #expect(areNoted)
                }
                let isOver = try await rig.wait(for: "20", "SELECT count(*) FROM kernel.job WHERE state = 'done'")
                #expect(isOver)
            }
        }
    }

    @Test("that cannot be delivered fill the desk, and then nothing is begun")
    func fullDesk() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(10)
            let batch = try await rig.store().claim(slots: 10, after: nil)
            try await rig.running({ ($0.slots, $0.mostWords, $0.lease) = (16, 10, .seconds(600)) }) { runner in
                try await rig.hand(batch.jobs, to: runner)
                try await rig.door().transaction { data in
                    _ = try await data.query("SELECT FROM kernel.job FOR UPDATE")
                    for job in batch.jobs { runner.desk.end(job.key, JobWord(key: job.key, end: .done)) }
                    runner.words.ring()
                    try await rig.door(JobsRig.other).enqueue(CountJob())
                    try await Task.sleep(for: .milliseconds(250))
                    let rows = try await rig.database.rows("SELECT state FROM kernel.job WHERE attempt = 0")
                    #expect(rows == [["waiting"]] && runner.desk.words == 10)
                }
                let isOver = try await rig.wait(for: "11", "SELECT count(*) FROM kernel.job WHERE state = 'done'")
                #expect(isOver)
            }
        }
    }
}
