/// Timers of one loop, as a binary heap. Pure: time comes in as an argument.
struct TimerQueue {
    /// What happens when a timer fires.
    @safe enum Work {
        case resume(UnsafeContinuation<Bool, Never>)
        case tell(any TimerTarget)

        func run() {
            switch self {
            case .resume(let continuation): unsafe continuation.resume(returning: true)
            case .tell(let target): target.timerFired()
            }
        }
    }

    private struct Entry {
        let deadline: UInt64
        let id: UInt64
    }

    private var heap: [Entry] = []
    private var work: [UInt64: Work] = [:]
    /// The timer set last.
    private(set) var lastID: UInt64 = 0

    /// How many timers wait.
    var count: Int { work.count }

    /// How many places the heap has, those of cancelled timers included.
    var places: Int { heap.count }

    /// When the loop must wake at the latest. A cancelled timer at the top costs one early wake-up, no more.
    var nextDeadline: UInt64? { heap.first?.deadline }

    mutating func add(at deadline: UInt64, _ work: Work) -> TimerID {
        lastID += 1
        self.work[lastID] = work
        heap.append(Entry(deadline: deadline, id: lastID))
        siftUp(heap.count - 1)
        return TimerID(value: lastID)
    }

    /// Removes the work; its place in the heap stays until its time. Many dead places are swept at once.
    mutating func cancel(_ id: TimerID) -> Work? {
        let removed = work.removeValue(forKey: id.value)
        if heap.count > 64, heap.count > work.count * 2 { rebuild() }
        return removed
    }

    /// The next timer whose time has come, of those set no later than `last`.
    mutating func popExpired(at now: UInt64, upTo last: UInt64 = .max) -> Work? {
        while let first = heap.first, first.deadline <= now, first.id <= last {
            removeFirst()
            if let work = work.removeValue(forKey: first.id) { return work }
        }
        return nil
    }

    private mutating func rebuild() {
        heap.removeAll { work[$0.id] == nil }
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(index) }
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        siftDown(0)
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (heap[left], heap[right])
        return left.deadline == right.deadline ? left.id < right.id : left.deadline < right.deadline
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func siftDown(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, least) {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}

/// Names a timer, so that it can be cancelled.
public struct TimerID: Sendable, Hashable {
    let value: UInt64
}

/// Something that set a timer.
public protocol TimerTarget: AnyObject {
    /// The time has come.
    func timerFired()
}
