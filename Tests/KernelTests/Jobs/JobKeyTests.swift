import Core
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("Keys of jobs")
struct JobKeyTests {
    @Test("keep one job of a key, of each tenant, until it has ended, when that is asked for")
    func untilDone() async throws {
        try await JobsRig.with { rig in
            let order = JobOrder(key: "only", keyHold: .untilDone)
            let first = try await rig.door().enqueue(CountJob(), order)
            let second = try await rig.door().enqueue(CountJob(), order)
            let others = try await rig.door(JobsRig.other).enqueue(CountJob(), order)
            let narrow = try await rig.door().enqueue(NarrowJob(), order)
            #expect(first != nil && second == nil && others != nil && narrow != nil)
            let store = rig.store()
            let batch = try await store.claim(slots: 10, after: nil)
            let whileRunning = try await rig.door().enqueue(CountJob(), order)
            #expect(batch.jobs.count == 3 && whileRunning == nil)
            _ = try await store.acknowledge(batch.jobs.map { JobWord(key: $0.key, end: .done) })
            let afterwards = try await rig.door().enqueue(CountJob(), order)
            #expect(afterwards != nil)
        }
    }

    @Test("let one more wait while one runs, which runs once that one has ended, after all its attempts")
    func whileWaiting() async throws {
        try await JobsRig.with { rig in
            let order = JobOrder(key: "only")
            let first = try await rig.door().enqueue(CountJob(), order)
            let second = try await rig.door().enqueue(CountJob(), order)
            #expect(first != nil && second == nil)
            let store = rig.store()
            let running = try await store.claim(slots: 10, after: nil)
            let again = try await rig.door().enqueue(CountJob(), order)
            let oncemore = try await rig.door().enqueue(CountJob(), order)
            #expect(again != nil && oncemore == nil)
            // Two of a key never run at once, and a failed one goes first.
            let none = try await store.claim(slots: 10, after: nil)
            #expect(running.jobs.map { JobID($0.key.id) } == [first] && none.jobs.isEmpty)
            _ = try await store.acknowledge(running.jobs.map { JobWord(key: $0.key, end: .waiting, reason: "retry") })
            let retried = try await store.claim(slots: 10, after: nil)
            #expect(retried.jobs.map { JobID($0.key.id) } == [first])
            _ = try await store.acknowledge(retried.jobs.map { JobWord(key: $0.key, end: .done) })
            let last = try await store.claim(slots: 10, after: nil)
            #expect(last.jobs.map { JobID($0.key.id) } == [again])
        }
    }

    @Test("keep a job waiting until the transaction that relies on it has ended, and others need not wait")
    func seeChanges() async throws {
        try await JobsRig.with { rig in
            let order = JobOrder(key: "only")
            let first = try await rig.door().enqueue(CountJob(), order)
            let store = rig.store()
            try await rig.door().transaction { data in
                let dropped = try await data.enqueue(CountJob(), order)
                // Claimed now, it would not see what this transaction changes.
                let early = try await store.claim(slots: 10, after: nil)
                #expect(dropped == nil && early.jobs.isEmpty)
                let beside = try await rig.door().enqueue(CountJob(), order)
                #expect(beside == nil)
            }
            let batch = try await store.claim(slots: 10, after: nil)
            #expect(batch.jobs.map { JobID($0.key.id) } == [first])
        }
    }
}
