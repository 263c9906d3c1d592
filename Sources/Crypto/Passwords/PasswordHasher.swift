import EventLoop
import Glibc
import Synchronization

/// Hashes and checks passwords on threads of its own: one fewer at once than there are cores, a short queue behind them,
/// and past that a refusal (`saturated`), so that a storm of logins costs memory for a few hashes. The threads are nice:
/// while loops have anything to do, they wait.
public final class PasswordHasher: Sendable {
    /// What new hashes cost.
    public let parameters: PasswordParameters
    private let pepper: Pepper?
    private let peppers: [Pepper]
    private let pool: BlockingPool
    /// How many hashes are computed at once.
    let threads: Int
    private let mostInside: Int
    private let inside = Atomic<Int>(0)
    private let begun = Atomic<Int>(0)
    private let unfinished = Atomic<Int>(0)
    private let lastMicroseconds = Atomic<Int>(0)
    let memories = HashMemories()

    /// A hasher whose new hashes use the first pepper, and which checks those of all.
    public init(
        parameters: PasswordParameters = .usual, peppers: [Pepper] = [], threads: Int = most, waiting: Int = 50
    ) {
        (self.parameters, self.peppers, pepper) = (parameters, peppers, peppers.first)
        self.threads = min(max(threads, 1), Self.most)
        let waiting = min(max(waiting, 1), 50)
        mostInside = self.threads + waiting
        // A tenth of a core's share beside a loop that is busy: logging in goes on, and holds nobody up.
        // Its queue holds whoever is admitted, even before a thread has taken the first.
        pool = BlockingPool(threads: self.threads, waiting: mostInside, niceness: 10)
    }

    /// The cores of this machine but one: nice or not, a thread that hashes holds a core until the system's next look at
    /// it, and whoever wakes meanwhile needs one to go to.
    public static var most: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1) }

    /// How many hashes have been asked for and not refused: what logging in costs, whoever it is.
    public var count: Int { begun.load(ordering: .relaxed) }

    /// For how many seconds whoever is refused should stay away: until all who were let in have had their turn.
    public var turnover: Int {
        let microseconds = mostInside * lastMicroseconds.load(ordering: .relaxed) / threads
        return min(max((microseconds + 999_999) / 1_000_000, 1), 60)
    }

    /// Does something that will want a hash, if there is room for one more: refused before anything else is done for it,
    /// such as asking the database or using up a link.
    public func admitting<Success>(_ body: () async throws -> Success) async throws -> Success {
        let others = inside.add(1, ordering: .relaxed).oldValue
        defer { inside.subtract(1, ordering: .relaxed) }
        guard others < mostInside else { throw CryptoFault(.saturated, "too many passwords are waiting") }
        return try await body()
    }

    /// A new hash, to be stored.
    public func hash(_ password: HeldSecret) async throws -> PasswordHash {
        let (parameters, pepper) = (parameters, pepper)
        return try await run { [self] () throws(CryptoFault) in
            let salt = SecureRandom.bytes(PasswordHash.saltLength)
            let hash = try compute(password, salt, parameters, pepper, PasswordHash.hashLength)
            return PasswordHash(parameters: parameters, pepperVersion: pepper?.version, salt: salt, hash: hash)
        }
    }

    /// True when the password is the one a hash was made of.
    public func isRight(_ password: HeldSecret, for stored: PasswordHash) async throws -> Bool {
        let pepper = peppers.first { $0.version == stored.pepperVersion }
        guard pepper?.version == stored.pepperVersion else { throw CryptoFault(.unsupported, "version of a pepper") }
        return try await run { [self] () throws(CryptoFault) in
            let hash = try compute(password, stored.salt, stored.parameters, pepper, stored.hash.count)
            return ConstantTime.equal(hash.span, stored.hash.span)
        }
    }

    /// As much work as a check, for an account that is not there: the time must not tell who has one.
    public func pretend(_ password: HeldSecret) async throws { _ = try await hash(password) }

    /// True when a hash should be made anew at the next login: cheaper to guess than what is made today, or with another
    /// pepper.
    public func needsRehash(_ stored: PasswordHash) -> Bool {
        !stored.parameters.isStrongEnough || stored.parameters.work < parameters.work
            || stored.pepperVersion != pepper?.version || stored.salt.count < PasswordHash.saltLength
            || stored.hash.count < PasswordHash.hashLength
    }

    /// Finishes what waits and ends the threads.
    public func stop() { pool.stop() }

    private func run<Success: Sendable>(
        _ work: @escaping @Sendable () throws(CryptoFault) -> Success
    ) async throws -> Success {
        unfinished.add(1, ordering: .relaxed)
        do {
            return try await pool.run { [self] () throws(CryptoFault) in
                begun.add(1, ordering: .relaxed)
                let start = ContinuousClock.now
                defer { finished(after: start.duration(to: .now)) }
                return try work()
            }
        } catch is BlockingPool.Saturated {
            left()
            throw CryptoFault(.saturated, "too many passwords are waiting")
        }
    }

    private func finished(after spent: Duration) {
        lastMicroseconds.store(Int(spent / .microseconds(1)), ordering: .relaxed)
        left()
    }

    /// While others wait, memory goes from one hash to the next; the last gives it back.
    private func left() {
        if unfinished.subtract(1, ordering: .acquiringAndReleasing).newValue < threads { memories.release() }
    }

    private func compute(
        _ password: HeldSecret, _ salt: [UInt8], _ parameters: PasswordParameters, _ pepper: Pepper?, _ length: Int
    ) throws(CryptoFault) -> [UInt8] {
        let memory = try memories.take(for: parameters)
        defer { memories.giveBack(memory) }
        let hash = try password.withSecret { password throws(CryptoFault) in
            try password.withBytes { password throws(CryptoFault) in
                try SecretBytes(count: pepper == nil ? length : PasswordHash.hashLength) { hash throws(CryptoFault) in
                    try Argon2.hash(password, salt: salt.span, parameters, in: memory, into: &hash)
                }
            }
        }
        if let pepper { return try pepper.applied(to: hash) }
        return hash.withBytes { hash in hash.indices.map { hash[$0] } }
    }
}
