import Glibc

/// The machine's clock.
public struct SystemClock: WallClock {
    /// A clock needs no state.
    public init() {}

    /// The current instant by `CLOCK_REALTIME`.
    public func now() -> Timestamp {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return .epoch }
        let whole = Timestamp(seconds: Int64(time.tv_sec))
        return Timestamp(microseconds: whole.microseconds + Int64(time.tv_nsec) / 1000)
    }
}
