import TestKit
import Testing

@testable import EventLoop

@Suite struct TimerQueueTests {
    /// Writes down which timers fired.
    private final class Probe: TimerTarget {
        let name: Int
        private let fired: (Int) -> Void

        init(_ name: Int, _ fired: @escaping (Int) -> Void) { (self.name, self.fired) = (name, fired) }

        func timerFired() { fired(name) }
    }

    @Test func `an empty queue has nothing to fire and nothing to wait for`() {
        var queue = TimerQueue()
        #expect(queue.nextDeadline == nil)
        #expect(queue.popExpired(at: .max) == nil)
    }

    @Test func `timers fire in the order of their deadlines, equal ones in the order they were set`() {
        var queue = TimerQueue()
        var fired: [Int] = []
        for (name, deadline) in [30, 10, 20, 10, 30, 10].enumerated() {
            _ = queue.add(at: UInt64(deadline), .tell(Probe(name) { fired.append($0) }))
        }
        #expect(queue.popExpired(at: 9) == nil)
        #expect(queue.nextDeadline == 10)
        while let work = queue.popExpired(at: 20) { work.run() }
        #expect(fired == [1, 3, 5, 2])
        while let work = queue.popExpired(at: .max) { work.run() }
        #expect(fired == [1, 3, 5, 2, 0, 4])
    }

    @Test func `a cancelled timer does not fire and cannot be cancelled twice`() {
        var queue = TimerQueue()
        let timer = queue.add(at: 5, .tell(Probe(0) { _ in }))
        #expect(queue.cancel(timer) != nil)
        #expect(queue.cancel(timer) == nil)
        #expect(queue.popExpired(at: .max) == nil)
        #expect(queue.count == 0)
    }

    @Test func `a timer set while others fire waits for the next turn`() {
        var queue = TimerQueue()
        _ = queue.add(at: 5, .tell(Probe(0) { _ in }))
        let last = queue.lastID
        _ = queue.add(at: 1, .tell(Probe(1) { _ in }))
        #expect(queue.popExpired(at: 9, upTo: last) == nil)
        #expect(queue.popExpired(at: 9) != nil)
    }

    @Test func `cancelled timers are swept before they are due`() {
        var queue = TimerQueue()
        let timers = (0..<10_000).map { queue.add(at: UInt64(1_000_000 + $0), .tell(Probe($0) { _ in })) }
        for timer in timers.dropLast() { _ = queue.cancel(timer) }
        #expect(queue.count == 1)
        #expect(queue.places <= 64)
        #expect(queue.cancel(timers[9_999]) != nil)
        #expect(queue.popExpired(at: .max) == nil)
        #expect(queue.places == 0)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `behaves like a sorted list`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var queue = TimerQueue()
        var model: [(deadline: UInt64, name: Int)] = []
        var timers: [Int: TimerID] = [:]
        var fired: [Int] = []
        var now: UInt64 = 0
        for name in 0..<5_000 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<6:
                let deadline = now + .random(in: 0..<500, using: &random)
                timers[name] = queue.add(at: deadline, .tell(Probe(name) { fired.append($0) }))
                model.append((deadline, name))
            case 6..<9:
                guard let (victim, timer) = timers.randomElement(using: &random) else { continue }
                timers[victim] = nil
                let known = model.firstIndex { $0.name == victim }
                #expect((queue.cancel(timer) != nil) == (known != nil))
                if let known { model.remove(at: known) }
            default:
                now += .random(in: 0..<100, using: &random)
                fired = []
                while let work = queue.popExpired(at: now) { work.run() }
                let due = model.filter { $0.deadline <= now }.sorted { ($0.deadline, $0.name) < ($1.deadline, $1.name) }
                model.removeAll { $0.deadline <= now }
                #expect(fired == due.map(\.name))
            }
        }
        #expect(queue.count == model.count)
    }
}
