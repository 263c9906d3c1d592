import Synchronization

/// Makes ids that rise strictly: 48 bits of milliseconds and 12 of their fraction, stepped on by one where the clock
/// stands still or runs backwards, then 62 random bits.
public struct UUIDv7Generator<Clock: WallClock, Random: RandomNumberGenerator> {
    private let clock: Clock
    private var random: Random
    /// The 60 bits of time in the id made last.
    private var lastTick: UInt64 = 0

    /// A generator with its own time and chance.
    public init(clock: Clock, random: Random) { (self.clock, self.random) = (clock, random) }

    /// An id above every one this generator made before.
    public mutating func next() -> UUIDv7 {
        let micros = UInt64(max(clock.now().microseconds, 0))
        let tick = (micros / 1000) << 12 | micros % 1000 * 4096 / 1000
        lastTick = tick > lastTick ? tick : lastTick &+ 1
        return UUIDv7(
            high: (lastTick >> 12) << 16 | 0x7000 | lastTick & 0xFFF,
            low: random.next() >> 2 | 0x8000_0000_0000_0000)
    }
}

extension UUIDv7Generator: Sendable where Random: Sendable {}

extension UUIDv7 {
    /// A new id, above every one this process made before.
    public static func make() -> UUIDv7 { Shared.generator.withLock { $0.next() } }

    /// Ids must rise across the threads of a process, so there is one generator and a lock around it.
    private enum Shared {
        static let generator = Mutex(UUIDv7Generator(clock: SystemClock(), random: BatchedRandom()))
    }
}
