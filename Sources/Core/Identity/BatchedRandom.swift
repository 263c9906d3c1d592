import Glibc

/// The kernel's random bytes, fetched 256 at a time, so that most ids cost no system call.
struct BatchedRandom: RandomNumberGenerator, Sendable {
    private var words = InlineArray<32, UInt64>(repeating: 0)
    private var left = 0

    /// The next eight random bytes.
    mutating func next() -> UInt64 {
        if left == 0 { refill() }
        left &-= 1
        let word = words[left]
        words[left] = 0
        return word
    }

    private mutating func refill() {
        var bytes = words.mutableSpan
        let failed = unsafe bytes.withUnsafeMutableBytes { unsafe getentropy($0.baseAddress, $0.count) } != 0
        if failed { refillFromStandardLibrary() }
        left = words.count
    }

    /// For a kernel that refuses the call; this way costs a system call per word.
    private mutating func refillFromStandardLibrary() {
        var source = SystemRandomNumberGenerator()
        for index in words.indices { words[index] = source.next() }
    }
}
