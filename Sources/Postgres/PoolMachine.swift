/// Which connection does what. Pure: slots are numbers, time is an argument.
struct PoolMachine {
    /// What a slot is at.
    enum Slot: Equatable {
        /// No connection. Goes to `opening`.
        case empty
        /// Being opened. Goes to `idle`, `empty`.
        case opening
        /// At rest and clean. Goes to `shared`, `exclusive`, `retiring`, `empty`.
        case idle
        /// Serves so many single-shot tickets. Goes to `idle`, `shared`, `retiring`, `empty`.
        case shared(Int)
        /// Lent to one borrower. Goes to `idle`, `retiring`, `empty`.
        case exclusive
        /// Finishes what it has, then closes. Goes to `empty`.
        case retiring
    }

    private(set) var slots: [Slot]
    private let maximumDepth: Int
    private var idle: [Int] = []
    private var failures = 0
    private var retryAt: UInt64 = 0
    private var stopped = false

    init(connections: Int, depth: Int) {
        slots = Array(repeating: .empty, count: max(connections, 1))
        maximumDepth = max(depth, 1)
    }

    /// A connection for single-shot work: one at rest, else the least busy one that may still take some.
    mutating func acquireShared() -> Int? {
        if let slot = takeIdle() {
            slots[slot] = .shared(1)
            return slot
        }
        var best: (slot: Int, depth: Int)?
        for (slot, state) in slots.enumerated() {
            guard case .shared(let depth) = state, depth < maximumDepth, depth < best?.depth ?? .max else { continue }
            best = (slot, depth)
        }
        guard let best else { return nil }
        slots[best.slot] = .shared(best.depth + 1)
        return best.slot
    }

    /// A connection that quick work flows through already: the fullest that has room, so that few connections wake and
    /// each wake-up brings many answers.
    mutating func joinShared(upTo depth: Int, where isFlowing: (Int) -> Bool) -> Int? {
        var best: (slot: Int, depth: Int)?
        for slot in slots.indices {
            guard case .shared(let count) = slots[slot], count < depth, count > best?.depth ?? 0, isFlowing(slot)
            else { continue }
            best = (slot, count)
        }
        guard let best else { return nil }
        slots[best.slot] = .shared(best.depth + 1)
        return best.slot
    }

    /// A connection for one borrower alone.
    mutating func acquireExclusive() -> Int? {
        guard let slot = takeIdle() else { return nil }
        slots[slot] = .exclusive
        return slot
    }

    private mutating func takeIdle() -> Int? {
        while let slot = idle.popLast() {
            if slots[slot] == .idle { return slot }
        }
        return nil
    }

    /// A slot to open a connection in, if one is free and the last failure is long enough ago.
    mutating func slotToOpen(now: UInt64) -> Int? {
        guard !stopped, now >= retryAt, let slot = slots.firstIndex(of: .empty) else { return nil }
        // While the server is away one attempt at a time is enough.
        if failures > 0, slots.contains(.opening) { return nil }
        slots[slot] = .opening
        return slot
    }

    mutating func opened(_ slot: Int) {
        guard slots[slot] == .opening else { return }
        failures = 0
        retryAt = 0
        rest(slot)
    }

    /// Opening failed: the next attempt waits 50 ms, doubling up to 2 s.
    mutating func openingFailed(_ slot: Int, now: UInt64) {
        slots[slot] = .empty
        let pause = UInt64(50_000_000) << UInt64(min(failures, 6))
        failures += 1
        retryAt = now &+ min(pause, 2_000_000_000)
    }

    /// A shared ticket has ended.
    mutating func finishedShared(_ slot: Int) -> Bool {
        switch slots[slot] {
        case .shared(1):
            rest(slot)
            return true
        case .shared(let depth): slots[slot] = .shared(depth - 1)
        default: break
        }
        return false
    }

    /// A borrower has given back, idle and clean.
    mutating func finishedExclusive(_ slot: Int) {
        if slots[slot] == .exclusive { rest(slot) }
    }

    private mutating func rest(_ slot: Int) {
        slots[slot] = .idle
        idle.append(slot)
    }

    /// The slot takes no more work.
    mutating func retire(_ slot: Int) {
        guard slots[slot] != .empty else { return }
        slots[slot] = .retiring
        idle.removeAll { $0 == slot }
    }

    mutating func closed(_ slot: Int) {
        slots[slot] = .empty
        idle.removeAll { $0 == slot }
    }

    mutating func stop() { stopped = true }

    /// When the server is known to be away: how long until the next attempt.
    func isAway(now: UInt64) -> Bool {
        failures > 0 && !slots.contains { $0 != .empty && $0 != .opening }
    }

    var retryTime: UInt64? { failures > 0 ? retryAt : nil }

    var openCount: Int { slots.reduce(0) { $1 == .empty || $1 == .opening ? $0 : $0 + 1 } }
    var idleCount: Int { slots.reduce(0) { $1 == .idle ? $0 + 1 : $0 } }
}
