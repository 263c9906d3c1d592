import Core
import ModuleKit
import SQL
import TestKit
import Testing

@testable import Kernel

@Suite("Lanes of jobs")
struct JobLaneTests {
    @Test("run one after another in the order of their ids, a failed one before all that follow")
    func order() async throws {
        try await JobsRig.with { rig in
            let lane = JobOrder(lane: "a")
            var ids: [JobID?] = []
            for number in 0..<4 { ids.append(try await rig.door().enqueue(CountJob(number: number), lane)) }
            let aside = try await rig.door().enqueue(CountJob(), JobOrder(lane: "b"))
            let elsewhere = try await rig.door(JobsRig.other).enqueue(CountJob(), lane)
            let store = rig.store()

            let first = try await store.claim(slots: 10, after: nil)
            #expect(Set(first.jobs.map { JobID($0.key.id) }) == Set([ids[0], aside, elsewhere].compactMap(\.self)))
            let head = try #require(first.jobs.first { $0.key.id == ids[0]?.uuid })
            let none = try await store.claim(slots: 10, after: nil)
            #expect(none.jobs.isEmpty)

            _ = try await store.acknowledge([
                JobWord(key: head.key, end: .waiting, delay: .seconds(60), reason: "retry")
            ])
            _ = try await store.tend(after: nil)
            let blocked = try await store.claim(slots: 10, after: nil)
            #expect(blocked.jobs.isEmpty)
            try await rig.database.run("UPDATE kernel.job SET run_at = now() WHERE stage = 'later'")
            for (index, id) in ids.enumerated() {
                let next = try await store.claim(slots: 10, after: nil)
                #expect(next.jobs.map { JobID($0.key.id) } == [id])
                let end: JobWord.End = [.done, .dead, .cancelled, .done][index]
                _ = try await store.acknowledge(next.jobs.map { JobWord(key: $0.key, end: end, reason: "x") })
            }
        }
    }

    @Test("go on when the next was added while the one before it finished")
    func race() async throws {
        try await JobsRig.with { rig in
            let store = rig.store()
            for number in 0..<700 {
                // What such a moment leaves behind: a follower with nothing to follow.
                _ = try await rig.door().enqueue(CountJob(), JobOrder(lane: "lane \(number)"))
            }
            try await rig.database.run("UPDATE kernel.job SET stage = 'behind'")
            let none = try await store.claim(slots: 10, after: nil)
            #expect(none.jobs.isEmpty)
            let first = try await store.tend(after: nil)
            #expect(first.lane != nil)
            let second = try await store.tend(after: first.lane)
            #expect(second.lane == nil)
            let count = try await rig.database.rows("SELECT count(*) FROM kernel.job WHERE stage = 'ready'")
            #expect(count == [["700"]])
        }
    }

    @Test("are swept, claimed and ended from many places at once, in any order, and nobody locks another out")
    func sweepers() async throws {
        try await JobsRig.with { rig in
            for lane in 0..<40 {
                for _ in 0..<5 { _ = try await rig.door().enqueue(CountJob(), JobOrder(lane: "lane \(lane)")) }
            }
            try await rig.database.run("UPDATE kernel.job SET stage = 'behind'")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<4 {
                    let store = rig.store()
                    group.addTask {
                        var lane: (tenant: UUIDv7, lane: String)?
                        for round in 0..<150 {
                            if worker % 2 == 0 || round % 3 == 0 { lane = try await store.tend(after: lane).lane }
                            let batch = try await store.claim(slots: 7, after: nil)
                            let words = batch.jobs.reversed().map { JobWord(key: $0.key, end: .done) }
                            let hearing = try await store.acknowledge(words)
                            #expect(hearing.heard.count == words.count)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let rows = try await rig.database.rows("SELECT state, count(*) FROM kernel.job GROUP BY 1")
            #expect(rows == [["done", "200"]])
        }
    }

    @Test("does not wait for one that a module's transaction holds, neither when a lane goes on nor in the sweep")
    func heldHead() async throws {
        try await JobsRig.with { rig in
            let first = try await rig.door().enqueue(CountJob(), JobOrder(lane: "a"))
            let second = try await rig.door().enqueue(CountJob(), JobOrder(lane: "a"))
            let store = rig.store()
            let batch = try await store.claim(slots: 5, after: nil)
            #expect(batch.jobs.map { JobID($0.key.id) } == [first])
            try await rig.door().transaction { data in
                _ = try await data.query("SELECT FROM kernel.job WHERE id = \(second) FOR UPDATE")
                let hearing = try await store.acknowledge(batch.jobs.map { JobWord(key: $0.key, end: .done) })
                #expect(hearing.heard.count == 1)
                _ = try await store.tend(after: nil)
            }
            _ = try await store.tend(after: nil)
            let next = try await store.claim(slots: 5, after: nil)
            #expect(next.jobs.map { JobID($0.key.id) } == [second])
        }
    }

    @Test("of which one is held up do not hold up the tenant, however long they are")
    func heldUp() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(50_000)
            try await rig.database.run(
                "UPDATE kernel.job SET lane = 'long', stage = CASE WHEN id::text LIKE '%-000000000001' THEN 'later' ELSE 'behind' END, run_at = now() + interval '1 h'"
            )
            let single = try await rig.door().enqueue(CountJob())
            let batch = try await rig.store().claim(slots: 5, after: nil)
            #expect(batch.jobs.map { JobID($0.key.id) } == [single])
        }
    }

    @Test("keep their order under two workers at once")
    func workers() async throws {
        try await JobsRig.with { rig in
            for number in 0..<40 {
                try await rig.door().enqueue(CountJob(number: number), JobOrder(lane: "only"))
            }
            let stores = [rig.store(), rig.store()]
            var seen: [UUIDv7] = []
            for _ in 0..<200 where seen.count < 40 {
                async let left = stores[0].claim(slots: 5, after: nil)
                async let right = stores[1].claim(slots: 5, after: nil)
                let batches = [try await left, try await right]
                #expect(batches[0].jobs.count + batches[1].jobs.count == 1)
                for (store, batch) in zip(stores, batches) {
                    seen += batch.jobs.map(\.key.id)
                    guard !batch.jobs.isEmpty else { continue }
                    _ = try await store.acknowledge(batch.jobs.map { JobWord(key: $0.key, end: .done) })
                }
            }
            #expect(seen.count == 40 && seen == seen.sorted())
        }
    }
}
