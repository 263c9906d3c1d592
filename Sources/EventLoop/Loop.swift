import CLinux
import Glibc
import Synchronization

/// Something with a descriptor that wants to hear of it. Called on the loop's thread only.
public protocol Selectable: AnyObject {
    /// The descriptor has news.
    func ready(_ readiness: Readiness)
}

/// A place in a loop's table of descriptors; stale ones are recognised by their generation.
public struct Registration: Sendable, Hashable {
    let slot: UInt32
    let generation: UInt32

    var token: UInt64 { UInt64(generation) << 32 | UInt64(slot) }
}

/// One thread that waits on epoll and runs every task that prefers it: a connection's socket, its timers, its database
/// connection and its handler share one thread, so nothing on the way from accept to answer takes a lock.
///
/// `@unchecked Sendable`: all state but `inbox` and the flags is touched by the loop's own thread only (checked by
/// `assertOnLoop`); `inbox` is behind a mutex.
public final class Loop: TaskExecutor, @unchecked Sendable {
    /// Position among its siblings.
    public let index: Int
    /// Monotonic nanoseconds, read once per wake-up.
    public private(set) var now: UInt64
    /// Timers of this loop.
    var timers = TimerQueue()

    private let epoll: Int32
    private let wakeDescriptor: Int32
    /// The thread's identity; 0 until it runs, so that nobody who only made the loop is taken for it.
    private let thread = Atomic<UInt>(0)
    private var slots: [(owner: (any Selectable)?, generation: UInt32)] = []
    private var freeSlots: [UInt32] = []
    private var ready: [UnownedJob] = []
    private var running: [UnownedJob] = []
    private var endOfTurn: [any EndOfTurn] = []
    private var endingTurn: [any EndOfTurn] = []

    private let inbox = Mutex<[UnownedJob]>([])
    private let wakePending = Atomic<Bool>(false)
    private let stopRequested = Atomic<Bool>(false)
    /// Written by the loop's thread only.
    private let longest = Atomic<UInt64>(0)

    init(index: Int) throws(SystemError) {
        self.index = index
        epoll = try systemCall("epoll_create1") { epoll_create1(Int32(EPOLL_CLOEXEC)) }
        wakeDescriptor = try systemCall("eventfd") { eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC)) }
        now = monotonicNanoseconds()
        ready.reserveCapacity(256)
        running.reserveCapacity(256)
        try watchWakeDescriptor()
    }

    deinit {
        close(wakeDescriptor)
        close(epoll)
    }

    // MARK: Tasks

    /// Takes a job: without a lock when called on the loop itself, else through the inbox and a wake-up.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isCurrent {
            ready.append(job)
        } else {
            inbox.withLock { $0.append(job) }
            wake()
        }
    }

    /// True on the loop's own thread.
    public var isCurrent: Bool { thread.load(ordering: .relaxed) == pthread_self() }

    /// The loop whose thread this is, if it is one.
    public static var current: Loop? {
        guard let value = unsafe pthread_getspecific(LoopKey.key) else { return nil }
        return unsafe Unmanaged<Loop>.fromOpaque(value).takeUnretainedValue()
    }

    /// Interrupts the wait. Many calls before the loop looks make one system call.
    func wake() {
        guard !wakePending.exchange(true, ordering: .acquiringAndReleasing) else { return }
        var one: UInt64 = 1
        unsafe write(wakeDescriptor, &one, 8)
    }

    // MARK: Descriptors

    /// Starts watching. The owner is kept alive until `forget`.
    public func watch(_ descriptor: Int32, _ interest: Readiness, _ owner: any Selectable) throws(SystemError)
        -> Registration
    {
        let registration = claimSlot(for: owner)
        do {
            try control(EPOLL_CTL_ADD, descriptor, interest, token: registration.token)
        } catch {
            release(registration)
            throw error
        }
        return registration
    }

    /// Changes what is watched for.
    public func change(_ registration: Registration, _ descriptor: Int32, _ interest: Readiness) throws(SystemError) {
        try control(EPOLL_CTL_MOD, descriptor, interest, token: registration.token)
    }

    /// Stops watching. Events of the same batch that still name the slot find another generation and are dropped.
    public func forget(_ registration: Registration, _ descriptor: Int32) {
        epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, nil)
        release(registration)
    }

    private func claimSlot(for owner: any Selectable) -> Registration {
        if let slot = freeSlots.popLast() {
            slots[Int(slot)].owner = owner
            return Registration(slot: slot, generation: slots[Int(slot)].generation)
        }
        slots.append((owner, 1))
        return Registration(slot: UInt32(slots.count - 1), generation: 1)
    }

    private func release(_ registration: Registration) {
        let slot = Int(registration.slot)
        guard slots[slot].generation == registration.generation else { return }
        // The last reference falls after the table is no longer being written: an owner's end may come back here.
        let owner = slots[slot].owner
        slots[slot].owner = nil
        slots[slot].generation &+= 1
        freeSlots.append(registration.slot)
        withExtendedLifetime(owner) {}
    }

    private func watchWakeDescriptor() throws(SystemError) {
        try control(EPOLL_CTL_ADD, wakeDescriptor, .readable, token: Self.wakeToken)
    }

    private func control(_ operation: Int32, _ descriptor: Int32, _ interest: Readiness, token: UInt64)
        throws(SystemError)
    {
        var event = unsafe epoll_event(events: interest.rawValue, data: epoll_data_t(u64: token))
        _ = try systemCall("epoll_ctl") { unsafe epoll_ctl(epoll, operation, descriptor, &event) }
    }

    private static let wakeToken = UInt64.max

    // MARK: End of turn

    /// Calls the target once when the present batch of events and jobs has been worked off: the place to write what
    /// was gathered meanwhile.
    public func atEndOfTurn(_ target: any EndOfTurn) { endOfTurn.append(target) }

    // MARK: Running

    /// Starts the thread. It holds the loop until it has stopped.
    func start() throws(SystemError) -> pthread_t {
        let box = unsafe Unmanaged.passRetained(self)
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let loop = unsafe Unmanaged<Loop>.fromOpaque(argument).takeRetainedValue()
                loop.run()
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            unsafe box.release()
            throw SystemError(call: "pthread_create", code: code)
        }
        return thread
    }

    /// Asks the thread to end when its present turn is over.
    func requestStop() {
        stopRequested.store(true, ordering: .releasing)
        wake()
    }

    private func run() {
        thread.store(pthread_self(), ordering: .relaxed)
        Self.blockBrokenPipes()
        unsafe pthread_setspecific(LoopKey.key, Unmanaged.passUnretained(self).toOpaque())
        let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: Self.batch)
        defer { unsafe events.deallocate() }
        now = monotonicNanoseconds()
        while !stopRequested.load(ordering: .acquiring) {
            takeInbox()
            let wait = waitMilliseconds()
            let count = unsafe epoll_wait(epoll, events, Int32(Self.batch), wait)
            let began = monotonicNanoseconds()
            // It looked at the descriptors without waiting: the turn before ended here.
            if wait == 0 { noteTurn(until: began) }
            now = began
            for index in 0..<Int(max(count, 0)) { unsafe dispatch(events[index].events, events[index].data.u64) }
            fireTimers()
            takeInbox()
            runJobs()
            finishTurn()
        }
        // Identities are used again by the system; this loop must not answer to a stranger's.
        thread.store(0, ordering: .relaxed)
        pthread_setspecific(LoopKey.key, nil)
    }

    /// A reader that has gone is an error of the write, not the end of the process.
    private static func blockBrokenPipes() {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    private static let batch = 512

    /// The longest turn so far in nanoseconds: for so long, everything else on this loop had to wait.
    public var longestTurn: UInt64 { longest.load(ordering: .relaxed) }

    private func noteTurn(until end: UInt64) {
        if end &- now > longest.load(ordering: .relaxed) { longest.store(end &- now, ordering: .relaxed) }
    }

    private func waitMilliseconds() -> Int32 {
        guard ready.isEmpty, endOfTurn.isEmpty else { return 0 }
        let now = monotonicNanoseconds()
        noteTurn(until: now)
        guard let deadline = timers.nextDeadline else { return -1 }
        guard deadline > now else { return 0 }
        return Int32(min((deadline - now) / 1_000_000 + 1, 60_000))
    }

    private func dispatch(_ events: UInt32, _ token: UInt64) {
        if token == Self.wakeToken { return drainWake() }
        let slot = Int(UInt32(truncatingIfNeeded: token))
        guard slots[slot].generation == UInt32(token >> 32), let owner = slots[slot].owner else { return }
        owner.ready(Readiness(rawValue: events))
    }

    private func drainWake() {
        var count: UInt64 = 0
        unsafe read(wakeDescriptor, &count, 8)
    }

    /// The flag falls before the inbox is emptied: a job that arrives in between causes one wake-up too many, never
    /// one too few.
    private func takeInbox() {
        guard wakePending.load(ordering: .acquiring) else { return }
        wakePending.store(false, ordering: .sequentiallyConsistent)
        inbox.withLock { jobs in
            ready.append(contentsOf: jobs)
            jobs.removeAll(keepingCapacity: true)
        }
    }

    /// Timers set meanwhile wait for the next turn, or one that is always due would hold up all else.
    private func fireTimers() {
        let last = timers.lastID
        while let fired = timers.popExpired(at: now, upTo: last) { fired.run() }
    }

    /// Works off what is ready, and what that makes ready, a bounded number of rounds before looking at sockets again.
    private func runJobs() {
        var rounds = 0
        while !ready.isEmpty, rounds < 8 {
            swap(&ready, &running)
            for job in running { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
            running.removeAll(keepingCapacity: true)
            rounds += 1
        }
    }

    private func finishTurn() {
        guard !endOfTurn.isEmpty else { return }
        swap(&endOfTurn, &endingTurn)
        for target in endingTurn { target.turnEnded() }
        endingTurn.removeAll(keepingCapacity: true)
    }
}

/// Something that gathers work during a turn and does it at once at its end.
public protocol EndOfTurn: AnyObject {
    /// The turn's events and jobs are done.
    func turnEnded()
}

/// The key under which each loop's thread finds its loop.
private enum LoopKey {
    static let key: pthread_key_t = {
        var key = pthread_key_t()
        unsafe pthread_key_create(&key, nil)
        return key
    }()
}
