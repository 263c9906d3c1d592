import Core
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("The roll of jobs")
struct JobRollTests {
    @Test("tries one dead job again, or all of a kind, and hears nothing of their earlier lives")
    func retries() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(5)
            _ = try await rig.door().enqueue(NarrowJob(), JobOrder(key: "k"))
            let store = rig.store()
            let batch = try await store.claim(slots: 10, after: nil)
            _ = try await store.acknowledge(batch.jobs.map { JobWord(key: $0.key, end: .dead, reason: "internal") })
            let roll = try JobRoll(control: rig.walled.connect("konak_control"))
            let dead = try roll.list(choice { $0.state = "dead" })
            #expect(dead.count == 6 && dead.allSatisfy { $0["reason"] == "internal" })

            let unknown = try roll.retry(choice { $0.id = "nobody" })
            let one = try roll.retry(choice { $0.id = dead.last?["id"] })
            let kind = try roll.retry(choice { ($0.kind, $0.state) = ("work.count", "dead") })
            #expect(unknown == 0 && one == 1 && kind == 4)
            // One of its key is there again: it stays where it is.
            _ = try await rig.door().enqueue(NarrowJob(), JobOrder(key: "k"))
            let keyed = try roll.retry(choice { $0.kind = "work.narrow" })
            #expect(keyed == 0)

            let again = try await store.claim(slots: 10, after: nil)
            #expect(again.jobs.filter { $0.kind == "work.count" }.allSatisfy { $0.key.attempt == 2 })
            let stale = try await store.acknowledge(batch.jobs.map { JobWord(key: $0.key, end: .done) })
            #expect(stale.heard.isEmpty && stale.held.isEmpty)
            let counts = try roll.counts()
            #expect(
                counts.map { "\($0.kind) \($0.state) \($0.count)" } == [
                    "work.count running 5", "work.narrow dead 1", "work.narrow running 1",
                ])
        }
    }

    @Test("pauses, bounds and prunes")
    func pauses() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(10, kind: "work.aside")
            let roll = try JobRoll(control: rig.walled.connect("konak_control"))
            let store = rig.store()
            try roll.pause("aside", true)
            let none = try await store.claim(slots: 10, after: nil)
            try roll.pause("aside", false)
            try roll.limit("aside", to: 3)
            let three = try await store.claim(slots: 10, after: nil)
            try roll.limit("aside", to: nil)
            let rest = try await store.claim(slots: 10, after: nil)
            #expect([none, three, rest].map(\.jobs.count) == [0, 3, 7])
            _ = try await store.acknowledge(three.jobs.map { JobWord(key: $0.key, end: .done) })
            _ = try await store.acknowledge(rest.jobs.map { JobWord(key: $0.key, end: .dead, reason: "x") })
            let kept = try roll.prune(hours: 1, withDead: true)
            let done = try roll.prune(hours: 0, withDead: false)
            let dead = try roll.prune(hours: 0, withDead: true)
            #expect([kept, done, dead] == [0, 3, 7])
        }
    }

    @Test("tries again and cancels from two places at once, beside orders of several keys, and nobody is locked out")
    func together() async throws {
        try await JobsRig.with { rig in
            try await rig.fill(400)
            let store = rig.store()
            let all = choice { $0.tenant = JobsRig.tenant.description }
            for _ in 0..<4 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<2 {
                        group.addTask { _ = try JobRoll(control: rig.walled.connect("konak_control")).cancel(all) }
                        group.addTask { _ = try JobRoll(control: rig.walled.connect("konak_control")).retry(all) }
                    }
                    for keys in [["a", "b"], ["b", "a"]] {
                        group.addTask {
                            for key in keys { try await rig.door().enqueue(CountJob(), JobOrder(key: key)) }
                        }
                    }
                    group.addTask { _ = try await store.claim(slots: 50, after: nil) }
                    try await group.waitForAll()
                }
            }
            let count = try await rig.database.rows("SELECT count(*) >= 400 FROM kernel.job")
            #expect(count == [["t"]])
        }
    }

    private func choice(_ fill: (inout JobRoll.Choice) -> Void) -> JobRoll.Choice {
        var choice = JobRoll.Choice()
        fill(&choice)
        return choice
    }
}
